"""What goes into a deck's workers and what comes out: plain values, which travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Slide

PictureFormat = Literal["webp", "png", "jpeg"]

MAX_PAGES = 1_000
"""A PDF with more pages is no deck, unless the pages to show are chosen."""


THUMBNAIL_WIDTH = 320
"""Pixels."""
_TALLEST = 2
"""How often the width of a picture its height may be."""


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """How slides are drawn; sizes in pixels.

    ``quality`` (0 to 100) and ``method`` (0 to 6) are those of libwebp; PNG uses neither, JPEG the first.
    Quality 75 and method 2 cost two thirds of method 4 and 5 % more bytes on real decks. Without
    ``thumbnail_width`` there are no thumbnails.
    """

    width: int = 1280
    thumbnail_width: int | None = THUMBNAIL_WIDTH
    quality: int = 75
    method: int = 2
    format: PictureFormat = "webp"

    def size_of(self, width: float, height: float) -> tuple[int, int]:
        """Return the size in pixels of the picture of a page of *width* by *height* points."""
        ratio = height / width
        if ratio > _TALLEST:
            return max(1, round(_TALLEST * self.width / ratio)), _TALLEST * self.width
        return self.width, max(1, round(self.width * ratio))


@dataclass(frozen=True, slots=True)
class DeckContent:
    """What a PDF says: its title ("" if it has none), how many pages it has, and the pages read."""

    title: str
    page_count: int
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One page drawn: the bytes of the picture and of its thumbnail (``None`` if not asked for)."""

    number: int
    width: int
    height: int
    data: bytes
    thumbnail: bytes | None = None
