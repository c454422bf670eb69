"""Elements of raw HTML -> what they embed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_eventreport.core.fields.urls import safe_url
from sphinx_eventreport.core.media.hosts.address import (
    Hosted,
    Kind,
    clean_url,
    is_id,
    is_placeholder,
    scheme_of,
)
from sphinx_eventreport.core.media.providers import (
    identify,
    page_in_fragment,
    refuses_frames,
    says_deck,
    viewed_document,
)
from sphinx_eventreport.core.media.ratios import ratio_of_frame, ratio_of_wrapper
from sphinx_eventreport.core.media.suffixes import kind_of_path
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.raw_html.tree import Element, text_of
from sphinx_eventreport.core.records import Track

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_eventreport.core.records import Ratio

    # An element and the ratio that it or a wrapper writes -> what it embeds.
    _Reader = Callable[[Element, Ratio | None], "Embed | None"]

_WRAPPERS = frozenset({"div", "p", "figure", "center", "section", "span"})
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
_PLAYERS = frozenset("reactplayer youtube liteyoutubeembed lite-youtube vimeo lite-vimeo".split())
_MOVIE_NAMES = frozenset({"movie", "src"})
# What players call themselves in every page; it says nothing about what they play.
_EMPTY_TITLES = frozenset(
    {
        "",
        "youtube video player",
        "vimeo video player",
        "slideslive presentation",
        "dailymotion video player",
        "webviewer",
        "embedded content",
        "iframe",
        "slides",
        "presentation",
        "video",
    }
)
# Words of a title that speak of slides; a "presentation" may be one of a product.
_TITLE_WORDS = frozenset({"slides", "slideshow", "deck", "slidedeck", "folien", "diapositives"})
_WORD = re.compile(r"\w+")
_HELPER_SCRIPTS = (
    "on.notist.cloud/",
    "slideslive.com/",
    "player.vimeo.com/api/",
    "speakerdeck.com/assets/",
    "gumroad.com/js/",
    "fast.wistia.com/",
    "fast.wistia.net/",
)
_TRACK_KINDS = frozenset({"subtitles", "captions", "descriptions", "chapters", "metadata"})
_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_LONGEST_SHOWN = 80
_HINT = "give it the address of what it should show, or remove it"


@dataclass(frozen=True, slots=True)
class Embed:
    """What an element embeds.

    ``source`` is a URL, or the path of a file in the source tree; then ``hosted`` is ``None`` and
    ``path`` is the same text. ``title`` is the element's own, if it says something. ``page`` counts
    slides from 1, ``start`` is in seconds, ``line`` is that of the element in the file. A recording may
    have a ``poster``, ``alternatives`` in other formats, and ``tracks``.
    """

    source: str
    kind: Kind
    hosted: Hosted | None = None
    path: str | None = None
    ratio: Ratio | None = None
    title: str | None = None
    page: int | None = None
    start: int | None = None
    line: int = 1
    poster: str | None = None
    alternatives: tuple[str, ...] = ()
    tracks: tuple[Track, ...] = ()


def find_embed(element: Element) -> Embed | None:
    """Return what *element* embeds, or a wrapper around one such element; ``None`` if nothing."""
    frame: Element | None = element
    # The innermost wrapper that says something about the ratio knows best.
    wrapped: Ratio | None = None
    while frame is not None:
        read = _reader_of(frame)
        embed = read(frame, wrapped or ratio_of_frame(frame)) if read else None
        if embed is not None:
            return embed
        wrapped = ratio_of_wrapper(frame) or wrapped
        frame = _sole_child(frame) if frame.tag in _WRAPPERS else None
    return None


def embed_problem(element: Element) -> Problem | None:
    """Return why *element*, which looks like an embed, embeds nothing; ``None`` if it does, or is not one."""
    if element.tag not in _READERS or find_embed(element) is not None or _is_picture(element):
        return None
    tag = element.tag
    source = clean_url(_address(element))
    if tag == "script" and not source:
        return None
    if not source:
        return _problem(element, Subtype.EMBED, f"<{tag}> has no address, so it shows nothing")
    return address_problem(source, f"<{tag}>", element.line) or _problem(
        element, Subtype.EMBED, f"<{tag}> has the address {_shown(source)}, which shows nothing"
    )


def address_problem(source: str, what: str, line: int | None) -> Problem | None:
    """Return what is wrong with *source* as the address of *what*; ``None`` if it can be one.

    *source* may be a URL or the path of a file.
    """
    source = clean_url(source)
    if not source:
        return Problem(Subtype.EMBED, f"{what} has no address, so it shows nothing", line=line, hint=_HINT)
    if is_placeholder(source):
        message = f"{what} has the address {_shown(source)}, which a template should have filled in"
        return Problem(Subtype.EMBED, message, line=line, hint=_HINT)
    hosted = identify(source)
    if hosted is not None:
        return None
    if scheme_of(source) or source.startswith("//") or safe_url(source) is None:
        message = f"{what} has the address {_shown(source)}, which is not a valid http or https URL"
        hint = "use an http or https URL, or the path of a file"
        return Problem(Subtype.URL, message, line=line, hint=hint)
    return None


def is_embed_helper(element: Element) -> bool:
    """Return whether *element* is a script that only serves an embed beside it (Notist, SlidesLive)."""
    if element.tag != "script":
        return False
    return clean_url(element.attrs.get("src", "")).partition("//")[2].startswith(_HELPER_SCRIPTS)


def _sole_child(element: Element) -> Element | None:
    """Return the only child of *element* that shows something, or ``None``."""
    sole = None
    for child in element.children:
        if isinstance(child, str) and not child.strip():
            continue
        if isinstance(child, Element) and (child.tag == "br" or is_embed_helper(child)):
            continue
        if sole is not None or not isinstance(child, Element):
            return None
        sole = child
    return sole


def _reader_of(element: Element) -> _Reader | None:
    if "data-notist" in element.attrs:
        return _notist
    if _wistia_id(element):
        return _wistia
    if element.attrs.get("id", "").startswith("presentation-embed-"):
        return _slideslive
    return _READERS.get(element.tag)


def _notist(element: Element, ratio: Ratio | None) -> Embed | None:
    """Read ``<p data-notist="user/id">View <a>Title</a> on Notist.</p>``."""
    embed = _embed_from(element, "https://noti.st/" + element.attrs["data-notist"].strip("/"), ratio)
    links = [child for child in element.children if isinstance(child, Element) and child.tag == "a"]
    title = text_of(links[0]).strip() if links else ""
    return replace(embed, title=title or None) if embed and embed.hosted and embed.hosted.provider else None


def _slideslive(element: Element, ratio: Ratio | None) -> Embed | None:
    """Read ``<div id="presentation-embed-38971762">``, which a script fills."""
    number = element.attrs["id"].rpartition("-")[2]
    if not number.isdecimal():
        return None
    return _embed_from(element, f"https://slideslive.com/embed/presentation/{number}", ratio)


def _wistia(element: Element, ratio: Ratio | None) -> Embed | None:
    return _embed_from(element, f"https://fast.wistia.net/embed/iframe/{_wistia_id(element)}", ratio)


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
    return _embed_from(element, _address(element), ratio)


def _object(element: Element, ratio: Ratio | None) -> Embed | None:
    """Read an ``<object>`` or ``<embed>``: of all they can show, documents and videos."""
    if _is_picture(element):
        return None
    embed = _embed_from(element, _address(element), ratio)
    if embed is not None and embed.kind == "page" and element.attrs.get("type", "").endswith("/pdf"):
        return replace(embed, kind="deck")
    if embed is not None and embed.kind != "page":
        return embed
    inner = [child for child in element.children if isinstance(child, Element) and child.tag == "embed"]
    return _object(inner[0], ratio) if inner else None


def _movie(element: Element) -> str:
    """Return the address in ``<param name="movie" value="...">``, as Flash players were given it."""
    params = (
        child.attrs for child in element.children if isinstance(child, Element) and child.tag == "param"
    )
    values = (attrs.get("value", "") for attrs in params if attrs.get("name", "").lower() in _MOVIE_NAMES)
    return next(filter(None, values), "")


def _video(element: Element, ratio: Ratio | None) -> Embed | None:
    embed = _embed_from(element, _address(element), ratio)
    if embed is None:
        return None
    sources = (child.attrs.get("src", "") for child in _children(element, "source"))
    others = [
        source for source in map(clean_url, sources) if source and source != clean_url(_address(element))
    ]
    tracks = (_track(child) for child in _children(element, "track") if child.attrs.get("src", "").strip())
    return replace(
        embed,
        kind="recording",
        poster=clean_url(element.attrs.get("poster", "")) or None,
        alternatives=tuple(source for source in others if address_problem(source, "", None) is None),
        tracks=tuple(track for track in tracks if address_problem(track.source, "", None) is None),
    )


def _children(element: Element, tag: str) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element) and child.tag == tag]


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
    return _embed_from(element, f"https://speakerdeck.com/player/{deck}{query}", ratio)


_READERS: dict[str, _Reader] = {
    "iframe": _frame,
    "object": _object,
    "embed": _object,
    "video": _video,
    "audio": _video,
    "script": _script,
    **dict.fromkeys(_PLAYERS, _frame),
}


def _address(element: Element) -> str:
    """Return the address in *element* as written, or ""."""
    attrs = element.attrs
    if element.tag in _PLAYERS:
        video = attrs.get("id") or attrs.get("videoid") or attrs.get("video-id") or ""
        page = "https://vimeo.com/" if "vimeo" in element.tag else "https://youtu.be/"
        return attrs.get("url") or attrs.get("src") or (page + video if video else "")
    if element.tag == "object":
        return attrs.get("data", "") or _movie(element)
    if element.tag == "script":
        return ""
    own = attrs.get("src", "")
    if own and clean_url(own) != "about:blank":
        return own
    inner = _children(element, "source")
    sources = [attrs.get("data-src", ""), *(child.attrs.get("src", "") for child in inner)]
    return next(filter(None, sources), own)


def _is_picture(element: Element) -> bool:
    if element.tag not in {"object", "embed"}:
        return False
    path = _address(element).partition("#")[0].partition("?")[0]
    return element.attrs.get("type", "").startswith("image/") or path.lower().endswith(_PICTURES)


def _embed_from(element: Element, address: str, ratio: Ratio | None) -> Embed | None:
    """Return the embed of what *address* leads to; *ratio* is the one written, before the host's own."""
    source = clean_url(address)
    hosted = identify(source)
    if hosted is None and address_problem(source, "", None) is not None:
        return None
    title = " ".join(element.attrs.get("title", "").split())
    title_said = None if title.casefold() in _EMPTY_TITLES else title
    if hosted is None:
        return _local(element, source, title_said, ratio)
    hosted = _as_framed(hosted)
    kind = "deck" if hosted.kind == "page" and _says_deck(element) else hosted.kind
    return Embed(
        source,
        kind,
        hosted,
        ratio=ratio or hosted.ratio,
        title=title_said,
        page=hosted.page,
        start=hosted.start,
        line=element.line,
    )


def _as_framed(hosted: Hosted) -> Hosted:
    """Return *hosted* with a frame, since its author had one, unless it cannot be so.

    A page of a host that frames its players only has none else; but who wrote a frame has seen it.
    """
    is_page = not hosted.provider and kind_of_path(hosted.id) == "page"
    if hosted.embed_url is not None or not is_page or refuses_frames(hosted.name):
        return hosted
    return replace(hosted, embed_url=hosted.url)


def _local(element: Element, source: str, title: str | None, ratio: Ratio | None) -> Embed | None:
    """Return the embed of a file in the source tree, directly or in a viewer such as PDF.js."""
    viewed = viewed_document(source)
    if viewed is not None:
        return _embed_from(Element(element.tag, element.attrs, line=element.line), viewed, ratio)
    rest, _, fragment = source.partition("#")
    path = unquote(rest.partition("?")[0])
    if not path.strip() or clean_url(path) != path or "\ufffd" in path:
        return None
    kind = kind_of_path(path)
    if kind == "page" and (says_deck(path) or _says_deck(element)):
        kind = "deck"
    page = page_in_fragment(fragment)
    return Embed(path, kind, path=path, ratio=ratio, title=title, page=page, line=element.line)


def _says_deck(element: Element) -> bool:
    """Return whether a class of *element* is a word for slides, or a word of its title."""
    words = _WORD.findall(element.attrs.get("title", "").casefold())
    return says_deck("/".join(element.attrs.get("class", "").split())) or not _TITLE_WORDS.isdisjoint(words)


def _problem(element: Element, subtype: Subtype, message: str) -> Problem:
    return Problem(subtype, message, line=element.line, hint=_HINT)


def _shown(source: str) -> str:
    return repr(source if len(source) <= _LONGEST_SHOWN else source[:_LONGEST_SHOWN] + "...")
