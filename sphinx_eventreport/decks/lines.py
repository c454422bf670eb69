"""The lines of text on a page: what they say, where they stand as the page is shown, how large they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_eventreport.decks.fonts import missing_fonts
from sphinx_eventreport.decks.glyphs import HYPHEN, Glyphs
from sphinx_eventreport.decks.model import LONGEST_SIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

_HALF = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"\S+")
_LINE = re.compile(rf"[^\r\n{HYPHEN}]+{HYPHEN}?")

_LEVEL = 0.04
"""Of the shorter side of the page: the first and last character of one line are no further apart in height.

PDFium puts pieces of text on one line as long as they touch each other's height. A slide has at most some
25 lines, so two of them are as far apart as this; a raised character is raised by less.
"""

_CAP_HEIGHT = 0.8
"""Em: how far capitals reach above the baseline, with accents. Fonts have 0.65 to 0.75, and 0.1 for those."""

_BLANK = 1 / 6
"""Em: a gap from which on there is a blank between two pieces of a line.

That is a thin space. Blanks between words are 0.2 to 0.3 em wide, gaps between letters at most 0.1; what is
in between are formulas.
"""

_OVERLAP = 1 / 3
"""Em: how far a piece may begin before the end of the one it goes on with, as an exponent over a slope."""

_NEXT_PIECE = 1.0
"""Em: how far after the end of a piece another one begins that goes on with it. Columns are further apart."""

_RAISED = 0.5
"""Em: how far an exponent or an index is raised or lowered. TeX and office programs have 0.3 to 0.45."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, at its place on the page as it is shown.

    Positions and sizes are in points; they count from the top left corner of the page.
    """

    text: str
    """As it stands in the PDF."""
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
    """Whether a blank stands at its end, as where a program broke the line."""

    @property
    def top(self) -> float:
        """Return where its capitals end above."""
        return self.base - self.size * _CAP_HEIGHT


@dataclass(frozen=True, slots=True)
class PageLines:
    """The text of a page."""

    lines: tuple[Line, ...]
    """Those that are seen, in the order in which they are drawn."""
    unmapped: float = 0.0
    """The share of the characters, 0 to 1, of which the PDF does not say what they are."""
    missing_fonts: frozenset[str] = frozenset()
    """The names of fonts that neither the PDF nor the machine has."""


def read_lines(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> PageLines:
    """Return the lines that are seen on *page*, in the order in which they are drawn."""
    glyphs = Glyphs(page, textpage)
    width, height = page.get_size()
    tolerance = min(width, height) * _LEVEL
    spans = [(start, end) for span in _spans(glyphs.text) for start, end in _level(glyphs, span, tolerance)]
    lines = [line for line in (_line(glyphs, *span) for span in spans) if _is_seen(line, width, height)]
    fonts = missing_fonts(textpage, (start for start, _end in spans))
    return PageLines(tuple(_joined(lines)), glyphs.unmapped(), fonts)


def _is_seen(line: Line, width: float, height: float) -> bool:
    """Return whether *line* is on the page, and of a size with which one can reckon."""
    across = line.right > 0 and line.left < width
    return across and line.base > 0 and line.top < height and 0 < line.size < LONGEST_SIDE


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines of *text* begin and end, without blanks around them; none is empty."""
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            yield start, end


def _level(glyphs: Glyphs, span: tuple[int, int], tolerance: float) -> Iterator[tuple[int, int]]:
    """Yield *span* if it is one line, or those of its words if pdfium has put two lines together."""
    start, end = span
    apart = abs(glyphs.origin(start)[1] - glyphs.origin(end - 1)[1])
    if apart < tolerance or not glyphs.size_and_pose(start)[1]:
        yield span
        return
    for word in _WORD.finditer(glyphs.text, start, end):
        yield word.span()


def _line(glyphs: Glyphs, start: int, end: int) -> Line:
    # A bullet may be of another size than its line, and the last character is often a raised one.
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
    """Return *text* with halves of characters beyond U+FFFF put together."""
    if _HALF.search(text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _joined(lines: list[Line]) -> list[Line]:
    """Put raised and lowered characters, and what was drawn in pieces, back on their line."""
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
