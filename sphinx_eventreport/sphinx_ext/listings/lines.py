"""Listings without a frame: a list of lines, and a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.listings.cards import LINKED, title_and_rest
from sphinx_eventreport.sphinx_ext.listings.fields import COUNTED, count_text, field_nodes, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.listings.query import Row
    from sphinx_eventreport.sphinx_ext.listings.shown import Shown

NO_FACTS = LINKED | {"start", "image", "title", "description"}
"""Fields of a timeline that have places of their own; the rest is the line of facts."""


def listing_lines(rows: Sequence[Row], shown: Shown) -> nodes.bullet_list:
    """Return a line for each of *rows*."""
    items = [line(row, shown) for row in rows]
    return nodes.bullet_list("", *items, classes=["er-listing", "er-listing-list"], bullet="-")


def line(row: Row, shown: Shown) -> nodes.list_item:
    """Return the fields of *row* with commas between them."""
    parts = [_part(name, row, shown) for name in shown.fields]
    return nodes.list_item("", nodes.paragraph("", "", *joined(parts, ", ")))


def timeline(rows: Sequence[Row], shown: Shown) -> nodes.bullet_list:
    """Return *rows* as points in time."""
    items = [point(row, shown) for row in rows]
    return nodes.bullet_list("", *items, classes=["er-listing", "er-listing-timeline"], bullet="-")


def point(row: Row, shown: Shown) -> nodes.list_item:
    """Return *row* as a point in time: the date, then the title, facts, text and links."""
    item = nodes.list_item("")
    if "start" in shown.fields:
        when = field_nodes("start", row, shown.type, shown.docname, shown.language)
        if when:
            item += nodes.paragraph("", "", *when, classes=["er-card-facts"])
    item.extend(title_and_rest(row, shown, "er-timeline-title", NO_FACTS))
    return item


def _part(name: str, row: Row, shown: Shown) -> list[nodes.Node]:
    if name == "image":
        return []
    if name in COUNTED:
        return [nodes.Text(count_text(name, row[name]))] if row.get(name) else []
    return field_nodes(name, row, shown.type, shown.docname, shown.language)
