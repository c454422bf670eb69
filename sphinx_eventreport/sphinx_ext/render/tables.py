"""A listing as a table, with the columns that at least one row fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.dates import range_text, time_node
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.render.links import event_link, media_links, row_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sphinx_eventreport.core.query import Query, Row

    Cell = Callable[[Row, str, str], list[nodes.Node]]

_WIDEST = 40


def listing_table(rows: Sequence[Row], query: Query, docname: str, language: str) -> nodes.table:
    """Return *rows* as a table."""
    columns = [
        (heading, cell)
        for heading, cell in _columns(query.type).items()
        if any(cell(row, docname, language) for row in rows)
    ]
    headings = [[nodes.Text(heading)] for heading, _cell in columns]
    cells = [[cell(row, docname, language) for _heading, cell in columns] for row in rows]
    group = nodes.tgroup(cols=len(columns))
    group.extend(nodes.colspec(colwidth=_width(column)) for column in zip(headings, *cells, strict=True))
    group += nodes.thead("", _row(headings))
    group += nodes.tbody("", *map(_row, cells))
    return nodes.table("", group, classes=["er-listing", "er-listing-table"])


def _width(column: Iterable[Sequence[nodes.Node]]) -> int:
    """Return the width in characters that writers of plain text give to a column."""
    return min(_WIDEST, max(sum(len(node.astext()) for node in cell) for cell in column))


def _columns(object_type: str) -> Mapping[str, Cell]:
    if object_type == "event":
        return {
            _("Date"): _date,
            _("Event"): _event_title,
            _("Place"): lambda row, _docname, _language: _text(row.get("city") or row.get("location")),
            _("Talks"): lambda row, _docname, _language: _text(str(row["talks"] or "")),
        }
    return {
        _("Date"): _date,
        _("Talk"): _talk_title,
        _("Speakers"): lambda row, _docname, _language: _text(", ".join(row["speakers"])),
        _("Event"): _talk_event,
        _("Slides and video"): _talk_media,
    }


def _row(cells: Sequence[Sequence[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))


def _text(text: str | None) -> list[nodes.Node]:
    return [nodes.Text(text)] if text else []


def _date(row: Row, _docname: str, language: str) -> list[nodes.Node]:
    if not row.get("start"):
        return []
    return [time_node(row["start"], range_text(row["start"], row.get("end"), language))]


def _event_title(row: Row, docname: str, _language: str) -> list[nodes.Node]:
    return [row_link(row, "event", docname)]


def _talk_title(row: Row, docname: str, _language: str) -> list[nodes.Node]:
    return [row_link(row, "talk", docname)]


def _talk_event(row: Row, docname: str, _language: str) -> list[nodes.Node]:
    return [event_link(row, docname)]


def _talk_media(row: Row, docname: str, _language: str) -> list[nodes.Node]:
    return [item for link in media_links(row, docname) for item in (nodes.Text(", "), link)][1:]
