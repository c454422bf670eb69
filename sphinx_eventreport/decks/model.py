"""What workers get and return: plain values that can be sent between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Slide

PictureFormat = Literal["webp", "png", "jpeg"]

MAX_PAGES = 1_000
"""Pages that are read unless pages are chosen. Long decks with overlays have 300; what has more is a book."""

MAX_CHARS = 50_000
"""Characters that are read of one page. A page of a book has 3,000, a slide a few hundred."""

SHORTEST_SIDE, LONGEST_SIDE = 1.0, 1_000_000.0
"""Points: a page with a shorter or longer side counts as damaged.

PDF allows 3 to 14,400 (ISO 32000-1, Annex C.2), and programs exceed both. A side much shorter than a point is
rounded to zero, by which the ratio of the sides would be divided.
"""

THUMBNAIL_WIDTH = 320
"""Pixels. A gallery shows slides 16 rem wide: 256 pixels, or 320 where a rem is 20."""

_TALLEST = 2
"""Largest ratio of height to width of a picture. Portrait A4 has 1.4; a taller page is drawn narrower."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one call in a worker."""

    seconds: float = 60.0
    """Wall time. Reading 1,000 pages takes 1 to 4 s, drawing 8 pictures less than 1 s."""
    megabytes: int = 1024
    """Memory in units of 2**20 bytes. Real decks need up to 90, a picture of 100 megapixels 400."""

    def exceed(self, other: Limits) -> bool:
        """Return whether one of these limits is larger than that of *other*."""
        return self.seconds > other.seconds or self.megabytes > other.megabytes


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a deck could not be read or drawn."""

    problem: Problem
    """The problem as its author reads it."""
    limits: Limits | None = None
    """The limits under which it failed, for this build; ``None`` if it would fail under any, and in each."""
    lasting: bool = False
    """Whether it would fail again in the same build, unlike after a full disk or a lost connection."""


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """How slides are drawn."""

    width: int = 1280
    """Pixels."""
    thumbnail_width: int | None = THUMBNAIL_WIDTH
    """Pixels; ``None`` for no thumbnails."""
    quality: int = 75
    """0 to 100, for libwebp and libjpeg; PNG ignores it."""
    method: int = 2
    """Effort of libwebp, 0 to 6. On real decks 2 takes two thirds of the time of 4, and 5 % more bytes."""
    format: PictureFormat = "webp"
    """Pillow's name for the format, and the suffix of the files."""

    def size_of(self, width: float, height: float) -> tuple[int, int]:
        """Return the size in pixels of the picture of a page of *width* by *height* points."""
        ratio = height / width
        if ratio > _TALLEST:
            return max(1, round(_TALLEST * self.width / ratio)), _TALLEST * self.width
        return self.width, max(1, round(self.width * ratio))


@dataclass(frozen=True, slots=True)
class DeckContent:
    """The content of a PDF."""

    title: str
    """The title in its metadata, else that of its first slide; "" if it has neither."""
    page_count: int
    """How many pages it has, whether read or not."""
    slides: tuple[Slide, ...]
    """The pages that were asked for, by number, without those that are damaged."""
    problems: tuple[Problem, ...] = ()
    """Problems of single pages: they are damaged, their text is unreadable, a font is missing."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One page, drawn."""

    number: int
    """The number of the page, counted from 1."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    data: bytes
    """The file, in the format that was asked for."""
    thumbnail: bytes | None = None
    """The file of the small picture; ``None`` if none was asked for."""
