"""The editions of a series: the one before and the one after, and all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.dates import range_text, time_node
from sphinx_eventreport.sphinx_ext.inline.trail import document_link
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.page.head import spaced
from sphinx_eventreport.sphinx_ext.people.profile import titled_list
from sphinx_eventreport.sphinx_ext.site.person_history import start_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.sphinx_ext.site.page import Page


def around_nodes(older: Page | None, newer: Page | None, docname: str) -> list[nodes.Node]:
    """Return a line that leads to the editions before and after."""
    facts: list[nodes.Node] = []
    for page, text in ((older, _("Previous edition:")), (newer, _("Next edition:"))):
        if page is not None:
            link = document_link(page.docname, page.title, docname)
            facts.append(nodes.inline("", "", nodes.Text(f"{text} "), link))
    return [nodes.paragraph("", "", *spaced(facts), classes=["er-editions"])] if facts else []


def editions_nodes(pages: Sequence[Page], docname: str, language: str, level: int) -> list[nodes.Node]:
    """Return a list, below a heading of *level*, of the editions that *pages* are about."""
    return titled_list(_("Editions"), [_edition(page, docname, language) for page in pages], level)


def _edition(page: Page, docname: str, language: str) -> nodes.paragraph:
    line = nodes.paragraph("", "", document_link(page.docname, page.title, docname))
    event = page.report.event if page.report else None
    start = start_of(page.report)
    if start:
        line += [
            nodes.Text(", "),
            time_node(start, range_text(start, event.end if event else None, language)),
        ]
    place = str(event.location) if event else ""
    if place:
        line += nodes.Text(f", {place}")
    return line
