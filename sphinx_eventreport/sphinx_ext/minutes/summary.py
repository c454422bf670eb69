"""The end of a page with minutes: what was decided, and what is to be done, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.identifiers import unique
from sphinx_eventreport.core.records import Action, Decision
from sphinx_eventreport.sphinx_ext.inline.dates import time_node
from sphinx_eventreport.sphinx_ext.inline.due import due_word
from sphinx_eventreport.sphinx_ext.inline.links import link_node
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes.sections import generated_section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import PlacedObject

_FEWEST = 2
_ID = "decisions-and-actions"


def summary_nodes(page: Page, document: nodes.document, language: str) -> list[nodes.Node]:
    """Return a section with links to the decisions and actions on *page*.

    There is none for less than two of them, and where the page has a listing of its own. How far actions are
    is not said: later meetings know more of that, and it stands where the links lead.
    """
    objects = page.objects
    decided = [placed for placed in objects if isinstance(placed.record, Decision)]
    to_do = [placed for placed in objects if isinstance(placed.record, Action)]
    has_listing = any(query.type in {"decision", "action"} for query in page.listings)
    if has_listing or len(decided) + len(to_do) < _FEWEST:
        return []
    anchor = unique(_ID, document.ids)
    section = generated_section(_("Decisions and actions"), anchor, document, page.docname)
    section["classes"] = ["er-summary"]
    lines = [_decision(one, page) for one in decided], [_action(one, page, language) for one in to_do]
    for found in filter(None, lines):
        items = [nodes.list_item("", line) for line in found]
        section += nodes.bullet_list("", *items, bullet="-")
    section.line = objects[-1].line
    return [section]


def outcome_nodes(summary: Sequence[nodes.Node], page: Page) -> list[nodes.Node]:
    """Return a line for the head of *page* that leads to its *summary*, if it has one: how much there is."""
    if not summary:
        return []
    [section] = summary
    counts = (
        (len([*page.objects_of("decision")]), _("decision"), _("decisions")),
        (len([*page.objects_of("action")]), _("action"), _("actions")),
    )
    text = " · ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts if number)
    link = nodes.reference("", text, internal=True, refid=section["ids"][0])  # type: ignore[index]
    return [nodes.paragraph("", "", link, classes=["er-outcome", "no-search"])]


def _decision(placed: PlacedObject, page: Page) -> nodes.paragraph:
    record = placed.record
    number = _("Decision %s") % record.number if isinstance(record, Decision) else ""
    return nodes.paragraph(
        "", "", nodes.Text(f"{number}: "), link_node(page.object_link(placed), page.docname)
    )


def _action(placed: PlacedObject, page: Page, language: str) -> nodes.paragraph:
    action = placed.record
    line = nodes.paragraph("", "", link_node(page.object_link(placed), page.docname))
    if not isinstance(action, Action):
        return line
    if action.owner:
        line += nodes.Text(", " + ", ".join(one.name for one in action.owner))
    if action.due:
        line += [nodes.Text(f", {due_word()} "), time_node(action.due, date_text(action.due, language))]
    return line
