"""A document -> the lines that the readers of minutes look at, and the nodes that they are in."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.minutes.lines import Lines, Words
from sphinx_eventreport.sphinx_ext.nodes import eventreport_break, eventreport_checkbox

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_eventreport.core.minutes.lines import Line

_LISTS = (nodes.bullet_list, nodes.enumerated_list)
_LEADS = (nodes.strong, nodes.emphasis)


@dataclass(slots=True)
class PageLines:
    """The lines of a document."""

    lines: Lines = field(default_factory=Lines)
    """What they are gathered in."""
    places: list[nodes.Element] = field(default_factory=list)
    """The section, paragraph, item or table that each line is in."""
    headings_left: int = sys.maxsize
    """How many headings may follow; nothing is added from the next one on."""

    @property
    def found(self) -> Sequence[Line]:
        """The lines."""
        return self.lines.found

    def _at(self, node: nodes.Element) -> None:
        self.places += [node] * (len(self.lines.found) - len(self.places))

    def add_section(self, section: nodes.Element, depth: int) -> None:
        """Add what is in *section*, a document for one, and what is in its subsections."""
        for node in section.children:
            if isinstance(node, nodes.title):
                self.headings_left -= 1
                if self.headings_left < 0:
                    return
                self.lines.add_heading(node.astext(), depth, section.line)
                self._at(section)
            elif isinstance(node, nodes.section):
                self.add_section(node, depth + 1)
                if self.headings_left < 0:
                    return
            elif isinstance(node, nodes.paragraph):
                self.lines.add_paragraph(_words(node), node.line)
                self._at(node)
            elif isinstance(node, _LISTS):
                self.lines.begin_block()
                self._add_items(node, 1)
            elif isinstance(node, nodes.table):
                # The table of reStructuredText has no line of its own.
                inside = (one.line for one in node.findall(nodes.paragraph))
                self.lines.add_table(list(_rows(node)), node.line or next(filter(None, inside), None))
                self._at(node)

    def _add_items(self, found: nodes.Element, level: int) -> None:
        for item in found.children:
            if not isinstance(item, nodes.list_item):
                continue
            first = item.children[0] if item.children else None
            if isinstance(first, nodes.paragraph):
                box = next((node for node in first.children if isinstance(node, eventreport_checkbox)), None)
                checked = bool(box["checked"]) if box is not None else None
                self.lines.add_item(_words(first), level, first.line or item.line, checked=checked)
                self._at(item)
            for node in item.children:
                if isinstance(node, _LISTS):
                    self._add_items(node, level + 1)


def lines_of(document: nodes.document, headings: int = sys.maxsize) -> PageLines:
    """Return the lines of *document*, up to its first *headings* headings and what is below them."""
    lines = PageLines(headings_left=headings)
    lines.add_section(document, 0)
    return lines


def parts_of(paragraph: nodes.Element) -> list[list[nodes.Node]]:
    """Return the nodes of each line of *paragraph*; text that goes over several lines is cut."""
    parts: list[list[nodes.Node]] = [[]]
    for node in paragraph.children:
        if isinstance(node, eventreport_break):
            parts[-1].append(node)
            parts.append([])
            continue
        if not isinstance(node, nodes.Text):
            parts[-1].append(node)
            continue
        first, *rest = node.split("\n")
        parts[-1].append(nodes.Text(first))
        parts += [[nodes.Text(line)] for line in rest]
    filled = [[node for node in part if node.astext() or not isinstance(node, nodes.Text)] for part in parts]
    return [part for part in filled if "".join(node.astext() for node in part).strip()]


def _words(paragraph: nodes.paragraph) -> list[Words]:
    return [_words_of(part, paragraph) for part in parts_of(paragraph)]


def _words_of(part: Sequence[nodes.Node], paragraph: nodes.paragraph) -> Words:
    text = "".join(node.astext().replace("\n", " ") for node in part)
    first = next((node for node in part if node.astext().strip()), None)
    lead = first.astext().strip() if isinstance(first, _LEADS) else ""
    # In reStructuredText only the source still has the backslash.
    is_code = isinstance(first, nodes.literal)
    is_escaped = is_code or text.lstrip().startswith("\\") or f"\\{text.strip()[:12]}" in paragraph.rawsource
    return Words(text, lead, is_escaped)


def _rows(table: nodes.table) -> Iterator[list[str]]:
    """Yield the cells of each row; one that goes over several rows or columns is in the first of each."""
    covered: Counter[int] = Counter()
    for row in table.findall(nodes.row):
        cells: list[str] = []
        entries = iter([entry for entry in row.children if isinstance(entry, nodes.entry)])
        while True:
            if covered[len(cells)]:
                covered[len(cells)] -= 1
                cells.append("")
                continue
            entry = next(entries, None)
            if entry is None:
                break
            width = entry.get("morecols", 0) + 1
            covered.update(dict.fromkeys(range(len(cells), len(cells) + width), entry.get("morerows", 0)))
            cells += [" ".join(entry.astext().split()), *[""] * (width - 1)]
        yield cells
