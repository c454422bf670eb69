"""The lines of a page as the readers of minutes see them, whatever they were written in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LineKind = Literal["heading", "text", "item", "row"]
_BOX = lazy_regex(r"\s*\[([ xX])\]\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, one line of a paragraph, an item of a list, or a row of a table; code is none of these."""

    kind: LineKind
    """What it is."""
    text: str
    """Its text without markup and without a box to tick."""
    line: int | None = None
    """The line in the source."""
    level: int = 0
    """How deep a heading is, 1 for the title of the page; how deep an item is, 1 for the outermost."""
    block: int = 0
    """The paragraph, list or table that it is in, counted on the page."""
    lead: str = ""
    """The words at its beginning that are emphasized."""
    checked: bool | None = None
    """Whether its box is ticked; ``None`` where it has none."""
    cells: tuple[str, ...] = ()
    """The cells of a row."""
    heads: tuple[str, ...] = ()
    """The headings of these cells."""
    is_escaped: bool = False
    """Whether its author wrote a backslash before it, or it begins with code, so that it is prose."""


class Words(NamedTuple):
    """One line of a text with markup."""

    text: str = ""
    """Its text."""
    lead: str = ""
    """The words at its beginning that are emphasized."""
    is_escaped: bool = False
    """Whether it begins with a backslash or with code."""


@dataclass(slots=True)
class Lines:
    """Collects the lines of a page in their order."""

    found: list[Line] = field(default_factory=list)
    """The lines so far."""
    _block: int = 0

    def begin_block(self) -> None:
        """Say that what follows is in another block."""
        self._block += 1

    def add_heading(self, text: str, level: int, line: int | None) -> None:
        """Add a heading."""
        self.begin_block()
        self.found.append(Line("heading", text.strip(), line, level, self._block))

    def add_paragraph(self, words: Sequence[Words], line: int | None) -> None:
        """Add the lines of a paragraph that begins on *line*."""
        self.begin_block()
        for number, one in enumerate(words):
            at = None if line is None else line + number
            self.found.append(
                Line("text", one.text.strip(), at, 0, self._block, one.lead, is_escaped=one.is_escaped)
            )

    def add_item(
        self, words: Sequence[Words], level: int, line: int | None, *, checked: bool | None = None
    ) -> None:
        """Add the first paragraph of an item; *checked* says whether its box is ticked, if it has one."""
        text = " ".join(one.text.strip() for one in words)
        box = _BOX.match(text)
        if box:
            checked, text = box[1] in "xX", text[box.end() :]
        first = words[0] if words else Words()
        lead = first.lead if text.startswith(first.lead) else ""
        self.found.append(
            Line("item", text.strip(), line, level, self._block, lead, checked, is_escaped=first.is_escaped)
        )

    def add_table(self, rows: Iterable[Sequence[str]], line: int | None) -> None:
        """Add the rows of a table, of which the first is that of the headings."""
        self.begin_block()
        heads, *rest = [tuple(cell.strip() for cell in row) for row in rows] or [()]
        for row in rest:
            cells = (*row, *([""] * (len(heads) - len(row))))[: len(heads)]
            self.found.append(Line("row", " ".join(cells), line, 0, self._block, cells=cells, heads=heads))


def block_after(lines: Sequence[Line], index: int) -> range:
    """Return the indexes of the lines in the block behind that of *index*; none before a heading."""
    start = index
    while start < len(lines) and lines[start].block == lines[index].block:
        start += 1
    if start == len(lines) or lines[start].kind == "heading":
        return range(0)
    end = start
    while end < len(lines) and lines[end].block == lines[start].block:
        end += 1
    return range(start, end)


def items_below(lines: Sequence[Line], index: int) -> range:
    """Return the indexes of the items that are below the item *index*."""
    end = index + 1
    while end < len(lines) and lines[end].kind == "item" and lines[end].level > lines[index].level:
        end += 1
    return range(index + 1, end)


def below_label(lines: Sequence[Line], index: int) -> range:
    """Return the indexes of the lines that a label alone on its line is about.

    They are the items below it, the rest of its paragraph, or else the block behind that.
    """
    if lines[index].kind == "item":
        return items_below(lines, index)
    end = index + 1
    while end < len(lines) and lines[end].block == lines[index].block:
        end += 1
    return range(index + 1, end) or block_after(lines, index)


def section_after(lines: Sequence[Line], index: int) -> range:
    """Return the indexes of the lines below the heading *index*, up to the next heading."""
    end = index + 1
    while end < len(lines) and lines[end].kind != "heading":
        end += 1
    return range(index + 1, end)
