"""The head of a report: when, where, which series, who wrote it; the picture; the talks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes

from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.sphinx_ext.inline.dates import date_text, range_text, time_node
from sphinx_eventreport.sphinx_ext.inline.links import name_node
from sphinx_eventreport.sphinx_ext.inline.people import people_nodes
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_editions,
    eventreport_program,
    eventreport_program_item,
    eventreport_slide_place,
)

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Canonical, Event, Report
    from sphinx_eventreport.sphinx_ext.site.page import Page

_STATUS = {
    "cancelled": lambda: _("Cancelled"),
    "postponed": lambda: _("Postponed"),
    "moved_online": lambda: _("Moved online"),
}


def head_nodes(
    page: Page, report: Report, document: nodes.document, language: str, banner: str | None
) -> list[nodes.Node]:
    """Return what is between the title and the body; *banner* is a path in the source tree."""
    found: list[nodes.Node] = []
    facts = [
        *_event_facts(report.event, page.docname, language),
        *_author_facts(report, document, page.docname),
    ]
    if facts:
        found.append(nodes.paragraph("", "", *spaced(facts), classes=["er-meta"]))
    if page.series_label():
        found.append(eventreport_editions())
    if report.tags:
        tags = [nodes.list_item("", nodes.paragraph(tag, tag)) for tag in report.tags]
        found.append(nodes.bullet_list("", *tags, classes=["er-tags"], bullet="-"))
    if banner:
        image = nodes.image(uri=banner, alt="")
        found.append(nodes.container("", image, classes=["er-banner"], is_div=True))
    if report.canonical:
        found.append(_origin(report.canonical, report, language))
    if len(page.talks) > 1:
        found.append(_program(page))
    return found


def _event_facts(event: Event | None, docname: str, language: str) -> list[nodes.Node]:
    if event is None:
        return []
    facts: list[nodes.Node] = []
    if event.start:
        text = range_text(event.start, event.end, language)
        facts.append(nodes.strong("", "", time_node(event.start, text)))
    if event.status in _STATUS:
        text = _STATUS[event.status]()
        facts.append(nodes.strong(text, text, classes=["er-status"]))
    if event.url:
        facts.append(nodes.reference("", event.name, refuri=event.url))
    place = str(event.location)
    if place:
        facts.append(nodes.inline(place, place))
    if event.location.online_url:
        facts.append(nodes.reference("", _("Online"), refuri=event.location.online_url))
    if event.series:
        text = _("Series %s") % event.series
        shown, label = nodes.inline(text, text), slugify(event.series)
        facts.append(name_node("series", label, shown, docname) if label else shown)
    return facts


def _author_facts(report: Report, document: nodes.document, docname: str) -> list[nodes.Node]:
    if not report.authors:
        return []
    people = people_nodes(report.authors, document, docname)
    return [nodes.inline("", "", nodes.Text(_("Report by") + " "), *people)]


def spaced(facts: list[nodes.Node]) -> list[nodes.Node]:
    """Return *facts* with a dot between them; on a page, style sheets may show a gap instead."""
    found: list[nodes.Node] = []
    for fact in facts:
        if found:
            found.append(nodes.inline(" · ", " · ", classes=["er-dot"]))
        found.append(fact)
    return found


def _origin(canonical: Canonical, report: Report, language: str) -> nodes.paragraph:
    name = canonical.label or urlsplit(canonical.url).hostname or canonical.url
    before, _placeholder, after = _("First published on %s").partition("%s")
    line = nodes.paragraph("", classes=["er-origin"])
    line += [nodes.Text(before), nodes.reference("", name, refuri=canonical.url), nodes.Text(after)]
    if report.date:
        line += [nodes.Text(", "), time_node(report.date, date_text(report.date, language))]
    return line


def _program(page: Page) -> eventreport_program:
    """Return the way in for somebody who wants one talk."""
    program = eventreport_program()
    for placed in page.talks:
        talk = placed.talk
        speakers = ", ".join(person.name for person in talk.speakers)
        item = eventreport_program_item(anchor=placed.anchor, title=talk.title, speakers=speakers)
        slide = next((name for name in map(page.opening_of, talk.decks) if name), None)
        if slide:
            item += eventreport_slide_place(target=slide, alt="", is_small=True)
        program += item
    return program
