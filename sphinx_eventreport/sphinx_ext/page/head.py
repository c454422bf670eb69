"""The head of a report: its state, its facts, who wrote it and when, its tags, its picture, its programme."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.sphinx_ext.inline.dates import foreign, language_name, time_node
from sphinx_eventreport.sphinx_ext.inline.links import spaced, tag_node
from sphinx_eventreport.sphinx_ext.inline.people import people_nodes
from sphinx_eventreport.sphinx_ext.inline.words import status_word
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.minutes.head import minutes_nodes
from sphinx_eventreport.sphinx_ext.nodes import eventreport_editions, eventreport_minutes_state
from sphinx_eventreport.sphinx_ext.page.facts import facts_nodes
from sphinx_eventreport.sphinx_ext.page.moments import Clocks
from sphinx_eventreport.sphinx_ext.page.program import program_nodes

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx_eventreport.core.records import Canonical, Event, Report
    from sphinx_eventreport.sphinx_ext.site.page import Page


def head_nodes(  # noqa: PLR0913 -- what a head shows
    page: Page,
    report: Report,
    document: nodes.document,
    language: str,
    banner: str | None,
    *,
    told: Collection[str] = (),
) -> list[nodes.Node]:
    """Return what is between the title and the body.

    *banner* is a path in the source tree; *told* are the kinds of people at a meeting whom the body names.
    """
    found = _notice(report.event)
    if report.minutes is not None:
        found.append(eventreport_minutes_state())
    if report.event:
        found += facts_nodes(
            report.event,
            page.title,
            page.docname,
            language,
            has_times=any(placed.talk.start and placed.talk.start.time for placed in page.talks),
        )
    if report.minutes is not None:
        found += minutes_nodes(report.minutes, document, page.docname, told)
    facts = _byline(report, document, page.docname, language)
    if facts:
        found.append(nodes.paragraph("", "", *spaced(facts), classes=["er-by"]))
    if page.series_label():
        found.append(eventreport_editions())
    if report.tags:
        # An index lists no page that nothing is to list.
        tags = [nodes.Text(tag) if page.is_unlisted else tag_node(tag, page.docname) for tag in report.tags]
        items = [nodes.list_item("", nodes.paragraph("", "", tag)) for tag in tags]
        found.append(nodes.bullet_list("", *items, classes=["er-tags"], bullet="-"))
    if banner:
        image = nodes.image(uri=banner, alt="", classes=["dark-light"])
        found.append(nodes.container("", image, classes=["er-banner"], is_div=True))
    if report.canonical:
        found.append(_origin(report.canonical, report, language))
    return [*found, *program_nodes(page, Clocks(report.event), language)]


def _notice(event: Event | None) -> list[nodes.Node]:
    """Return a line in front of everything where the event does not take place as planned."""
    word = status_word(event.status) if event else ""
    if not word:
        return []
    return [nodes.paragraph("", "", nodes.strong(word, word, classes=["er-status"]), classes=["er-notice"])]


def _byline(report: Report, document: nodes.document, docname: str, language: str) -> list[nodes.Node]:
    """Return who wrote the report, the day it was published, and the language and licence of its text."""
    facts: list[nodes.Node] = []
    if report.authors:
        people = people_nodes(report.authors, document, docname)
        facts.append(nodes.inline("", "", nodes.Text(_("Report by") + " "), *people))
    # Minutes are called by the day of their meeting, which the facts say already.
    is_told = report.event and report.event.start and report.event.start.isoformat()[:10]
    if report.date and not report.canonical and report.date.isoformat() != is_told:
        day = time_node(report.date, date_text(report.date, language))
        facts.append(day if facts else nodes.inline("", "", nodes.Text(_("Published") + " "), day))
    if report.updated and report.updated != report.date:
        day = time_node(report.updated, date_text(report.updated, language))
        facts.append(nodes.inline("", "", nodes.Text(_("Updated") + " "), day))
    written_in = foreign(report.language, language)
    texts = (
        language_name(written_in, language) if written_in else "",
        _("License: %s") % report.license if report.license else "",
    )
    facts.extend(nodes.inline(text, text) for text in texts if text)
    return facts


def _origin(canonical: Canonical, report: Report, language: str) -> nodes.paragraph:
    name = canonical.label or urlsplit(canonical.url).hostname or canonical.url
    before, _placeholder, after = _("First published on %s").partition("%s")
    line = nodes.paragraph("", classes=["er-origin"])
    line += [nodes.Text(before), nodes.reference("", name, refuri=canonical.url), nodes.Text(after)]
    if report.date:
        line += [nodes.Text(", "), time_node(report.date, date_text(report.date, language))]
    return line
