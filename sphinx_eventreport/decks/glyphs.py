"""The characters that PDFium finds on a page, and where each of them is shown."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pypdfium2 import raw as pdfium

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.decks.model import MAX_CHARS

if TYPE_CHECKING:
    import pypdfium2

HYPHEN = "\x02"
"""The character that stands for the hyphen of a word broken at the end of a line."""

_HYPHEN_IN_TEXT = "\ufffe"

_SAMPLE = 64
"""Number of characters of a page from which on not all are checked for a Unicode mapping, but this many.

Each check is a call of PDFium, and a page of a book has 3,000 characters. The share is compared with a half,
and real pages have less than 0.14 or more than 0.92: half or twice as many tell the same of all 330 slides
that were tried.
"""

_SLANT = 0.25
"""Rise over run of a line, 14 degrees. A steeper line is a watermark, a stamp or the label of an axis."""

_FONT_NAME = 64
"""Bytes of the name of a font that are compared."""

_FIXED_PITCH = 1  # The first of the flags of a font (ISO 32000-1, 9.8.2), which not every PDF sets.
_FIXED_PITCH_FONT = lazy_regex(
    rb"mono|courier|consol|typewriter|menlo|(?:\b|\+)(?:cm|sf|lm)(?:mono|s?tt)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Shown:
    """From the space of a page to where it is shown: origin top left, y downwards, turned."""

    left: float
    """The left edge of the page, in its own space, in points."""
    bottom: float
    """The lower edge."""
    right: float
    """The right edge."""
    top: float
    """The upper edge."""
    rotation: int
    """By how many degrees it is turned, clockwise: 0, 90, 180 or 270."""

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where the point (*x*, *y*) is shown."""
        match self.rotation:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """Return the vector (*x*, *y*) as it is shown."""
        return {90: (y, x), 180: (-x, y), 270: (-y, -x)}.get(self.rotation, (x, -y))


class Glyphs:
    """The characters of one page by their index; valid while its text page is open."""

    def __init__(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> None:
        """Look at the characters of *textpage*, which belongs to *page*."""
        left, bottom, right, top = page.get_bbox()
        self._handle = textpage.raw
        self._shown = Shown(left, bottom, right, top, page.get_rotation())
        self._font_name = ctypes.create_string_buffer(_FONT_NAME)
        self._font_flags = ctypes.c_int()

    @cached_property
    def text(self) -> str:
        """One character for each that PDFium has; some are halves of a surrogate pair."""
        count = min(pdfium.FPDFText_CountChars(self._handle), MAX_CHARS)
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self._handle, 0, count, buffer) == count + 1:
            return "".join(map(chr, buffer[:count])).replace(_HYPHEN_IN_TEXT, HYPHEN)
        # Some characters have no text, so positions in the text are not indices of characters.
        return "".join(chr(pdfium.FPDFText_GetUnicode(self._handle, index)) for index in range(count))

    def origin(self, index: int) -> tuple[float, float]:
        """Return where a character is on its baseline."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._handle, index, x, y)
        return self._shown.point(x.value, y.value)

    def edges(self, index: int) -> tuple[float, float]:
        """Return where a character begins and ends from left to right, in either order."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._handle, index, left, right, bottom, top)
        (first, _), (second, _) = (
            self._shown.point(left.value, bottom.value),
            self._shown.point(right.value, top.value),
        )
        return first, second

    def size_and_pose(self, index: int) -> tuple[float, bool]:
        """Return the size of a character in points, and whether its line runs from left to right."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._handle, index, matrix)
        # A negative font size is valid: it turns the text by 180 degrees, and the matrix may turn it back.
        font_size = pdfium.FPDFText_GetFontSize(self._handle, index)
        size = math.hypot(matrix.c, matrix.d) * abs(font_size)
        across, down = self._shown.direction(matrix.a * font_size, matrix.b * font_size)
        return size, across > 0 and abs(down) < across * _SLANT

    def is_fixed_pitch(self, index: int) -> bool:
        """Return whether a character is of a font whose characters are equally wide."""
        name, flags = self._font_name, self._font_flags
        pdfium.FPDFText_GetFontInfo(self._handle, index, name, _FONT_NAME, flags)
        return bool(flags.value & _FIXED_PITCH or _FIXED_PITCH_FONT.search(name.value))

    def unmapped(self) -> float:
        """Return the share of characters without a Unicode mapping, in a sample."""
        step = max(1, len(self.text) // _SAMPLE)
        sample = [index for index in range(0, len(self.text), step) if not self.text[index].isspace()]
        unmapped = sum(pdfium.FPDFText_HasUnicodeMapError(self._handle, index) == 1 for index in sample)
        return unmapped / len(sample) if sample else 0.0
