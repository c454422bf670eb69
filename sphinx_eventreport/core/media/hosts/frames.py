"""Hosts of what is neither slides nor a recording: maps, calendars, forms, sound, pictures, code, texts.

A frame of theirs says what it is, and makes no talk. The tables hold the addresses that such frames
have; they are kept as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import Address, Found, Provider, clean_url, is_id
from sphinx_eventreport.core.media.hosts.shape import Shape, reader, shaped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_eventreport.core.media.hosts.address import Kind

# google.com, google.de, google.co.uk and the like.
_GOOGLE = lazy_regex(r"(?:maps\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})")
_UNSAFE = lazy_regex(r"[\s\"'<>]")


# Of each kind: what a host is called, its domain, and how the paths of its frames begin.
_FRAMES: Mapping[Kind, Sequence[tuple[str, str, str]]] = {
    "map": (
        ("OpenStreetMap", "openstreetmap.org", "export/embed"),
        ("uMap", "umap.openstreetmap.fr", ""),
        ("uMap", "umap.openstreetmap.de", ""),
        ("Framacarte", "framacarte.org", ""),
        ("Bing", "bing.com", "maps/embed"),
        ("Mapbox", "api.mapbox.com", "styles"),
        ("Mapy", "frame.mapy.cz", ""),
        ("Yandex", "yandex.com", "map-widget"),
        ("Yandex", "yandex.ru", "map-widget"),
    ),
    "calendar": (
        ("Google", "calendar.google.com", "calendar"),
        ("Google", "google.com", "calendar/embed"),
        ("Outlook", "outlook.live.com", "owa/calendar"),
        ("Outlook", "outlook.live.com", "calendar"),
        ("Outlook", "outlook.office365.com", "owa/calendar"),
        ("Outlook", "outlook.office.com", "calendar"),
        ("Calendly", "calendly.com", ""),
        ("Cal.com", "cal.com", ""),
        ("Teamup", "teamup.com", ""),
        ("Luma", "lu.ma", "embed"),
        ("Luma", "luma.com", "embed"),
        ("Framagenda", "framagenda.org", ""),
    ),
    "form": (
        ("Google", "docs.google.com", "forms"),
        ("Google", "forms.gle", ""),
        ("Microsoft", "forms.office.com", ""),
        ("Microsoft", "forms.microsoft.com", ""),
        ("Microsoft", "forms.cloud.microsoft", ""),
        ("Typeform", "form.typeform.com", ""),
        ("Typeform", "*.typeform.com", "to"),
        ("Airtable", "airtable.com", "embed"),
        ("Jotform", "form.jotform.com", ""),
        ("Jotform", "jotform.com", ""),
        ("Tally", "tally.so", ""),
        ("SurveyMonkey", "surveymonkey.com", "r"),
        ("Framaforms", "framaforms.org", ""),
        ("Eventbrite", "eventbrite.com", "tickets-external"),
        ("Eventbrite", "eventbrite.com", "checkout-external"),
        ("Substack", "*.substack.com", "embed"),
    ),
    "audio": (
        ("SoundCloud", "w.soundcloud.com", "player"),
        ("anchor.fm", "anchor.fm", ""),
        ("Spotify", "podcasters.spotify.com", ""),
        ("Spotify", "creators.spotify.com", ""),
        ("Apple Podcasts", "embed.podcasts.apple.com", ""),
        ("Apple Music", "embed.music.apple.com", ""),
        ("Simplecast", "player.simplecast.com", ""),
        ("Simplecast", "embed.simplecast.com", ""),
        ("Buzzsprout", "buzzsprout.com", ""),
        ("Libsyn", "html5-player.libsyn.com", ""),
        ("Libsyn", "play.libsyn.com", ""),
        ("Podbean", "podbean.com", ""),
        ("Captivate", "player.captivate.fm", ""),
        ("Transistor", "share.transistor.fm", ""),
        ("Bandcamp", "bandcamp.com", "EmbeddedPlayer"),
        ("Mixcloud", "mixcloud.com", ""),
        ("Mixcloud", "player-widget.mixcloud.com", ""),
        ("Spreaker", "widget.spreaker.com", ""),
        ("iVoox", "ivoox.com", ""),
        ("Omny", "omny.fm", ""),
        ("Megaphone", "player.megaphone.fm", ""),
        ("Megaphone", "playlist.megaphone.fm", ""),
        ("Acast", "embed.acast.com", ""),
        ("Ausha", "player.ausha.co", ""),
        ("Audioboom", "embeds.audioboom.com", ""),
        ("Fireside", "player.fireside.fm", ""),
        ("Blubrry", "player.blubrry.com", ""),
        ("Pinecast", "pinecast.com", "player"),
        ("Deezer", "widget.deezer.com", ""),
    ),
    "picture": (
        ("Giphy", "giphy.com", "embed"),
        ("Tenor", "tenor.com", "embed"),
        ("Imgur", "imgur.com", ""),
        ("Flickr", "flickr.com", ""),
        ("Instagram", "instagram.com", ""),
    ),
    "code": (
        ("CodePen", "codepen.io", ""),
        ("JSFiddle", "jsfiddle.net", ""),
        ("CodeSandbox", "codesandbox.io", ""),
        ("StackBlitz", "stackblitz.com", ""),
        ("Observable", "observablehq.com", ""),
        ("asciinema", "asciinema.org", "a"),
        ("Replit", "replit.com", ""),
    ),
    "document": (
        ("Google", "docs.google.com", "document"),
        ("Google", "docs.google.com", "spreadsheets"),
    ),
}


def _as_written(path: str) -> Callable[[Address], Found | None]:
    """Return a reader that keeps addresses whose path begins with *path*."""
    steps = tuple(filter(None, path.split("/")))

    def read(address: Address) -> Found | None:
        # "export/embed" is that of "export/embed.html" as well.
        begins = tuple(part.removesuffix(".html") for part in address.parts[: len(steps)])
        if begins != steps:
            return None
        url = _clean(address.url)
        return Found("/".join(address.parts), url, url)

    return read


def _clean(url: str) -> str:
    """Return *url* with what could end an attribute of HTML in percent-escapes."""
    return _UNSAFE.sub(lambda match: quote(match[0]), clean_url(url))


def _provider(kind: Kind, name: str, host: str, path: str) -> Provider:
    key = "-".join(filter(None, (kind, host.removeprefix("*."), path.replace("/", "-"))))
    shape = f"https://{host.replace('*.', 'ANY.')}/{path}".rstrip("/") + "/ID"
    return Provider(key, name, kind, (host,), (shape,), _as_written(path), frames="all")


def _google_map(address: Address) -> Found | None:
    """Read a map of Google, which has a domain in each country."""
    is_map = address.part(0) == "maps" and address.part(-1) == "embed"
    is_old = address.part(0) == "maps" and address.query.get("output") == "embed"
    if not _GOOGLE.fullmatch(address.site) or not (is_map or is_old):
        return None
    url = _clean(address.url)
    return Found("map", url, url)


def _soundcloud(address: Address) -> Found | None:
    """Read a track or a playlist; its player is given the address of the page."""
    if len(address.parts) not in {2, 3} or not all(map(is_id, address.parts)):
        return None
    url = f"https://soundcloud.com/{'/'.join(address.parts)}"
    return Found(address.parts[-1], url, f"https://w.soundcloud.com/player/?url={quote(url, safe='')}")


def _hackmd(address: Address) -> Found | None:
    """Read a note; with ``/p/`` or with the number of a slide behind ``#`` it is shown as slides."""
    found = reader(*_HACKMD)(address)
    if found is None:
        return None
    place = f"#{address.fragment}" if re.fullmatch(r"/(?:\d+(?:/\d+)?)?", address.fragment) else ""
    kind: Kind = "deck" if place or address.part(0) == "p" else "document"
    return Found(found.id, found.url + place, found.url + place, kind=kind)


_HACKMD = (
    Shape("https://hackmd.io/p/ID"),
    Shape("https://hackmd.io/@NAME/TITLE"),
    Shape("https://hackmd.io/CODE"),
)
_SPOTIFY = (
    *(
        Shape(f"https://open.spotify.com/{page}/PATH", f"https://open.spotify.com/{page}/PATH")
        for page in ("embed", "embed-podcast")
    ),
    *(
        Shape(f"https://open.spotify.com/{what}/ID", f"https://open.spotify.com/embed/{what}/ID")
        for what in ("episode", "show", "track", "album", "playlist")
    ),
)

FRAMES: tuple[Provider, ...] = tuple(_provider(kind, *row) for kind, rows in _FRAMES.items() for row in rows)
"""Hosts whose frames are kept as they are."""

CONTENT_HOSTS: tuple[Provider, ...] = (
    Provider(
        "soundcloud",
        "SoundCloud",
        "audio",
        ("soundcloud.com",),
        ("https://soundcloud.com/NAME/TITLE",),
        _soundcloud,
    ),
    shaped("spotify", "Spotify", "audio", ("open.spotify.com",), *_SPOTIFY, ratio=None),
    Provider(
        "hackmd",
        "HackMD",
        "document",
        ("hackmd.io",),
        ("https://hackmd.io/p/ID#/3", "https://hackmd.io/@NAME/TITLE"),
        _hackmd,
        frames="all",
    ),
    shaped(
        "notion",
        "Notion",
        "document",
        ("notion.so", "notion.site", "*.notion.site"),
        Shape("https://ANY.notion.site/ebd/ID", "https://ANY.notion.site/ebd/ID"),
        Shape("https://ANY.notion.site/TITLE"),
        Shape("https://www.notion.so/TITLE"),
        Shape("https://www.notion.so/NAME/TITLE"),
        ratio=None,
    ),
    shaped(
        "linkedin",
        "LinkedIn",
        "page",
        ("linkedin.com",),
        Shape(
            "https://www.linkedin.com/embed/feed/update/PATH",
            "https://www.linkedin.com/embed/feed/update/PATH",
        ),
        Shape("https://www.linkedin.com/posts/PATH"),
        Shape("https://www.linkedin.com/feed/update/PATH"),
        frames="none",
        ratio=None,
    ),
)
"""Hosts of such content whose pages lead to a player."""

GOOGLE_MAPS = Provider(
    "google-maps",
    "Google",
    "map",
    (),
    ("https://www.google.com/maps/embed?pb=ID",),
    _google_map,
    frames="all",
)
"""Maps of Google, in every country."""
