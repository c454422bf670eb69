"""Hosts of videos: one reader for each, and the table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import Address, Found, Provider, is_id, number, seconds, slug
from sphinx_eventreport.core.media.hosts.shape import Shape, examples, reader

if TYPE_CHECKING:
    from sphinx_eventreport.core.media.hosts.address import Kind

_PEERTUBE_ID_LENGTHS = {22, 36}  # a UUID, or one written in base 58
_PEERTUBE_VIDEOS = (("videos", "embed"), ("videos", "watch"), ("w",))
_PEERTUBE_LISTS = (("video-playlists", "embed"), ("w", "p"), ("videos", "watch", "playlist"))
# Words in the place of a video's id that are not one.
_YOUTUBE_NO_VIDEOS = frozenset({"videoseries", "live_stream", "playlist"})
_YOUTUBE_LISTS = (("playlist",), ("watch",), ("embed",), ("embed", "videoseries"), ("embed", "playlist"))
_SLIDESLIVE = lazy_regex(r"(?:embed/)?(?:presentation/)?(?P<talk>[0-9]+)(?:-[^/]*|/[^/]+)?")
# A title may come after the id, after "_".
_DAILYMOTION = lazy_regex(
    r"(?:dai\.ly/|dailymotion\.com/(?:embed/video|swf/video|swf|video)/)(?P<video>[A-Za-z0-9]+)(?:_[^/]*)?"
    r"|geo\.dailymotion\.com/(?:player\.html|player/[A-Za-z0-9]+\.html)"
)
_BILIBILI_PAGES = (("player.html",), ("blackboard", "html5mobileplayer.html"))
_VIMEO_VIDEO = lazy_regex(
    r"(?P<within>channels/[A-Za-z0-9_-]+/|groups/[A-Za-z0-9_-]+/videos/|(?:album|showcase)/[0-9]+/video/"
    r"|event/[0-9]+/videos/)?(?(within)|(?:video/)?)(?P<video>[0-9]+)(?:/(?P<key>[0-9a-zA-Z]+))?"
)


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
    is_list = address.query.get("listType", "playlist") == "playlist"
    if is_id(playlist) and is_list and address.parts in _YOUTUBE_LISTS:
        url = f"https://www.youtube.com/playlist?list={playlist}"
        return Found(playlist, url, f"https://www.youtube-nocookie.com/embed/videoseries?list={playlist}")
    # A player of something else, such as the live stream of a channel, or with a slip in its address.
    return Found("", address.url, address.url) if address.part(0) in {"embed", "v"} else None


def _youtube_video(address: Address) -> str:
    if address.site == "youtu.be":
        return address.part(0) if len(address.parts) == 1 else ""
    if address.part(0) in {"embed", "live", "shorts", "v", "e"} and not address.parts[2:]:
        video = address.part(1).partition("&")[0]
        return "" if video in _YOUTUBE_NO_VIDEOS else video
    return address.query.get("v", "") if address.parts == ("watch",) else ""


def _vimeo(address: Address) -> Found | None:
    """Read a video, by itself or in a channel, a group or a showcase; all of the path has to fit."""
    path = "/".join(address.parts)
    match = _VIMEO_VIDEO.fullmatch(path)
    video = match["video"] if match else ""
    if path == "moogaloop.swf":
        video = address.query.get("clip_id", "")
    if not (video.isascii() and video.isdecimal()):
        return None
    # The key of an unlisted video: "?h=KEY" in the player, a part of the path in the page.
    key = address.query.get("h", "") or (match["key"] if match else "") or ""
    key = key if is_id(key) else ""
    start = seconds(address.fragment.removeprefix("t="))
    place = f"#t={start}s" if start else ""
    page = f"{match['within']}{video}" if match and match["within"] else video
    query = urlencode(({"h": key} if key else {}) | {"dnt": "1"})
    return Found(
        video,
        f"https://vimeo.com/{page}" + (f"/{key}" if key else "") + place,
        f"https://player.vimeo.com/video/{video}?{query}{place}",
        start=start,
    )


_VIMEO = (
    Shape("https://vimeo.com/event/NUMBER", "https://vimeo.com/event/NUMBER/embed"),
    Shape(
        "https://vimeo.com/event/NUMBER/embed",
        "https://vimeo.com/event/NUMBER/embed",
        "https://vimeo.com/event/NUMBER",
    ),
    Shape(
        "https://vimeo.com/event/NUMBER/embed/KEY",
        "https://vimeo.com/event/NUMBER/embed/KEY",
        "https://vimeo.com/event/NUMBER/KEY",
    ),
    Shape("https://vimeo.com/event/NUMBER/KEY", "https://vimeo.com/event/NUMBER/embed/KEY"),
    *(
        Shape(
            f"https://vimeo.com/{area}/NUMBER{end}",
            "https://vimeo.com/showcase/NUMBER/embed",
            "https://vimeo.com/showcase/NUMBER",
        )
        for area in ("showcase", "album")
        for end in ("", "/embed")
    ),
)


def _media_ccc(address: Address) -> Found | None:
    talk = address.part(1)
    if address.part(0) != "v" or not talk or address.parts[2:] not in {(), ("oembed",)}:
        return None
    base = f"https://media.ccc.de/v/{slug(talk)}"
    start = seconds(address.fragment.removeprefix("t="))
    place = f"#t={start}" if start else ""
    return Found(talk, base + place, f"{base}/oembed{place}", start=start)


def _slideslive(address: Address) -> Found | None:
    """Read a number, behind which a title may stand, or the address of a player."""
    match = _SLIDESLIVE.fullmatch("/".join(address.parts))
    if match is None:
        return None
    talk = match["talk"]
    return Found(talk, f"https://slideslive.com/{talk}", f"https://slideslive.com/embed/presentation/{talk}")


def _archive(address: Address) -> Found | None:
    """Read an item or a file of it; people glue the query of an embed to the id with "&"."""
    item = address.part(1).partition("&")[0]
    if address.part(0) not in {"embed", "details", "stream"} or not is_id(item.replace(".", "")):
        return None
    rest = address.parts[2:]
    in_book = bool(rest) and rest[0] in {"page", "mode"}
    file = "" if in_book else "".join(f"/{slug(part)}" for part in rest)
    page = "".join(f"/{slug(part)}" for part in rest)
    kind: Kind | None = "document" if in_book or address.part(0) == "stream" else None
    return Found(
        item,
        f"https://archive.org/details/{item}{page}",
        f"https://archive.org/embed/{item}{file}",
        kind=kind,
    )


def _bilibili(address: Address) -> Found | None:
    if address.parts not in _BILIBILI_PAGES and (address.part(0) != "video" or address.parts[2:]):
        return None
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
    if not player or not is_id(video) or address.parts[2:] != ("index.html",):
        return None
    url = f"https://{address.host}/{account}/{player}/index.html?videoId={video}"
    return Found(video, url, url)


def _dailymotion(address: Address) -> Found | None:
    match = _DAILYMOTION.fullmatch("/".join((address.site, *address.parts)))
    if match is None:
        return None
    video = match["video"] or address.query.get("video", "")
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
    *before, last = address.parts or ("",)
    video = last if tuple(before) in _PEERTUBE_VIDEOS and is_id(last) else ""
    playlist = last if tuple(before) in _PEERTUBE_LISTS and is_id(last) else ""
    if len(playlist) in _PEERTUBE_ID_LENGTHS:
        base = f"https://{address.host}"
        return Found(playlist, f"{base}/w/p/{playlist}", f"{base}/video-playlists/embed/{playlist}")
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
        ("youtube.com", "m.youtube.com", "music.youtube.com", "youtu.be", "youtube-nocookie.com"),
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
        ("vimeo.com", "player.vimeo.com"),
        (
            "https://vimeo.com/12345",
            "https://player.vimeo.com/video/12345?h=KEY",
            "https://vimeo.com/groups/NAME/videos/12345",
            *examples(*_VIMEO),
        ),
        lambda address: _vimeo(address) or reader(*_VIMEO)(address),
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
        (
            "https://archive.org/embed/ID",
            "https://archive.org/details/ID",
            "https://archive.org/details/ID/talk.mp4",
        ),
        _archive,
        (16, 9),
        "all",
    ),
    Provider(
        "bilibili",
        "Bilibili",
        "recording",
        ("bilibili.com", "m.bilibili.com", "player.bilibili.com"),
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
        "dailymotion",
        "Dailymotion",
        "recording",
        ("dailymotion.com", "geo.dailymotion.com", "dai.ly"),
        ("https://www.dailymotion.com/video/ID", "https://dai.ly/ID"),
        _dailymotion,
        (16, 9),
    ),
)
"""Every host of videos the project knows by name."""
