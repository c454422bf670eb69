"""A listing as a table, with the columns that at least one row fills.

The rows of a long table are put off: as nodes they take nine times as long as HTML, and four times
the memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.nodes import eventreport_rows
from sphinx_eventreport.sphinx_ext.render.fields import COUNTED, field_links, field_nodes, heading, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_eventreport.core.query import Query, Row

LONG = 500
"""From so many rows on, a table is long."""

_WIDEST = 40


def filled_columns(rows: Sequence[Row], query: Query, fields: Sequence[str]) -> list[str]:
    """Return those of *fields* that a table of *rows* shows: pictures are for cards."""
    return [
        name
        for name in fields
        if name != "image" and any(cell_nodes(name, row, query.type, "", "en") for row in rows)
    ]


def listing_table(
    rows: Sequence[Row], query: Query, fields: Sequence[str], docname: str, language: str
) -> nodes.table:
    """Return *rows* as a table with the columns *fields*; the body of a long one is an `eventreport_rows`."""
    put_off = eventreport_rows("", rows=rows, fields=fields, type=query.type, docname=docname)
    headings = [[nodes.Text(heading(name, query.type))] for name in fields]
    cells = [[*_row_cells(put_off, row, language)] for row in rows[:LONG]]
    group = nodes.tgroup(cols=len(fields))
    group.extend(nodes.colspec(colwidth=_width(column)) for column in zip(headings, *cells, strict=True))
    group += nodes.thead("", _row(headings))
    group += nodes.tbody("", *(map(_row, cells) if len(rows) <= LONG else [put_off]))
    return nodes.table("", group, classes=["er-listing", "er-listing-table"])


def put_off_rows(put_off: eventreport_rows, language: str) -> list[nodes.row]:
    """Return the rows that *put_off* stands for as nodes."""
    return [_row([*_row_cells(put_off, row, language)]) for row in put_off["rows"]]


def _row_cells(put_off: eventreport_rows, row: Row, language: str) -> Iterator[list[nodes.Node]]:
    """Yield what stands in each cell of *row*."""
    for name in put_off["fields"]:
        yield cell_nodes(name, row, put_off["type"], put_off["docname"], language)


def cell_nodes(name: str, row: Row, object_type: str, docname: str, language: str) -> list[nodes.Node]:
    """Return what stands in the cell of the field *name*."""
    if name in {"decks", "recordings"} and object_type == "talk":
        return joined([[link] for link in field_links(name, row, object_type, docname)], ", ")
    if name in COUNTED:
        return [nodes.Text(str(row[name]))] if row.get(name) else []
    return field_nodes(name, row, object_type, docname, language)


def _width(column: Iterable[Sequence[nodes.Node]]) -> int:
    """Return the width in characters that writers of plain text give to a column."""
    return min(_WIDEST, max(sum(len(node.astext()) for node in cell) for cell in column))


def _row(cells: Sequence[Sequence[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))
