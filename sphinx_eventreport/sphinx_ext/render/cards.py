"""Cards, as every builder can show them: a title that links, a line of facts, a text, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.render.fields import COUNTED, field_links, field_nodes, joined
from sphinx_eventreport.sphinx_ext.render.links import row_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.query import Query, Row

_LINKED = COUNTED | {"media"}
_APART = _LINKED | {"image", "title", "description"}
"""Fields that have places of their own; the rest is the line of facts."""


def card_grid(
    rows: Sequence[Row], query: Query, fields: Sequence[str], docname: str, language: str
) -> nodes.container:
    """Return a card with *fields* for each of *rows*; ``card`` and ``thumbnail`` tell the HTML transform."""
    classes = ["er-listing", "er-listing-cards", f"er-listing-{query.type}"]
    facts = [name for name in fields if name not in _APART]
    links = [name for name in fields if name in _LINKED]
    cards = []
    for row in rows:
        card = _card(row, query.type, docname, fields)
        line = facts_line(row, query.type, facts, docname, language)
        if line:
            card += nodes.paragraph("", "", *line, classes=["er-card-facts"])
        card.extend(texts_and_links(row, query.type, fields, links, docname))
        cards.append(card)
    return nodes.container("", *cards, classes=classes, is_div=True)


def _card(row: Row, object_type: str, docname: str, fields: Sequence[str]) -> nodes.container:
    card = nodes.container("", classes=["er-card"], is_div=True, eventreport_card=True)
    if "image" in fields:
        if row.get("thumbnail"):
            card["thumbnail"] = "/" + row["thumbnail"]
        elif row.get("slide"):
            card["slide"], _digest = row["slide"]
    title = nodes.strong("", "", row_link(row, object_type, docname))
    card += nodes.paragraph("", "", title, classes=["er-card-title"])
    return card


def facts_line(
    row: Row, object_type: str, fields: Sequence[str], docname: str, language: str
) -> list[nodes.Node]:
    """Return the *fields* of *row* in one line, with dots between them."""
    parts = []
    for name in fields:
        part = field_nodes(name, row, object_type, docname, language)
        if part and name == "speakers":
            part = [nodes.inline("", "", *part, classes=["er-speakers"])]
        parts.append(part)
    return joined(parts, " · ")


def texts_and_links(
    row: Row, object_type: str, fields: Sequence[str], links: Sequence[str], docname: str
) -> list[nodes.Node]:
    """Return the text of *row*, if it is one of *fields*, and those *links* that it has."""
    found: list[nodes.Node] = []
    if "description" in fields and row.get("description"):
        found.append(nodes.paragraph("", row["description"], classes=["er-card-text"]))
    there = [link for name in links for link in field_links(name, row, object_type, docname)]
    if there:
        items = [nodes.list_item("", nodes.paragraph("", "", link)) for link in there]
        found.append(nodes.bullet_list("", *items, classes=["er-card-links"], bullet="-"))
    return found
