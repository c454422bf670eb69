"""Cards, as every builder can show them: a title that links, a line of facts, a text, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.link_list import row_link
from sphinx_eventreport.sphinx_ext.listings.fields import COUNTED, field_links, field_nodes, joined

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sphinx_eventreport.core.listings.query import Row
    from sphinx_eventreport.sphinx_ext.listings.shown import Shown

LINKED = COUNTED | {"media"}
"""Fields that are links below the text."""

APART = LINKED | {"image", "title", "description"}
"""Fields that have places of their own; the rest is the line of facts."""


def card_grid(rows: Sequence[Row], shown: Shown) -> nodes.container:
    """Return a card for each of *rows*."""
    return grid([card(row, shown) for row in rows], shown)


def grid(cards: Sequence[nodes.container], shown: Shown) -> nodes.container:
    """Return *cards* as one listing."""
    classes = ["er-listing", "er-listing-cards", f"er-listing-{shown.type}"]
    return nodes.container("", *cards, classes=classes, is_div=True)


def card(row: Row, shown: Shown) -> nodes.container:
    """Return the card of *row*."""
    found = bare_card(row, shown)
    found.extend(title_and_rest(row, shown, "er-card-title", APART))
    return found


def bare_card(row: Row, shown: Shown) -> nodes.container:
    """Return an empty card; ``thumbnail`` and ``slide`` tell the HTML transform which picture it has."""
    found = nodes.container("", classes=["er-card"], is_div=True, eventreport_card=True)
    if "image" in shown.fields:
        if row.get("thumbnail"):
            found["thumbnail"] = "/" + row["thumbnail"]
        elif row.get("slide"):
            found["slide"], _digest = row["slide"]
    return found


def title_and_rest(row: Row, shown: Shown, title_class: str, apart: Collection[str]) -> list[nodes.Node]:
    """Return the title of *row*, the line of its facts, which are not *apart*, its text and its links."""
    title = nodes.strong("", "", row_link(row, shown.type, shown.docname))
    found: list[nodes.Node] = [nodes.paragraph("", "", title, classes=[title_class])]
    line = facts_line(row, shown, [name for name in shown.fields if name not in apart])
    if line:
        found.append(nodes.paragraph("", "", *line, classes=["er-card-facts"]))
    return [*found, *texts_and_links(row, shown)]


def facts_line(row: Row, shown: Shown, fields: Sequence[str]) -> list[nodes.Node]:
    """Return the *fields* of *row* in one line, with dots between them."""
    parts = []
    for name in fields:
        part = field_nodes(name, row, shown.type, shown.docname, shown.language)
        if part and name == "speakers":
            part = [nodes.inline("", "", *part, classes=["er-speakers"])]
        parts.append(part)
    return joined(parts, " · ")


def texts_and_links(row: Row, shown: Shown) -> list[nodes.Node]:
    """Return the text of *row*, if it is one of the fields, and the links that it has."""
    found: list[nodes.Node] = []
    if "description" in shown.fields and row.get("description"):
        found.append(nodes.paragraph("", row["description"], classes=["er-card-text"]))
    linked = [name for name in shown.fields if name in LINKED]
    there = [link for name in linked for link in field_links(name, row, shown.type, shown.docname)]
    if there:
        items = [nodes.list_item("", nodes.paragraph("", "", link)) for link in there]
        found.append(nodes.bullet_list("", *items, classes=["er-card-links"], bullet="-"))
    return found
