"""Hosts of videos: one reader for each, and the table of them."""

from __future__ import annotations

from urllib.parse import urlencode

from sphinx_eventreport.core.media.hosts.address import Address, Found, Provider, is_id, number, seconds, slug

_PEERTUBE_ID_LENGTHS = {22, 36}  # a UUID, or one written in base 58


def _youtube(address: Address) -> Found | None:
    """Read a video or playlist; the player is the one that sets no cookies before it plays."""
    playlist = address.query.get("list", "")
    video = _youtube_video(address)
    start = _start(address, "t", "start", "time_continue")
    if is_id(video):
        place = {"start": str(start)} if start else {}
        page = urlencode({"v": video} | ({"t": str(start)} if start else {}))
        embed = f"https://www.youtube-nocookie.com/embed/{video}"
        url = f"https://www.youtube.com/watch?{page}"
        return Found(video, url, f"{embed}?{urlencode(place)}" if place else embed, start=start)
    if is_id(playlist):
        url = f"https://www.youtube.com/playlist?list={playlist}"
        return Found(playlist, url, f"https://www.youtube-nocookie.com/embed/videoseries?list={playlist}")
    return None


def _youtube_video(address: Address) -> str:
    if address.host.endswith("youtu.be"):
        return address.part(0)
    if address.part(0) in {"embed", "live", "shorts", "v", "e"}:
        video = address.part(1).partition("&")[0]
        return "" if video == "videoseries" else video
    return address.query.get("v", "") if address.part(0) == "watch" else ""


def _vimeo(address: Address) -> Found | None:
    clip = address.query.get("clip_id", "") if address.part(0) == "moogaloop.swf" else ""
    numbers = [part for part in (*address.parts, clip) if part.isascii() and part.isdecimal()]
    if not numbers:
        return None
    video = numbers[0]
    # The key of an unlisted video: "?h=KEY" in the player, a part of the path in the page.
    key = address.query.get("h", "") or ("" if clip else address.id_at(address.parts.index(video) + 1))
    key = key if is_id(key) else ""
    start = seconds(address.fragment.removeprefix("t="))
    page = f"https://vimeo.com/{video}" + (f"/{key}" if key else "")
    query = urlencode(({"h": key} if key else {}) | {"dnt": "1"})
    place = f"#t={start}s" if start else ""
    return Found(video, page + place, f"https://player.vimeo.com/video/{video}?{query}{place}", start=start)


def _media_ccc(address: Address) -> Found | None:
    talk = address.part(1)
    if address.part(0) != "v" or not talk:
        return None
    base = f"https://media.ccc.de/v/{slug(talk)}"
    start = seconds(address.fragment.removeprefix("t="))
    place = f"#t={start}" if start else ""
    return Found(talk, base + place, f"{base}/oembed{place}", start=start)


def _slideslive(address: Address) -> Found | None:
    parts = [part for part in address.parts if part not in {"embed", "presentation"}]
    talk = parts[0].partition("-")[0] if parts else ""
    if not (talk.isascii() and talk.isdecimal()):
        return None
    return Found(talk, f"https://slideslive.com/{talk}", f"https://slideslive.com/embed/presentation/{talk}")


def _archive(address: Address) -> Found | None:
    """Read an item; people glue the query of an embed to its id with "&"."""
    item = address.part(1).partition("&")[0]
    if address.part(0) not in {"embed", "details"} or not is_id(item.replace(".", "")):
        return None
    return Found(item, f"https://archive.org/details/{item}", f"https://archive.org/embed/{item}")


def _bilibili(address: Address) -> Found | None:
    video = address.query.get("bvid", "") or (address.part(1) if address.part(0) == "video" else "")
    number_ = address.query.get("aid", "").removeprefix("av")
    video = video or (f"av{number_}" if number_ else "")
    if not is_id(video):
        return None
    page = address.query.get("p") or address.query.get("page", "")
    place = {"p": page} if number(page) else {}
    key = {"aid": video[2:]} if video.startswith("av") else {"bvid": video}
    embed = f"https://player.bilibili.com/player.html?{urlencode({**key, **place, 'autoplay': '0'})}"
    url = f"https://www.bilibili.com/video/{video}"
    return Found(video, f"{url}?{urlencode(place)}" if place else url, embed)


def _brightcove(address: Address) -> Found | None:
    video = address.query.get("videoId", "")
    account, player = slug(address.part(0)), slug(address.part(1))
    if not player or not is_id(video):
        return None
    url = f"https://{address.host}/{account}/{player}/index.html?videoId={video}"
    return Found(video, url, url)


def _kaltura(address: Address) -> Found | None:
    """Read a Kaltura media space, such as that of CSC, Finland."""
    parts = address.parts
    if parts[:2] == ("media", "t") and address.id_at(2):
        return Found(parts[2], f"https://{address.host}/media/t/{parts[2]}")
    if "entryId" not in parts[:-1]:
        return None
    entry = parts[parts.index("entryId") + 1]
    if not is_id(entry):
        return None
    path = "/".join(map(slug, parts))
    return Found(entry, f"https://{address.host}/media/{entry}", f"https://{address.host}/{path}")


def _dailymotion(address: Address) -> Found | None:
    parts = [part for part in address.parts if part not in {"embed", "video", "swf"}]
    video = address.query.get("video", "") or (parts[0] if parts else "")
    if not is_id(video):
        return None
    start = _start(address, "start")
    query = urlencode({"video": video} | ({"start": str(start)} if start else {}))
    return Found(
        video,
        f"https://www.dailymotion.com/video/{video}",
        f"https://geo.dailymotion.com/player.html?{query}",
        start=start,
    )


def _start(address: Address, *names: str) -> int | None:
    """Return the first time among the query fields *names* or in a fragment "t=90"."""
    times = [address.query.get(name, "") for name in names]
    if address.fragment.startswith("t="):
        times.append(address.fragment[2:])
    return next((start for start in map(seconds, times) if start), None)


def read_peertube(address: Address) -> Found | None:
    """Return the video of a PeerTube server, whose host can be any: only the path tells."""
    video = ""
    if address.parts[:2] in {("videos", "embed"), ("videos", "watch")}:
        video = address.id_at(2)
    elif address.part(0) == "w" and not address.part(2):
        video = address.id_at(1)
    if len(video) not in _PEERTUBE_ID_LENGTHS:
        return None
    start = _start(address, "start")
    place = f"?start={start}s" if start else ""
    base = f"https://{address.host}"
    return Found(video, f"{base}/w/{video}{place}", f"{base}/videos/embed/{video}{place}", start=start)


VIDEO_HOSTS = (
    Provider(
        "youtube",
        "YouTube",
        "recording",
        ("youtube.com", "youtu.be", "youtube-nocookie.com"),
        (
            "https://www.youtube.com/watch?v=ID&t=90",
            "https://youtu.be/ID",
            "https://www.youtube.com/embed/ID",
            "https://www.youtube.com/live/ID",
            "https://www.youtube.com/playlist?list=ID",
        ),
        _youtube,
        (16, 9),
    ),
    Provider(
        "vimeo",
        "Vimeo",
        "recording",
        ("vimeo.com",),
        ("https://vimeo.com/12345", "https://player.vimeo.com/video/12345?h=KEY"),
        _vimeo,
        (16, 9),
    ),
    Provider(
        "media.ccc.de",
        "media.ccc.de",
        "recording",
        ("media.ccc.de",),
        ("https://media.ccc.de/v/TALK", "https://media.ccc.de/v/TALK/oembed"),
        _media_ccc,
        (16, 9),
    ),
    Provider(
        "slideslive",
        "SlidesLive",
        "recording",
        ("slideslive.com",),
        ("https://slideslive.com/12345/TALK", "https://slideslive.com/embed/presentation/12345"),
        _slideslive,
        (16, 9),
    ),
    Provider(
        "archive.org",
        "Internet Archive",
        "recording",
        ("archive.org",),
        ("https://archive.org/embed/ID", "https://archive.org/details/ID"),
        _archive,
        (16, 9),
    ),
    Provider(
        "bilibili",
        "Bilibili",
        "recording",
        ("bilibili.com",),
        ("https://www.bilibili.com/video/ID", "https://player.bilibili.com/player.html?bvid=ID"),
        _bilibili,
        (16, 9),
    ),
    Provider(
        "brightcove",
        "Brightcove",
        "recording",
        ("players.brightcove.net",),
        ("https://players.brightcove.net/ACCOUNT/PLAYER/index.html?videoId=ID",),
        _brightcove,
        (16, 9),
    ),
    Provider(
        "kaltura",
        "CSC video",
        "recording",
        ("video.csc.fi",),
        ("https://video.csc.fi/embed/secure/iframe/entryId/ID",),
        _kaltura,
        (16, 9),
    ),
    Provider(
        "dailymotion",
        "Dailymotion",
        "recording",
        ("dailymotion.com", "dai.ly"),
        ("https://www.dailymotion.com/video/ID", "https://dai.ly/ID"),
        _dailymotion,
        (16, 9),
    ),
)
"""Every host of videos the project knows by name."""
