"""A listing as a table, with the columns that at least one row fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.render.fields import COUNTED, field_links, field_nodes, heading, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_eventreport.core.query import Query, Row

_WIDEST = 40


def filled_columns(rows: Sequence[Row], query: Query, fields: Sequence[str]) -> list[str]:
    """Return those of *fields* that a table of *rows* shows: pictures are for cards."""
    return [
        name
        for name in fields
        if name != "image" and any(_cell(name, row, query.type, "", "en") for row in rows)
    ]


def listing_table(
    rows: Sequence[Row], query: Query, fields: Sequence[str], docname: str, language: str
) -> nodes.table:
    """Return *rows* as a table with the columns *fields*."""
    headings = [[nodes.Text(heading(name, query.type))] for name in fields]
    cells = [[_cell(name, row, query.type, docname, language) for name in fields] for row in rows]
    group = nodes.tgroup(cols=len(fields))
    group.extend(nodes.colspec(colwidth=_width(column)) for column in zip(headings, *cells, strict=True))
    group += nodes.thead("", _row(headings))
    group += nodes.tbody("", *map(_row, cells))
    return nodes.table("", group, classes=["er-listing", "er-listing-table"])


def _cell(name: str, row: Row, object_type: str, docname: str, language: str) -> list[nodes.Node]:
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
