"""The lines of text on a page: their text, their place on the page as it is shown, and their size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.decks.fonts import missing_fonts
from sphinx_eventreport.decks.glyphs import HYPHEN, Glyphs
from sphinx_eventreport.decks.model import LONGEST_SIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

_HALF = lazy_regex("[\ud800-\udfff]")
_WORD = lazy_regex(r"\S+")
_LINE = lazy_regex(rf"[^\r\n{HYPHEN}]+{HYPHEN}?")

_LEVEL = 0.04
"""Share of the shorter side of a page by which the ends of one line may differ in height.

PDFium joins pieces of text into one line if their heights overlap. A slide has at most 25 lines or so, which
are this far apart; raised characters are raised by less.
"""

_CAP_HEIGHT = 0.8
"""Em: height of capitals with accents above the baseline. Capitals have 0.65 to 0.75, accents add 0.1."""

_BLANK = 1 / 6
"""Em: a wider gap between two pieces of a line is a blank.

It is the width of a thin space. Blanks between words have 0.2 to 0.3, gaps between letters at most 0.1; only
formulas have gaps in between.
"""

_OVERLAP = 1 / 3
"""Em: how far a piece may overlap the end of the one that it continues, as an exponent after an italic."""

_NEXT_PIECE = 1.0
"""Em: how far after the end of a piece the next one may begin. Columns are further apart."""

_RAISED = 0.5
"""Em: how far exponents and indices are raised or lowered. TeX and office programs use 0.3 to 0.45."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its place on the page as it is shown.

    Positions and sizes are in points; they count from the top left corner of the page.
    """

    text: str
    """As it is in the PDF."""
    left: float
    """Where its first character begins."""
    right: float
    """Where its last character ends."""
    base: float
    """How far below the top of the page its baseline is."""
    size: float
    """The size of its font, one em."""
    upright: bool = True
    """Whether it runs from left to right."""
    code: bool = False
    """Whether all characters are equally wide."""
    wrapped: bool = False
    """Whether a blank follows it, as where a program broke the line."""

    @property
    def top(self) -> float:
        """The upper end of its capitals."""
        return self.base - self.size * _CAP_HEIGHT


@dataclass(frozen=True, slots=True)
class PageLines:
    """The text of a page."""

    lines: tuple[Line, ...]
    """Those that are visible, in the order in which they are drawn."""
    unmapped: float = 0.0
    """The share of characters without a Unicode mapping, 0 to 1."""
    missing_fonts: frozenset[str] = frozenset()
    """The names of fonts that are neither in the PDF nor on this machine."""


def read_lines(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> PageLines:
    """Return the lines that are visible on *page*, in the order in which they are drawn."""
    glyphs = Glyphs(page, textpage)
    width, height = page.get_size()
    tolerance = min(width, height) * _LEVEL
    spans = [(start, end) for span in _spans(glyphs.text) for start, end in _level(glyphs, span, tolerance)]
    lines = [line for line in (_line(glyphs, *span) for span in spans) if _is_seen(line, width, height)]
    fonts = missing_fonts(textpage, (start for start, _end in spans))
    return PageLines(tuple(_joined(lines)), glyphs.unmapped(), fonts)


def _is_seen(line: Line, width: float, height: float) -> bool:
    """Return whether *line* is on the page, and of a size that can be calculated with."""
    across = line.right > 0 and line.left < width
    return across and line.base > 0 and line.top < height and 0 < line.size < LONGEST_SIDE


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line of *text*, without surrounding blanks; none is empty."""
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            yield start, end


def _level(glyphs: Glyphs, span: tuple[int, int], tolerance: float) -> Iterator[tuple[int, int]]:
    """Yield *span* if it is one line, or the spans of its words if PDFium joined two lines."""
    start, end = span
    apart = abs(glyphs.origin(start)[1] - glyphs.origin(end - 1)[1])
    if apart < tolerance or not glyphs.size_and_pose(start)[1]:
        yield span
        return
    for word in _WORD.finditer(glyphs.text, start, end):
        yield word.span()


def _line(glyphs: Glyphs, start: int, end: int) -> Line:
    # The first character may be a bullet of another size, and the last one is often raised.
    middle = (start + end) // 2
    if glyphs.text[middle].isspace():
        middle -= 1
    size, upright = glyphs.size_and_pose(middle)
    edges = (*glyphs.edges(start), *glyphs.edges(end - 1))
    return Line(
        _paired(glyphs.text[start:end]),
        min(edges),
        max(edges),
        glyphs.origin(middle)[1],
        size,
        upright,
        code=glyphs.is_fixed_pitch(middle) and glyphs.is_fixed_pitch(end - 1),
        wrapped=glyphs.text[end : end + 1] == " ",
    )


def _paired(text: str) -> str:
    """Return *text* with surrogate pairs joined."""
    if _HALF.search(text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _joined(lines: list[Line]) -> list[Line]:
    """Join pieces that were drawn separately, such as raised and lowered characters, with their line."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and _continues(before, line):
            blank = " " if line.left - before.right > before.size * _BLANK else ""
            larger = max(before, line, key=lambda one: one.size)
            text = before.text + blank + line.text
            joined[-1] = replace(larger, text=text, left=before.left, right=line.right, wrapped=line.wrapped)
        else:
            joined.append(line)
    return joined


def _continues(before: Line, line: Line) -> bool:
    size = max(before.size, line.size)
    near = -size * _OVERLAP < line.left - before.right < size * _NEXT_PIECE
    level = abs(before.base - line.base) < size * _RAISED
    return near and level and before.upright and line.upright and not before.text.endswith(HYPHEN)
