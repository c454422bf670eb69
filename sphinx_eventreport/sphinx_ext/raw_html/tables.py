"""A table in raw HTML -> a docutils table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from docutils import nodes

from sphinx_eventreport.core.raw_html.tree import Element
from sphinx_eventreport.sphinx_ext.raw_html.attributes import alignment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Block = Callable[[Sequence[Element | str | nodes.Node]], list[nodes.Node]]

_GROUPS = {"thead", "tbody", "tfoot"}
_MAX_COLUMNS = 200
_MAX_ROWS = 65_534
"""Of ``rowspan``, by the standard of HTML."""
_COLUMN = 20
"""Width of a column in characters, for writers of plain text; some never end with columns of one."""


class _Cell(NamedTuple):
    """A cell in its place; it reaches over ``columns`` columns, and ``more_rows`` rows below its own."""

    element: Element
    column: int
    columns: int
    more_rows: int


def table_nodes(element: Element, block: Block) -> list[nodes.Node]:
    """Return *element*, a ``<table>``, as a table; what is loose in it comes before it.

    *block* makes the nodes of what is inside a cell.
    """
    head, body = _rows(element)
    loose = block(list(_loose(element)))
    grids = [_placed(rows) for rows in (head, body)]
    width = max((cell.column + cell.columns for grid in grids for row in grid for cell in row), default=0)
    if not width or width > _MAX_COLUMNS:
        captions = [item for caption in element.named("caption") for item in caption.children]
        return [*loose, *block([*captions, *(item for row in (*head, *body) for item in _contents(row))])]
    group = nodes.tgroup(cols=width)
    group.extend(nodes.colspec(colwidth=_COLUMN) for _ in range(width))
    if _begins_with_headings(grids[1]):
        group.children[0]["stub"] = 1  # type: ignore[index]
    group += [nodes.thead("", *_row_nodes(grids[0], width, block))] if head else []
    group += nodes.tbody("", *_row_nodes(grids[1], width, block))
    return [*loose, nodes.table("", *_title(element, block), group)]


def _loose(element: Element) -> Iterator[Element | str | nodes.Node]:
    """Yield what is in a table, a group of rows or a row, and in no cell."""
    for child in element.children:
        if isinstance(child, Element) and child.tag in {*_GROUPS, "tr"}:
            yield from _loose(child)
        elif not _is_part(child) and not (element.tag == "tr" and _is_cell(child)):
            yield child


def _rows(element: Element) -> tuple[list[Element], list[Element]]:
    """Return the rows of the head and of the body; the foot comes last, wherever it is written."""
    groups: dict[str, list[Element]] = {"thead": [], "tbody": [], "tfoot": []}
    for child in element.children:
        if isinstance(child, Element) and child.tag == "tr":
            groups["tbody"].append(child)
        elif isinstance(child, Element) and child.tag in _GROUPS:
            groups[child.tag].extend(child.named("tr"))
    head, body = groups["thead"], [*groups["tbody"], *groups["tfoot"]]
    if not head and body and all(cell.tag == "th" for cell in _cells(body[0])):
        return body[:1], body[1:]
    return head, body


def _placed(rows: Sequence[Element]) -> list[list[_Cell]]:
    """Return the cells of *rows* in their columns: those of a row make way for what reaches down into it."""
    covered: dict[int, int] = {}
    grid: list[list[_Cell]] = []
    for number, row in enumerate(rows):
        placed: list[_Cell] = []
        column = 0
        for element in _cells(row):
            while covered.get(column):
                column += 1
            columns = _free(column, _span(element, "colspan", _MAX_COLUMNS), covered)
            left = len(rows) - number - 1
            # 0 means "to the end of the group".
            more = min(_span(element, "rowspan", _MAX_ROWS, least=0) or left + 1, left + 1) - 1
            placed.append(_Cell(element, column, columns, more))
            column += columns
        covered = {place: rows_left - 1 for place, rows_left in covered.items() if rows_left > 1}
        for cell in placed:
            covered.update(dict.fromkeys(range(cell.column, cell.column + cell.columns), cell.more_rows))
        grid.append(placed)
    return grid


def _free(column: int, columns: int, covered: dict[int, int]) -> int:
    """Return how many of *columns*, from *column* on, nothing reaches down into."""
    return next((count for count in range(1, columns) if covered.get(column + count)), columns)


def _row_nodes(grid: Sequence[Sequence[_Cell]], width: int, block: Block) -> list[nodes.row]:
    found: list[nodes.row] = []
    covered: dict[int, int] = {}
    for cells in grid:
        row = nodes.row()
        taken = {place for cell in cells for place in range(cell.column, cell.column + cell.columns)}
        starts = {cell.column: cell for cell in cells}
        for column in range(width):
            if column in starts:
                row += _entry(starts[column], block)
            elif column not in taken and not covered.get(column):
                row += nodes.entry()
        covered = {place: rows_left - 1 for place, rows_left in covered.items() if rows_left > 1}
        for cell in cells:
            covered.update(dict.fromkeys(range(cell.column, cell.column + cell.columns), cell.more_rows))
        found.append(row)
    return found


def _entry(cell: _Cell, block: Block) -> nodes.entry:
    entry = nodes.entry("", *block(cell.element.children))
    if cell.columns > 1:
        entry["morecols"] = cell.columns - 1
    if cell.more_rows:
        entry["morerows"] = cell.more_rows
    align = alignment(cell.element)
    if align:
        # What MyST-Parser gives the cells of a table in Markdown; themes know it.
        entry["classes"].append(f"text-{align}")
    return entry


def _begins_with_headings(grid: Sequence[Sequence[_Cell]]) -> bool:
    """Return whether every row of a body begins with a heading of its own."""
    firsts = [row[0] for row in grid if row and row[0].column == 0]
    return bool(firsts) and all(cell.element.tag == "th" and cell.columns == 1 for cell in firsts)


def _title(element: Element, block: Block) -> list[nodes.Node]:
    captions = element.named("caption")
    if len(captions) != 1:
        return [node for caption in captions for node in block(caption.children)]
    found = block(captions[0].children)
    content = found[0].children if len(found) == 1 and isinstance(found[0], nodes.paragraph) else found
    text = "".join(node.astext() for node in found)
    return [nodes.title(text, "", *content)] if text.strip() else []


def _cells(row: Element) -> list[Element]:
    return [child for child in row.children if _is_cell(child)]


def _contents(row: Element) -> list[Element | str | nodes.Node]:
    return [item for cell in _cells(row) for item in cell.children]


def _span(cell: Element, name: str, most: int, *, least: int = 1) -> int:
    text = cell.attrs.get(name, "1").strip()
    # More digits than the limit has are more than the limit.
    return min(int(text[:6]), most) if text.isdecimal() and int(text[:6]) >= least else 1


def _is_cell(child: object) -> TypeGuard[Element]:
    return isinstance(child, Element) and child.tag in {"td", "th"}


def _is_part(child: object) -> bool:
    if isinstance(child, str):
        return not child.strip()
    return isinstance(child, Element) and child.tag in {*_GROUPS, "tr", "colgroup", "col", "caption"}
