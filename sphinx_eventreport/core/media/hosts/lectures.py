"""Hosts of recorded lectures and meetings, most of them read by patterns alone."""

from __future__ import annotations

from urllib.parse import urlencode

from sphinx_eventreport.core.media.hosts.address import Address, Found, Provider, is_id, seconds, slug
from sphinx_eventreport.core.media.hosts.shape import Shape, examples, reader, shaped


def _twitch(address: Address) -> Found | None:
    """Read a video, a clip or a channel; its player shows nothing without the name of the site around it.

    So there is a player only where the author has written the name of a site, as ``parent``.
    """
    player, page = _twitch_player(address)
    if not page:
        return None
    parent = address.query.get("parent", "")
    embed = f"{player}&{urlencode({'parent': parent, 'autoplay': 'false'})}" if parent else None
    start = seconds(address.query.get("t", ""))
    return Found(page.rpartition("/")[2], page, embed, start=start)


def _twitch_player(address: Address) -> tuple[str, str]:
    """Return the address of a player, which has a query, and of the page; both "" for other pages."""
    host, path = address.site, "/".join(address.parts)
    if host == "player.twitch.tv" and not path:
        video, channel = address.query.get("video", "").removeprefix("v"), address.query.get("channel", "")
        return _twitch_video(video) if video else _twitch_channel(channel)
    if host == "clips.twitch.tv":
        return _twitch_clip(address.query.get("clip", "") if path == "embed" else path)
    found = _TWITCH_PAGES(address)
    if found is None:
        return "", ""
    return _twitch_clip(found.id) if "clip" in address.parts else _twitch_video(found.id)


def _twitch_video(video: str) -> tuple[str, str]:
    if not (video.isascii() and video.isdecimal()):
        return "", ""
    return f"https://player.twitch.tv/?video={video}", f"https://www.twitch.tv/videos/{video}"


def _twitch_clip(clip: str) -> tuple[str, str]:
    if not is_id(clip):
        return "", ""
    return f"https://clips.twitch.tv/embed?clip={clip}", f"https://clips.twitch.tv/{clip}"


def _twitch_channel(channel: str) -> tuple[str, str]:
    if not is_id(channel):
        return "", ""
    return f"https://player.twitch.tv/?channel={channel}", f"https://www.twitch.tv/{channel}"


_TWITCH_PAGES = reader(
    *(
        Shape(f"https://{host}twitch.tv/{path}")
        for host in ("", "m.", "go.")
        for path in ("videos/NUMBER", "NAME/v/NUMBER", "NAME/video/NUMBER", "NAME/clip/ID", "clip/ID")
    )
)


def _kaltura(address: Address) -> Found | None:
    """Read a player of Kaltura's own servers, which keep the entry in the query or in the path."""
    parts = address.parts
    if parts[:1] not in {("p",), ("html5",), ("index.php",)}:
        return None
    entry = address.query.get("entry_id", "")
    if not entry and "entry_id" in parts[:-1]:
        entry = parts[parts.index("entry_id") + 1]
    if not is_id(entry):
        return None
    path = "/".join(map(slug, parts))
    fields = ("iframeembed", "playerId", "wid", "entry_id")
    query = urlencode({name: address.query[name] for name in fields if name in address.query})
    url = f"https://{address.host}/{path}" + (f"?{query}" if query else "")
    return Found(entry, url, url)


def _kaltura_frame(address: Address) -> Found | None:
    """Read ``embed/secure/iframe/entryId/ID/...``, a player of a media space on any host."""
    parts = address.parts
    if parts[:1] != ("embed",) or "entryId" not in parts[:-1]:
        return None
    entry = parts[parts.index("entryId") + 1]
    if not is_id(entry):
        return None
    path = "/".join(map(slug, parts))
    return Found(entry, f"https://{address.host}/media/{entry}", f"https://{address.host}/{path}")


_KALTURA = (Shape("https://ANY/media/t/ID"), Shape("https://ANY/media/TITLE/ID"))
_MEDIA_SPACE = (Shape("https://ANY/media/t/ENTRY"), Shape("https://ANY/media/TITLE/ENTRY"))
_PANOPTO = tuple(
    Shape(
        f"https://ANY/Panopto/Pages/{page}.aspx?id=GUID",
        "https://ANY/Panopto/Pages/Embed.aspx?id=GUID&autoplay=false",
        "https://ANY/Panopto/Pages/Viewer.aspx?id=GUID",
    )
    for page in ("Viewer", "Embed")
)

LECTURE_HOSTS = (
    shaped(
        "tib",
        "TIB AV-Portal",
        "recording",
        ("av.tib.eu",),
        Shape("https://av.tib.eu/media/NUMBER", "https://av.tib.eu/player/NUMBER"),
        Shape(
            "https://av.tib.eu/player/NUMBER",
            "https://av.tib.eu/player/NUMBER",
            "https://av.tib.eu/media/NUMBER",
        ),
    ),
    shaped(
        "loom",
        "Loom",
        "recording",
        ("loom.com",),
        Shape("https://www.loom.com/share/ID", "https://www.loom.com/embed/ID"),
        Shape(
            "https://www.loom.com/embed/ID", "https://www.loom.com/embed/ID", "https://www.loom.com/share/ID"
        ),
    ),
    shaped(
        "wistia",
        "Wistia",
        "recording",
        ("*.wistia.com", "*.wistia.net"),
        Shape("https://fast.wistia.net/embed/iframe/ID", "https://fast.wistia.net/embed/iframe/ID"),
        Shape("https://fast.wistia.com/embed/iframe/ID", "https://fast.wistia.net/embed/iframe/ID"),
        Shape("https://ANY.wistia.com/medias/ID", "https://fast.wistia.net/embed/iframe/ID"),
    ),
    Provider(
        "twitch",
        "Twitch",
        "recording",
        ("twitch.tv", "m.twitch.tv", "go.twitch.tv", "player.twitch.tv", "clips.twitch.tv"),
        (
            "https://player.twitch.tv/?video=12345&parent=YOUR.HOST",
            "https://www.twitch.tv/videos/12345",
            "https://clips.twitch.tv/ID",
        ),
        _twitch,
        (16, 9),
    ),
    shaped(
        "odysee",
        "Odysee",
        "recording",
        ("odysee.com",),
        Shape(
            "https://odysee.com/$/embed/CLAIM/CLAIM2",
            "https://odysee.com/$/embed/CLAIM/CLAIM2",
            "https://odysee.com/CLAIM/CLAIM2",
        ),
        Shape(
            "https://odysee.com/$/embed/CLAIM",
            "https://odysee.com/$/embed/CLAIM",
            "https://odysee.com/CLAIM",
        ),
        Shape("https://odysee.com/@NAME/CLAIM", "https://odysee.com/$/embed/@NAME/CLAIM"),
    ),
    shaped(
        "zoom",
        "Zoom",
        "recording",
        ("zoom.us", "*.zoom.us"),
        Shape("https://zoom.us/rec/share/TITLE"),
        Shape("https://zoom.us/rec/play/TITLE"),
        Shape("https://ANY.zoom.us/rec/share/TITLE"),
        Shape("https://ANY.zoom.us/rec/play/TITLE"),
        frames="none",
    ),
    Provider(
        "kaltura",
        "Kaltura",
        "recording",
        ("kaltura.com", "*.kaltura.com", "video.csc.fi"),
        ("https://cdnapisec.kaltura.com/p/12345/embedIframeJs/uiconf_id/12345?iframeembed=true&entry_id=ID",),
        lambda address: _kaltura(address) or _kaltura_frame(address) or reader(*_KALTURA)(address),
        (16, 9),
    ),
)
"""Hosts that have a domain of their own."""

KALTURA_ANYWHERE = Provider(
    "kaltura-space",
    "Kaltura",
    "recording",
    (),
    ("https://ANY.HOST/embed/secure/iframe/entryId/ENTRY/uiConfId/12345", *examples(*_MEDIA_SPACE)),
    lambda address: _kaltura_frame(address) or reader(*_MEDIA_SPACE)(address),
    (16, 9),
)
"""A media space of Kaltura, which universities run under domains of their own."""

PANOPTO = shaped("panopto", "Panopto", "recording", (), *_PANOPTO)
"""Panopto, which every customer has under a domain of its own."""
