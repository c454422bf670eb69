"""A listing as a table, with the columns that at least one row fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.listings.fields import COUNTED, field_links, field_nodes, heading, joined
from sphinx_eventreport.sphinx_ext.listings.shown import LONG, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_eventreport.core.listings.query import Query, Row

_WIDEST = 40


def filled_columns(rows: Sequence[Row], query: Query, fields: Sequence[str]) -> list[str]:
    """Return those of *fields* that a table of *rows* shows: pictures are for cards."""
    shown = Shown(query.type, fields, docname="", language="en")
    return [name for name in fields if name != "image" and any(cell_nodes(name, row, shown) for row in rows)]


def listing_table(rows: Sequence[Row], shown: Shown) -> nodes.table:
    """Return *rows* as a table."""
    return head_and_body(rows, shown, [_row([*_row_cells(row, shown)]) for row in rows])


def head_and_body(rows: Sequence[Row], shown: Shown, body: Sequence[nodes.Node]) -> nodes.table:
    """Return *body*, which shows *rows*, below a heading for each field."""
    headings = [[nodes.Text(heading(name, shown.type))] for name in shown.fields]
    cells = [[*_row_cells(row, shown)] for row in rows[:LONG]]
    group = nodes.tgroup(cols=len(shown.fields))
    group.extend(nodes.colspec(colwidth=_width(column)) for column in zip(headings, *cells, strict=True))
    group += nodes.thead("", _row(headings))
    group += nodes.tbody("", *body)
    return nodes.table("", group, classes=["er-listing", "er-listing-table"])


def _row_cells(row: Row, shown: Shown) -> Iterator[list[nodes.Node]]:
    """Yield what stands in each cell of *row*."""
    for name in shown.fields:
        yield cell_nodes(name, row, shown)


def cell_nodes(name: str, row: Row, shown: Shown) -> list[nodes.Node]:
    """Return what stands in the cell of the field *name*."""
    if name in {"decks", "recordings"} and shown.type == "talk":
        return joined([[link] for link in field_links(name, row, shown.type, shown.docname)], ", ")
    if name in COUNTED:
        return [nodes.Text(str(row[name]))] if row.get(name) else []
    return field_nodes(name, row, shown.type, shown.docname, shown.language)


def _width(column: Iterable[Sequence[nodes.Node]]) -> int:
    """Return the width in characters that writers of plain text give to a column."""
    return min(_WIDEST, max(sum(len(node.astext()) for node in cell) for cell in column))


def _row(cells: Sequence[Sequence[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))
