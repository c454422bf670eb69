"""Listings without a frame: a list of lines, and a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.render.cards import facts_line, texts_and_links
from sphinx_eventreport.sphinx_ext.render.fields import COUNTED, count_text, field_nodes, joined
from sphinx_eventreport.sphinx_ext.render.links import row_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.query import Query, Row


def listing_lines(
    rows: Sequence[Row], query: Query, fields: Sequence[str], docname: str, language: str
) -> nodes.bullet_list:
    """Return a line for each of *rows*: its *fields* with commas between them."""
    result = nodes.bullet_list("", classes=["er-listing", "er-listing-list"], bullet="-")
    for row in rows:
        parts = [_part(name, row, query.type, docname, language) for name in fields]
        result += nodes.list_item("", nodes.paragraph("", "", *joined(parts, ", ")))
    return result


def timeline(
    rows: Sequence[Row], query: Query, fields: Sequence[str], docname: str, language: str
) -> nodes.bullet_list:
    """Return *rows* as points in time: the date, then the title, facts, text and links."""
    result = nodes.bullet_list("", classes=["er-listing", "er-listing-timeline"], bullet="-")
    linked = [name for name in fields if name in COUNTED or name == "media"]
    facts = [name for name in fields if name not in {*linked, "start", "image", "title", "description"}]
    for row in rows:
        item = nodes.list_item("")
        when = field_nodes("start", row, query.type, docname, language) if "start" in fields else []
        if when:
            item += nodes.paragraph("", "", *when, classes=["er-card-facts"])
        title = nodes.strong("", "", row_link(row, query.type, docname))
        item += nodes.paragraph("", "", title, classes=["er-timeline-title"])
        line = facts_line(row, query.type, facts, docname, language)
        if line:
            item += nodes.paragraph("", "", *line, classes=["er-card-facts"])
        item.extend(texts_and_links(row, query.type, fields, linked, docname))
        result += item
    return result


def _part(name: str, row: Row, object_type: str, docname: str, language: str) -> list[nodes.Node]:
    if name == "image":
        return []
    if name in COUNTED:
        return [nodes.Text(count_text(name, row[name]))] if row.get(name) else []
    return field_nodes(name, row, object_type, docname, language)
