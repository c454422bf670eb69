"""What goes into a deck's workers and what comes out: plain values, which travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Slide

PictureFormat = Literal["webp", "png", "jpeg"]

MAX_PAGES = 1_000
"""Pages: a PDF with more is a book, unless the pages are chosen. Long decks with overlays have 300."""

MAX_CHARS = 50_000
"""Characters of one page; the rest is left out. A page of a book has 3,000, a slide a few hundred."""

SHORTEST_SIDE, LONGEST_SIDE = 1.0, 1_000_000.0
"""Points: a page with a shorter or longer side is damaged.

PDF has 3 and 14,400 (ISO 32000-1, Annex C.2), which programs go beyond. A side much shorter than a point is
rounded to nothing, and the ratio of the two sides has no end.
"""

THUMBNAIL_WIDTH = 320
"""Pixels. Galleries show slides 16 rem wide, 256 pixels, or 320 on screens where a rem is 20."""

_TALLEST = 2
"""How often the width of a picture its height may be. Portrait A4 has 1.4, a tall infographic is shrunk."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call in a worker may take."""

    seconds: float = 60.0
    """Time on the clock. Reading 1,000 pages takes 1 to 4 s, a piece of 8 pictures less than 1."""
    megabytes: int = 1024
    """Memory, in units of 2**20 bytes. Real decks need up to 90; a picture of 100 megapixels needs 400."""

    def exceed(self, other: Limits) -> bool:
        """Return whether one of these limits is larger than that of *other*."""
        return self.seconds > other.seconds or self.megabytes > other.megabytes


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a deck could not be read or drawn."""

    problem: Problem
    """What is said to the author."""
    limits: Limits | None = None
    """The limits under which it failed, if others might help; ``None`` if it would fail with any."""
    lasting: bool = False
    """Whether it would fail again with no larger limits. If not, the cause is elsewhere: a full disk."""


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """How slides are drawn."""

    width: int = 1280
    """Pixels."""
    thumbnail_width: int | None = THUMBNAIL_WIDTH
    """Pixels; ``None`` for no thumbnails."""
    quality: int = 75
    """0 to 100, as libwebp and libjpeg understand it; PNG has none."""
    method: int = 2
    """How hard libwebp tries, 0 to 6. 2 costs two thirds of 4 and 5 % more bytes on real decks."""
    format: PictureFormat = "webp"
    """The name that Pillow has for it, and the suffix of the files."""

    def size_of(self, width: float, height: float) -> tuple[int, int]:
        """Return the size in pixels of the picture of a page of *width* by *height* points."""
        ratio = height / width
        if ratio > _TALLEST:
            return max(1, round(_TALLEST * self.width / ratio)), _TALLEST * self.width
        return self.width, max(1, round(self.width * ratio))


@dataclass(frozen=True, slots=True)
class DeckContent:
    """What a PDF says."""

    title: str
    """What it calls itself, else the title of its first slide; "" if it has neither."""
    page_count: int
    """How many pages it has, read or not."""
    slides: tuple[Slide, ...]
    """The pages that were asked for, without those that are damaged; in the order of their numbers."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with single pages: damaged, a text that cannot be read, fonts that nobody has."""


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
