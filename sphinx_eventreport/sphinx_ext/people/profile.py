"""The content of a page about somebody: picture, facts, biography, talks and reports."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.sphinx_ext.inline.dates import time_node
from sphinx_eventreport.sphinx_ext.inline.links import link_node, spaced
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.people.rows import (
    counts,
    facts,
    heading,
    media_nodes,
    number_words,
    row,
    rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_eventreport.core.records import Person
    from sphinx_eventreport.sphinx_ext.site.works import Work, Works

_ORCID = "https://orcid.org/"


def profile_nodes(person: Person, picture: str | None, *, is_html: bool) -> list[nodes.Node]:
    """Return the picture at the path *picture*, or initials on a page of HTML, and the facts beside it."""
    known = list(_facts(person))
    line = [nodes.paragraph("", "", *spaced(known), classes=["er-meta"])] if known else []
    portrait: list[nodes.Node] = []
    if picture:
        portrait = [_image(person, picture)]
    elif is_html:
        initials = nodes.inline("", _initials(person.name), classes=["er-portrait", "er-initials"])
        portrait = [nodes.paragraph("", "", initials, classes=["no-search"])]
    if not (portrait or line):
        return []
    return [nodes.container("", *portrait, *line, classes=["er-profile-head"], is_div=True)]


def own_words(person: Person, written: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return what is *written* on the page, or else the biography that is known."""
    paragraphs = (person.bio or "").split("\n\n") if not written else []
    return [*written, *(nodes.paragraph(text, text) for text in paragraphs if text)]


def counts_of_works(works: Works) -> list[nodes.Node]:
    """Return how many talks, decks, videos, events and reports there are of somebody."""
    media = Counter(kind for work in works.talks for kind, _link in work.media)
    events = {work.event for work in works.talks if work.event}
    return counts(
        [
            *number_words(len(works.talks), media["deck"], media["recording"]),
            (len(events), _("event"), _("events")),
            (len(works.reports), _("report"), _("reports")),
        ]
    )


def works_nodes(works: Works, docname: str, language: str, level: int) -> list[nodes.Node]:
    """Return the talks of somebody by year, and the reports, each below a heading of *level*."""
    found: list[nodes.Node] = []
    for year, talks in groupby(works.talks, lambda work: work.start.year if work.start else None):
        title = str(year) if year else _("Without a date")
        found += [heading(title, level), rows([_work(work, docname, language) for work in talks])]
    reports = [_work(work, docname, language) for work in works.reports]
    return [*found, *([heading(_("Reports"), level), rows(reports)] if reports else [])]


def _image(person: Person, picture: str) -> nodes.image:
    return nodes.image(
        uri=picture, candidates={"*": picture}, alt=person.name, classes=["er-portrait", "dark-light"]
    )


def _initials(name: str) -> str:
    """Return the first letters of the first and the last word of *name*."""
    words = name.split()
    return "".join(word[0] for word in dict.fromkeys((words[0], words[-1]))).upper() if words else ""


def _facts(person: Person) -> Iterable[nodes.Node]:
    if person.affiliation:
        yield nodes.inline(person.affiliation, person.affiliation)
    if person.url:
        text = person.url.partition("://")[2].rstrip("/") or person.url
        yield nodes.reference("", text, refuri=person.url)
    for link in person.links:
        yield nodes.reference("", link.label, refuri=link.url)
    if person.orcid:
        yield nodes.reference("", f"ORCID {person.orcid}", refuri=_ORCID + person.orcid)


def _work(work: Work, docname: str, language: str) -> nodes.list_item:
    """Return a row: what it is called, at which event, when and with whom, and its slides and videos."""
    when: list[nodes.Node] = []
    if work.start:
        when.append(time_node(work.start, date_text(work.start, language)))
    if work.others:
        when.append(nodes.Text(_("with %s") % ", ".join(work.others)))
    event = [link_node(work.event, docname)] if work.event else []
    return row(
        work.slide,
        [link_node(work.link, docname)],
        facts([*event, *when]),
        media_nodes(work.media, docname),
    )
