"""The editions of a series: the one before and the one after, and all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.dates import range_text, time_node
from sphinx_eventreport.sphinx_ext.inline.links import link_node, spaced
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.people.profile import titled_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.sphinx_ext.site.editions import Around, Edition


def around_nodes(around: Around, docname: str) -> list[nodes.Node]:
    """Return a line that leads from *docname* to the editions before and after."""
    facts: list[nodes.Node] = []
    for link, text in ((around.older, _("Previous edition:")), (around.newer, _("Next edition:"))):
        if link is not None:
            facts.append(nodes.inline("", "", nodes.Text(f"{text} "), link_node(link, docname)))
    return [nodes.paragraph("", "", *spaced(facts), classes=["er-editions"])] if facts else []


def editions_nodes(editions: Sequence[Edition], docname: str, language: str, level: int) -> list[nodes.Node]:
    """Return a list of *editions*, below a heading of *level*."""
    return titled_list(_("Editions"), [_edition(one, docname, language) for one in editions], level)


def _edition(edition: Edition, docname: str, language: str) -> nodes.paragraph:
    line = nodes.paragraph("", "", link_node(edition.link, docname))
    if edition.start:
        when = time_node(edition.start, range_text(edition.start, edition.end, language))
        line += [nodes.Text(", "), when]
    if edition.place:
        line += nodes.Text(f", {edition.place}")
    return line
