"""Records of what is shown: decks with their slides, recordings, and other frames."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sphinx_eventreport.core.record import NamedRecord, Record

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate

Layout = Literal["player", "gallery", "link", "poster"]
SlideText = Literal["closed", "open", "none"]
Align = Literal["left", "center", "right"]
Ratio = tuple[int, int]
"""Width and height of a frame, reduced: ``(16, 9)``, ``(100, 63)``."""


@dataclass(frozen=True, slots=True)
class Slide(Record):
    """One page of a deck."""

    number: int
    """The page of the PDF, counted from 1."""
    title: str = ""
    """Its title, "" where none can be told."""
    text: str = ""
    """The rest of its text, in reading order: one paragraph or item a line."""
    links: tuple[str, ...] = ()
    """Its http, https and mailto addresses, each once."""
    width: float = 0.0
    """How wide the page is shown, in points of 1/72 inch."""
    height: float = 0.0
    """How high the page is shown, in points of 1/72 inch."""
    label: str = ""
    """The page's label in the PDF, such as "iv"; "" where that is its number, or where it has none."""


@dataclass(frozen=True, slots=True)
class DeckView(Record):
    """How a deck held as a file is shown."""

    layout: Layout | None = None
    """As a player, a gallery, a link or a poster; ``None`` where the site decides."""
    pages: tuple[int, ...] = ()
    """The numbers of the slides to show, in their order; empty for all of them."""
    text: SlideText = "closed"
    """Whether the text of the slides is folded away, shown, or left out of page and search index."""
    width: str | None = None
    """A length or percentage, as CSS writes it."""
    align: Align | None = None
    """The side on which text flows around it, or the centre."""
    download: bool = True
    """Whether there is a link to the file."""
    internal: tuple[int, ...] = ()
    """The numbers of the slides that are only on the site for the team."""


DEFAULT_VIEW = DeckView()


@dataclass(frozen=True, slots=True)
class Deck(NamedRecord):
    """Slides: a file in the source tree, or a deck at a host, of which the source tree may have a copy."""

    label: str
    """The name for references, unique on its page among decks."""
    title: str
    """Its own title; without one, that of its talk."""
    source: str
    """The source as its author wrote it: a path or a URL."""
    provider: str
    """The host, by its key in ``core.media.providers``; "file" for a file, "" for an unknown host."""
    url: str | None = None
    """The page that a reader opens; ``None`` for a file."""
    embed_url: str | None = None
    """The address that a player loads; ``None`` for a file, and for a host without a player."""
    path: str | None = None
    """Where the file, or the copy, is in the source directory; ``None`` if there is neither."""
    ratio: Ratio = (16, 9)
    """Width and height of a slide."""
    page: int | None = None
    """The page to open first, counted from 1."""
    poster: str | None = None
    """A picture to show before it is opened: a path, as written."""
    alt: str | None = None
    """A text for those who do not see the picture."""
    license: str | None = None
    """The licence of the slides, an SPDX identifier as written."""
    password: str | None = field(default=None, repr=False)
    """The password of the file. It must not appear in output: code that writes records names its fields."""
    view: DeckView = DEFAULT_VIEW
    """How it is shown."""
    slides: tuple[Slide, ...] = ()
    """The pages that are shown, if the file could be read."""
    page_count: int = 0
    """How many pages the file has; 0 if it could not be read."""
    sha256: str | None = None
    """The SHA-256 digest of the file, in hexadecimal."""
    archived: PartialDate | None = None
    """The day on which the copy was taken."""


@dataclass(frozen=True, slots=True)
class Track(Record):
    """Captions and the like of a recording: a file of WebVTT."""

    source: str
    """The source as its author wrote it: a path or a URL."""
    kind: str = "subtitles"
    """A word of HTML: "subtitles", "captions", "descriptions", "chapters" or "metadata"."""
    language: str | None = None
    """A BCP 47 tag."""
    label: str | None = None
    """Its name in players."""
    default: bool = False
    """Whether players show it unless a reader says otherwise."""


@dataclass(frozen=True, slots=True)
class Recording(NamedRecord):
    """A recording of a talk, with or without a picture."""

    label: str
    """The name for references, unique on its page among recordings."""
    title: str
    """Its own title; without one, that of its talk."""
    source: str
    """The source as its author wrote it: a path or a URL."""
    provider: str
    """The host, by its key in ``core.media.providers``; "file" for a file, "" for an unknown host."""
    url: str | None = None
    """The page that a reader opens; ``None`` for a file."""
    embed_url: str | None = None
    """The address that a player loads; ``None`` for a file, and for a host without a player."""
    path: str | None = None
    """Where the file is in the source directory; ``None`` if it is at a host."""
    ratio: Ratio = (16, 9)
    """Width and height of the picture."""
    poster: str | None = None
    """A picture to show before it is played: a path, as written."""
    alternatives: tuple[str, ...] = ()
    """The same in other formats: paths or URLs, as written."""
    tracks: tuple[Track, ...] = ()
    """Its captions, subtitles and the like."""


@dataclass(frozen=True, slots=True)
class Frame(Record):
    """Something shown in a frame that is neither slides nor a recording: a map, a form, a page.

    It has no label, for nothing refers to it.
    """

    kind: str
    """Its kind: "map", "calendar", "form", "audio", "picture", "code", "document", "page" if unknown."""
    title: str
    """Its title; "" where nothing was written."""
    source: str
    """The source as its author wrote it: a path or a URL."""
    provider: str
    """The host, by its key in ``core.media.providers``; "file" for a file, "" for an unknown host."""
    host: str = ""
    """The name of its host; "" for a file."""
    url: str | None = None
    """The page that a reader opens; ``None`` for a file."""
    embed_url: str | None = None
    """The address that the frame loads; ``None`` for a file, and for a host that allows no frame."""
    path: str | None = None
    """Where the file is, as written; ``None`` if it is at a host."""
    ratio: Ratio = (16, 9)
    """Width and height of the frame."""
