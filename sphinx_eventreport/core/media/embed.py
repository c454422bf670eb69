"""An address in an element of HTML -> what it embeds, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_eventreport.core.fields.urls import safe_url
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import (
    Hosted,
    Kind,
    clean_url,
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
from sphinx_eventreport.core.media.suffixes import kind_of_path
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.raw_html.tree import Element

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Ratio, Track

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
_WORD = lazy_regex(r"\w+")
_LONGEST_SHOWN = 80
HINT = "give it the address of what it should show, or remove it"
"""The advice about an embed that shows nothing."""


@dataclass(frozen=True, slots=True)
class Embed:
    """The thing that an element embeds."""

    source: str
    """A URL, or the path of a file in the source tree."""
    kind: Kind
    """The kind of thing."""
    hosted: Hosted | None = None
    """What is known of a URL; ``None`` for a file."""
    path: str | None = None
    """The path of a file, the same text as the source; ``None`` for a URL."""
    ratio: Ratio | None = None
    """Width and height, where something says them."""
    title: str | None = None
    """The element's own title, if it says something."""
    page: int | None = None
    """The slide to begin at, counted from 1."""
    start: int | None = None
    """Seconds from the beginning."""
    line: int = 1
    """The line of the element in the file."""
    poster: str | None = None
    """A picture to show before a recording is played."""
    alternatives: tuple[str, ...] = ()
    """A recording in other formats."""
    tracks: tuple[Track, ...] = ()
    """Captions and the like of a recording."""


def address_problem(source: str, what: str, line: int | None) -> Problem | None:
    """Return what is wrong with *source* as the address of *what*; ``None`` if it can be one.

    *source* may be a URL or the path of a file.
    """
    source = clean_url(source)
    if not source:
        return Problem(Subtype.EMBED, f"{what} has no address, so it shows nothing", line=line, hint=HINT)
    if is_placeholder(source):
        message = f"{what} has the address {shown(source)}, which a template should have filled in"
        return Problem(Subtype.EMBED, message, line=line, hint=HINT)
    hosted = identify(source)
    if hosted is not None:
        return None
    if scheme_of(source) or source.startswith("//") or safe_url(source) is None:
        message = f"{what} has the address {shown(source)}, which is not a valid http or https URL"
        hint = "use an http or https URL, or the path of a file"
        return Problem(Subtype.URL, message, line=line, hint=hint)
    return None


def embed_from(element: Element, address: str, ratio: Ratio | None) -> Embed | None:
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
        return embed_from(Element(element.tag, element.attrs, line=element.line), viewed, ratio)
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


def shown(source: str) -> str:
    """Return *source* as messages quote it."""
    return repr(source if len(source) <= _LONGEST_SHOWN else source[:_LONGEST_SHOWN] + "...")
