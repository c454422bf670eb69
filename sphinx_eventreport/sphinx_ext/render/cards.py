"""Cards, as every builder can show them: a title that links, a line of facts, a text, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.dates import range_text, time_node
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.render.links import event_link, media_links, object_link, row_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.query import Query, Row


def card_grid(rows: Sequence[Row], query: Query, docname: str, language: str) -> nodes.container:
    """Return a card for each of *rows*; ``card`` and ``thumbnail`` tell the HTML transform."""
    classes = ["er-listing", "er-listing-cards", f"er-listing-{query.type}"]
    return nodes.container(
        "", *(_card(row, query.type, docname, language) for row in rows), classes=classes, is_div=True
    )


def _card(row: Row, object_type: str, docname: str, language: str) -> nodes.container:
    card = nodes.container("", classes=["er-card"], is_div=True, eventreport_card=True)
    if row.get("thumbnail"):
        card["thumbnail"] = "/" + row["thumbnail"]
    elif row.get("slide"):
        card["slide"], _digest = row["slide"]
    title = nodes.strong("", "", row_link(row, object_type, docname))
    card += nodes.paragraph("", "", title, classes=["er-card-title"])
    facts = _facts(row, object_type, docname, language)
    if facts:
        card += nodes.paragraph("", "", *facts, classes=["er-card-facts"])
    if row.get("description"):
        card += nodes.paragraph("", row["description"], classes=["er-card-text"])
    links = _links(row, object_type, docname)
    if links:
        items = [nodes.list_item("", nodes.paragraph("", "", link)) for link in links]
        card += nodes.bullet_list("", *items, classes=["er-card-links"], bullet="-")
    return card


def _facts(row: Row, object_type: str, docname: str, language: str) -> list[nodes.Node]:
    facts: list[nodes.Node] = []
    if row.get("start"):
        facts.append(time_node(row["start"], range_text(row["start"], row.get("end"), language)))
    if object_type == "event":
        place = row.get("city") or row.get("location")
        if place:
            facts.append(nodes.inline(place, place))
    else:
        facts.append(event_link(row, docname))
        names = ", ".join(row["speakers"])
        if names:
            facts.insert(0, nodes.inline(names, names, classes=["er-speakers"]))
    return [item for fact in facts for item in (nodes.Text(" · "), fact)][1:]


def _links(row: Row, object_type: str, docname: str) -> list[nodes.Node]:
    if object_type == "event":
        return _counts(row, docname)
    return media_links(row, docname)


def _counts(row: Row, docname: str) -> list[nodes.Node]:
    """Return "5 talks", "5 decks", "1 video", each a link to the first of them."""
    event = row["label"]
    links: list[nodes.Node] = []
    if row["talks"]:
        links.append(object_link("event", event, _plural(row["talks"], _("talk"), _("talks")), docname))
    for kind, one, many in (("deck", _("deck"), _("decks")), ("recording", _("video"), _("videos"))):
        labels = [label for media, label in row["media"] if media == kind]
        if labels:
            text = _plural(len(labels), one, many)
            links.append(object_link(kind, f"{event}/{labels[0]}", text, docname))
    return links


def _plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
