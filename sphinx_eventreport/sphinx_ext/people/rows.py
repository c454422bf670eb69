"""Rows of what somebody did and of what was: a picture, a title, facts, and what there is of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.links import link_node, media_text, spaced
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_eventreport.sphinx_ext.site.link import Link

MOST = 100
"""Lines of a list: who wants more has `{decision-list}` and `{action-list}`, which readers can filter."""


def row(
    slide: tuple[str, str | None] | None, title: Sequence[nodes.Node], *lines: Sequence[nodes.Node]
) -> nodes.list_item:
    """Return a row: the picture of *slide*, if any, beside the *title* and the *lines* that are not empty."""
    place = [eventreport_slide_place(target=slide[0], alt="", is_small=True)] if slide else []
    words = [nodes.paragraph("", "", *title, classes=["er-work-title"])]
    words += [nodes.paragraph("", "", *line, classes=["er-work-about"]) for line in lines if line]
    return nodes.list_item("", *place, nodes.container("", *words, classes=["er-work"], is_div=True))


def rows(items: Sequence[nodes.list_item], *classes: str) -> nodes.bullet_list:
    """Return *items* as a list."""
    return nodes.bullet_list("", *items, classes=["er-works", *classes], bullet="-")


def more_than(lines: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return the first of *lines*, and how many more there are."""
    more = len(lines) - MOST
    shown = [*lines[:MOST]]
    if more > 0:
        text = _("and %s more") % more
        shown.append(nodes.paragraph(text, text))
    return shown


def titled_list(title: str, lines: Sequence[nodes.Node], level: int) -> list[nodes.Node]:
    """Return *lines* as a list below the heading *title* of *level*, nothing if there are none."""
    items = [nodes.list_item("", line) for line in lines]
    return [heading(title, level), rows(items)] if items else []


def heading(title: str, level: int) -> nodes.rubric:
    """Return the heading *title* of *level* above a list."""
    found = nodes.rubric(title, title, classes=["er-group"])
    found["heading-level"] = level
    return found


def facts(parts: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Return *parts* as facts of one line."""
    return [item for part in parts for item in (nodes.Text(" · "), part)][1:]


def media_nodes(media: Iterable[tuple[str, Link]], docname: str) -> list[nodes.Node]:
    """Return links from *docname* to decks and recordings, each with its object type."""
    return facts(link_node(link, docname, media_text(kind)) for kind, link in media)


def counts(numbers: Iterable[tuple[int, str, str]]) -> list[nodes.Node]:
    """Return how many there are, each with the word for one and that for many; zeroes are left out."""
    said: list[nodes.Node] = []
    for number, one, many in numbers:
        if number:
            strong = nodes.strong("", str(number))
            said.append(nodes.inline("", "", strong, nodes.Text(f" {one if number == 1 else many}")))
    return [nodes.paragraph("", "", *spaced(said), classes=["er-counts"])] if said else []


def number_words(talks: int, decks: int, recordings: int) -> list[tuple[int, str, str]]:
    """Return the numbers that people and series have in common, each with its words."""
    return [
        (talks, _("talk"), _("talks")),
        (decks, _("deck"), _("decks")),
        (recordings, _("video"), _("videos")),
    ]
