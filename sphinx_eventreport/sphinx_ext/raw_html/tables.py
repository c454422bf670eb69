"""A table in raw HTML -> a docutils table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.raw_html.tree import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Block = Callable[[Sequence[Element | str | nodes.Node]], list[nodes.Node]]

_GROUPS = {"thead", "tbody", "tfoot"}
_MAX_COLUMNS = 200
_COLUMN = 20
"""Width of a column in characters, for writers of plain text; some never end with columns of one."""


def table_nodes(element: Element, block: Block) -> list[nodes.Node]:
    """Return *element*, a ``<table>``, as a table; what is loose in it comes before it.

    *block* makes the nodes of what is inside a cell.
    """
    rows = _rows(element)
    width = max((sum(_span(cell, "colspan") for cell in _cells(row)) for row in rows), default=0)
    loose = block([child for child in element.children if not _is_part(child)])
    if not width or width > _MAX_COLUMNS:
        return [*loose, *block([item for row in rows for item in _contents(row)])]
    group = nodes.tgroup(cols=width)
    group.extend(nodes.colspec(colwidth=_COLUMN) for _ in range(width))
    head = [row for row in rows[:1] if all(cell.tag == "th" for cell in _cells(row))]
    if head:
        group += nodes.thead("", *(_row(row, width, block) for row in head))
    body = rows[len(head) :]
    group += nodes.tbody("", *(_row(row, width, block) for row in body))
    return [*loose, nodes.table("", group)]


def _rows(element: Element) -> list[Element]:
    found = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "tr":
            found.append(child)
        elif isinstance(child, Element) and child.tag in _GROUPS:
            found.extend(_rows(child))
    return found


def _cells(row: Element) -> list[Element]:
    return [child for child in row.children if isinstance(child, Element) and child.tag in {"td", "th"}]


def _contents(row: Element) -> list[Element | str | nodes.Node]:
    return [item for cell in _cells(row) for item in cell.children]


def _span(cell: Element, name: str) -> int:
    text = cell.attrs.get(name, "1")
    return min(int(text), _MAX_COLUMNS) if text.isdecimal() and int(text) > 0 else 1


def _row(row: Element, width: int, block: Block) -> nodes.row:
    result = nodes.row()
    used = 0
    for cell in _cells(row):
        span = _span(cell, "colspan")
        entry = nodes.entry("", *block(cell.children))
        if span > 1:
            entry["morecols"] = span - 1
        result += entry
        used += span
    result.extend(nodes.entry() for _ in range(width - used))
    return result


def _is_part(child: object) -> bool:
    if isinstance(child, str):
        return not child.strip()
    return isinstance(child, Element) and child.tag in {*_GROUPS, "tr", "colgroup", "col"}
