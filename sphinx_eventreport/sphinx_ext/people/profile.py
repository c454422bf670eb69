"""The content of a page about somebody: picture, facts, biography, talks and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.dates import date_text, time_node
from sphinx_eventreport.sphinx_ext.inline.links import link_node, media_text, spaced
from sphinx_eventreport.sphinx_ext.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_eventreport.core.records import Person
    from sphinx_eventreport.sphinx_ext.site.works import Work, Works

_ORCID = "https://orcid.org/"


def profile_nodes(person: Person, picture: str | None, own_words: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return the picture at the path *picture*, the facts, and *own_words* or else the biography known."""
    found: list[nodes.Node] = []
    if picture:
        found.append(
            nodes.image(
                uri=picture,
                candidates={"*": picture},
                alt=person.name,
                classes=["er-portrait", "dark-light"],
            )
        )
    facts = list(_facts(person))
    if facts:
        found.append(nodes.paragraph("", "", *spaced(facts), classes=["er-meta"]))
    paragraphs = (person.bio or "").split("\n\n") if not own_words else []
    found += [nodes.paragraph(text, text) for text in paragraphs if text]
    return [*found, *own_words]


def works_nodes(works: Works, docname: str, language: str, level: int) -> list[nodes.Node]:
    """Return the talks and the reports of somebody, each as a list below its heading of *level*."""
    talks = [_work(work, docname, language) for work in works.talks]
    reports = [_work(work, docname, language) for work in works.reports]
    return [*titled_list(_("Talks"), talks, level), *titled_list(_("Reports"), reports, level)]


def titled_list(title: str, lines: Sequence[nodes.Node], level: int) -> list[nodes.Node]:
    """Return *lines* as a list below the heading *title* of *level*, nothing if there are none."""
    if not lines:
        return []
    items = [nodes.list_item("", line) for line in lines]
    heading = nodes.rubric(title, title, classes=["er-group"])
    heading["heading-level"] = level
    return [heading, nodes.bullet_list("", *items, classes=["er-works"], bullet="-")]


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


def _work(work: Work, docname: str, language: str) -> nodes.paragraph:
    """Return a line: what it is called, at which event, when, and its slides and videos."""
    parts = [link_node(work.link, docname)]
    if work.event:
        parts.append(link_node(work.event, docname))
    if work.start:
        parts.append(time_node(work.start, date_text(work.start, language)))
    parts += [link_node(link, docname, media_text(kind)) for kind, link in work.media]
    return nodes.paragraph("", "", *[item for part in parts for item in (nodes.Text(", "), part)][1:])
