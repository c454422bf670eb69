"""The lines of text on a page: what they say, where they stand as the page is shown, how large they are."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pypdfium2 import raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

MAX_CHARS = 50_000
"""More characters on one page are no slide; the rest is left out."""

HYPHEN = "\x02"
"""What stands for the hyphen of a word that was broken at the end of a line."""

_HYPHEN_IN_TEXT = "\ufffe"
_HALF = re.compile("[\ud800-\udfff]")
_BREAKS = "\r\n" + HYPHEN
_SAMPLE = 64
_FONT_NAME = 64
_FARTHEST_OFF = 0.04
_WORD = re.compile(r"\S+")
_FIXED_PITCH = 1  # The first of the flags of a font (ISO 32000-1, 9.8.2), which not every PDF sets.
_FIXED_PITCH_FONT = re.compile(
    rb"mono|courier|consol|typewriter|menlo|(?:\b|\+)(?:cm|sf|lm)(?:mono|s?tt)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; positions in points from the top left corner of the page as it is shown.

    ``base`` is the height of its baseline. ``upright`` says whether it runs from left to right,
    ``code`` whether all characters are equally wide, and ``wrapped`` whether a blank stands at its end.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    upright: bool = True
    code: bool = False
    wrapped: bool = False

    @property
    def top(self) -> float:
        """Return where its capitals end above."""
        return self.base - self.size * 0.8


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page and the share of characters of which the PDF does not say what they are."""

    lines: tuple[Line, ...]
    unmapped: float


@dataclass(frozen=True, slots=True)
class _Shown:
    """From the space of a page to where it is shown: origin top left, y downwards, rotated."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def point(self, x: float, y: float) -> tuple[float, float]:
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
        """Return the vector (*x*, *y*) as shown, y downwards."""
        return {90: (y, x), 180: (-x, y), 270: (-y, -x)}.get(self.rotation, (x, -y))


def read_lines(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> PageLines:
    """Return the lines that stand on *page*, in the order in which they are drawn."""
    handle = textpage.raw
    count = min(pdfium.FPDFText_CountChars(handle), MAX_CHARS)
    text = _characters(handle, count)
    left, bottom, right, top = page.get_bbox()
    shown = _Shown(left, bottom, right, top, page.get_rotation())
    width, height = page.get_size()
    tolerance = min(width, height) * _FARTHEST_OFF
    spans = [piece for span in _spans(text) for piece in _level(handle, text, span, tolerance)]
    lines = [_line(handle, text, start, end, shown) for start, end in spans]
    inside = [
        line for line in lines if line.right > 0 and line.left < width and line.base > 0 and line.top < height
    ]
    return PageLines(tuple(_joined(inside)), _unmapped(handle, text))


def _characters(handle: object, count: int) -> str:
    """Return one character for each of the first *count* that pdfium has; some are halves of a pair."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(handle, 0, count, buffer) == count + 1:
        return "".join(map(chr, buffer[:count])).replace(_HYPHEN_IN_TEXT, HYPHEN)
    # Some of them have no text, so that places in the text are not those of the characters.
    return "".join(chr(pdfium.FPDFText_GetUnicode(handle, index)) for index in range(count))


def _paired(text: str) -> str:
    """Return *text* with halves of characters beyond U+FFFF put together."""
    if _HALF.search(text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines of *text* begin and end, without blanks around them; none is empty."""
    start = 0
    for index, char in enumerate(text + "\n"):
        if char not in _BREAKS:
            continue
        end = index + (char == HYPHEN)
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        last = first + len(text[first:end].rstrip())
        if last > first:
            yield first, last
        start = index + 1


def _level(handle: object, text: str, span: tuple[int, int], tolerance: float) -> Iterator[tuple[int, int]]:
    """Yield *span* if it is one line, or those of its words if pdfium has put two lines together."""
    start, end = span
    (x, y), (other_x, other_y) = _origin(handle, start), _origin(handle, end - 1)
    if min(abs(x - other_x), abs(y - other_y)) < tolerance:
        yield start, end
        return
    for word in _WORD.finditer(text, start, end):
        yield word.start(), word.end()


def _origin(handle: object, index: int) -> tuple[float, float]:
    """Return where a character stands, in the space of the page."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
    return x.value, y.value


def _line(handle: object, text: str, start: int, end: int, shown: _Shown) -> Line:
    # A bullet may be of another size than its line, and the last character is often a raised one.
    middle = (start + end) // 2
    if text[middle].isspace():
        middle -= 1
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(handle, middle, matrix)
    size = math.hypot(matrix.c, matrix.d) * pdfium.FPDFText_GetFontSize(handle, middle)
    across, down = shown.direction(matrix.a, matrix.b)
    _, base = shown.point(*_origin(handle, middle))
    edges = (*_box(handle, start, shown), *_box(handle, end - 1, shown))
    upright = across > 0 and abs(down) < across / 4
    code = _is_fixed_pitch(handle, middle) and _is_fixed_pitch(handle, end - 1)
    wrapped = text[end : end + 1] == " "
    return Line(_paired(text[start:end]), min(edges), max(edges), base, size, upright, code, wrapped)


def _is_fixed_pitch(handle: object, index: int) -> bool:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(_FONT_NAME)
    pdfium.FPDFText_GetFontInfo(handle, index, name, _FONT_NAME, flags)
    return bool(flags.value & _FIXED_PITCH or _FIXED_PITCH_FONT.search(name.value))


def _box(handle: object, index: int, shown: _Shown) -> tuple[float, float]:
    """Return the left and right edge of a character."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
    return shown.point(left.value, bottom.value)[0], shown.point(right.value, top.value)[0]


def _joined(lines: list[Line]) -> list[Line]:
    """Put raised and lowered characters, and what was drawn in pieces, back on their line."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and _continues(before, line):
            blank = " " if line.left - before.right > before.size / 6 else ""
            larger = max(before, line, key=lambda one: one.size)
            text = before.text + blank + line.text
            joined[-1] = replace(larger, text=text, left=before.left, right=line.right, wrapped=line.wrapped)
        else:
            joined.append(line)
    return joined


def _continues(before: Line, line: Line) -> bool:
    size = max(before.size, line.size)
    near = -size / 3 < line.left - before.right < size
    level = abs(before.base - line.base) < size / 2
    return near and level and before.upright and line.upright and not before.text.endswith(HYPHEN)


def _unmapped(handle: object, text: str) -> float:
    """Return the share of characters without a meaning, in a sample from all over the page."""
    step = max(1, len(text) // _SAMPLE)
    sample = [index for index in range(0, len(text), step) if not text[index].isspace()]
    unmapped = sum(pdfium.FPDFText_HasUnicodeMapError(handle, index) == 1 for index in sample)
    return unmapped / len(sample) if sample else 0.0
