"""The lines of text on a page: what they say, where they stand as the page is shown, how large they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_eventreport.decks.glyphs import HYPHEN, Glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

_HALF = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"\S+")
_LINE = re.compile(rf"[^\r\n{HYPHEN}]+{HYPHEN}?")
_FARTHEST_OFF = 0.04


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


def read_lines(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> PageLines:
    """Return the lines that are seen on *page*, in the order in which they are drawn."""
    glyphs = Glyphs(page, textpage)
    width, height = page.get_size()
    tolerance = min(width, height) * _FARTHEST_OFF
    lines = [
        _line(glyphs, start, end)
        for span in _spans(glyphs.text)
        for start, end in _level(glyphs, span, tolerance)
    ]
    seen = [
        line for line in lines if line.right > 0 and line.left < width and line.base > 0 and line.top < height
    ]
    return PageLines(tuple(_joined(seen)), glyphs.unmapped())


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
