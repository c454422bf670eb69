"""Single elements of HTML -> what they embed: frames, players, and what scripts fill."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.embed import address_problem, embed_from
from sphinx_eventreport.core.media.hosts.address import clean_url, is_id
from sphinx_eventreport.core.raw_html.known import PLAYERS
from sphinx_eventreport.core.raw_html.tree import text_of
from sphinx_eventreport.core.records import Track

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_eventreport.core.media.embed import Embed
    from sphinx_eventreport.core.raw_html.tree import Element
    from sphinx_eventreport.core.records import Ratio

    # An element and the ratio that it or a wrapper writes -> what it embeds.
    Reader = Callable[[Element, Ratio | None], Embed | None]

_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
_MOVIE_NAMES = frozenset({"movie", "src"})
_TRACK_KINDS = frozenset({"subtitles", "captions", "descriptions", "chapters", "metadata"})
_LANGUAGE = lazy_regex("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")


def reader_of(element: Element) -> Reader | None:
    """Return what reads *element*; ``None`` if elements of this sort embed nothing."""
    if "data-notist" in element.attrs:
        return _notist
    if _wistia_id(element):
        return _wistia
    if element.attrs.get("id", "").startswith("presentation-embed-"):
        return _slideslive
    return READERS.get(element.tag)


def _notist(element: Element, ratio: Ratio | None) -> Embed | None:
    """Read ``<p data-notist="user/id">View <a>Title</a> on Notist.</p>``."""
    embed = embed_from(element, "https://noti.st/" + element.attrs["data-notist"].strip("/"), ratio)
    links = element.named("a")
    title = text_of(links[0]).strip() if links else ""
    return replace(embed, title=title or None) if embed and embed.hosted and embed.hosted.provider else None


def _slideslive(element: Element, ratio: Ratio | None) -> Embed | None:
    """Read ``<div id="presentation-embed-38971762">``, which a script fills."""
    number = element.attrs["id"].rpartition("-")[2]
    if not number.isdecimal():
        return None
    return embed_from(element, f"https://slideslive.com/embed/presentation/{number}", ratio)


def _wistia(element: Element, ratio: Ratio | None) -> Embed | None:
    return embed_from(element, f"https://fast.wistia.net/embed/iframe/{_wistia_id(element)}", ratio)


def _wistia_id(element: Element) -> str:
    """Return the id in ``<div class="wistia_async_ID">`` or ``<wistia-player media-id="ID">``."""
    names = [
        name.removeprefix("wistia_async_")
        for name in element.attrs.get("class", "").split()
        if name.startswith("wistia_async_")
    ]
    if element.tag == "wistia-player":
        names.append(element.attrs.get("media-id", ""))
    return next(filter(is_id, names), "")


def _frame(element: Element, ratio: Ratio | None) -> Embed | None:
    return embed_from(element, address_in(element), ratio)


def _object(element: Element, ratio: Ratio | None) -> Embed | None:
    """Read an ``<object>`` or ``<embed>``: of all they can show, documents and videos."""
    if is_picture(element):
        return None
    embed = embed_from(element, address_in(element), ratio)
    if embed is not None and embed.kind == "page" and element.attrs.get("type", "").endswith("/pdf"):
        return replace(embed, kind="deck")
    if embed is not None and embed.kind != "page":
        return embed
    inner = element.named("embed")
    return _object(inner[0], ratio) if inner else None


def _movie(element: Element) -> str:
    """Return the address in ``<param name="movie" value="...">``, as Flash players were given it."""
    params = (child.attrs for child in element.named("param"))
    values = (attrs.get("value", "") for attrs in params if attrs.get("name", "").lower() in _MOVIE_NAMES)
    return next(filter(None, values), "")


def _video(element: Element, ratio: Ratio | None) -> Embed | None:
    embed = embed_from(element, address_in(element), ratio)
    if embed is None:
        return None
    sources = (child.attrs.get("src", "") for child in element.named("source"))
    others = [
        source for source in map(clean_url, sources) if source and source != clean_url(address_in(element))
    ]
    tracks = (_track(child) for child in element.named("track") if child.attrs.get("src", "").strip())
    return replace(
        embed,
        kind="recording",
        poster=clean_url(element.attrs.get("poster", "")) or None,
        alternatives=tuple(source for source in others if address_problem(source, "", None) is None),
        tracks=tuple(track for track in tracks if address_problem(track.source, "", None) is None),
    )


def _track(element: Element) -> Track:
    attrs = element.attrs
    kind = attrs.get("kind", "").strip().lower()
    language = attrs.get("srclang", "").strip()
    return Track(
        clean_url(attrs["src"]),
        kind if kind in _TRACK_KINDS else "subtitles",
        language if _LANGUAGE.fullmatch(language) else None,
        " ".join(attrs.get("label", "").split()) or None,
        default="default" in attrs,
    )


def _script(element: Element, ratio: Ratio | None) -> Embed | None:
    """Read ``<script class="speakerdeck-embed" data-id="...">``."""
    deck = element.attrs.get("data-id", "").strip()
    if "speakerdeck-embed" not in element.attrs.get("class", "").split() or not is_id(deck):
        return None
    slide = element.attrs.get("data-slide", "").strip()
    query = f"?slide={slide}" if slide.isascii() and slide.isdecimal() else ""
    return embed_from(element, f"https://speakerdeck.com/player/{deck}{query}", ratio)


READERS: Mapping[str, Reader] = {
    "iframe": _frame,
    "object": _object,
    "embed": _object,
    "video": _video,
    "audio": _video,
    "script": _script,
    **dict.fromkeys(PLAYERS, _frame),
}


def address_in(element: Element) -> str:
    """Return the address in *element* as written, or ""."""
    attrs = element.attrs
    if element.tag in PLAYERS:
        video = attrs.get("id") or attrs.get("videoid") or attrs.get("video-id") or ""
        page = "https://vimeo.com/" if "vimeo" in element.tag else "https://youtu.be/"
        address = video if not video or "//" in video else page + video
        return attrs.get("url") or attrs.get("src") or address
    if element.tag == "object":
        return attrs.get("data", "") or _movie(element)
    if element.tag == "script":
        return ""
    own = attrs.get("src", "")
    if own and clean_url(own) != "about:blank":
        return own
    inner = element.named("source")
    sources = [attrs.get("data-src", ""), *(child.attrs.get("src", "") for child in inner)]
    return next(filter(None, sources), own)


def is_picture(element: Element) -> bool:
    """Return whether *element* is an ``<object>`` or ``<embed>`` that shows a picture."""
    if element.tag not in {"object", "embed"}:
        return False
    path = address_in(element).partition("#")[0].partition("?")[0]
    return element.attrs.get("type", "").startswith("image/") or path.lower().endswith(_PICTURES)
