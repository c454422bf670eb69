"""One document -> the :class:`Page` that the environment keeps, with the head of a report drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.sphinx_ext.assemble import Assembler
from sphinx_eventreport.sphinx_ext.domain import DOMAIN
from sphinx_eventreport.sphinx_ext.files import find_file
from sphinx_eventreport.sphinx_ext.links import is_remote, link_within, remote_picture, settle_pictures
from sphinx_eventreport.sphinx_ext.log import warn_in
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing
from sphinx_eventreport.sphinx_ext.page import Entry, Page, Reference
from sphinx_eventreport.sphinx_ext.render.head import head_nodes
from sphinx_eventreport.sphinx_ext.sections import title_section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.query import Query
    from sphinx_eventreport.core.records import Person, Report
    from sphinx_eventreport.sphinx_ext.current import Current


def make_page(document: nodes.document, env: BuildEnvironment, current: Current | None) -> Page:
    """Return what to keep of *document*; *current* is what its front matter says, if it is a report."""
    report = current.report if current else None
    assembler = Assembler(document, env, report)
    assembler.run()
    title = _title(document, report)
    entries = assembler.entries
    thumbnail = None
    if report is not None and current is not None:
        settle_pictures(document, env)
        link_within(document)
        report = replace(report, talks=tuple(assembler.talks))
        pictures = _Pictures(env, current.lines)
        thumbnail = pictures.find("thumbnail", report.thumbnail)
        _draw_head(document, env, report, pictures.find("banner", report.banner))
        entries = [Entry("event", report.label, title, env.docname, ""), *entries]
        entries += _people(document, env.docname, report)
    return Page(
        docname=env.docname,
        title=title,
        report=report,
        thumbnail=thumbnail,
        entries=tuple(entries),
        listings=_listings(document),
        references=_references(document),
    )


def _title(document: nodes.document, report: Report | None) -> str:
    section = title_section(document)
    if section is not None:
        index = section.first_child_matching_class(nodes.title)
        if index is not None:
            return section[index].astext()
    return (report.title if report else None) or ""


def _draw_head(document: nodes.document, env: BuildEnvironment, report: Report, banner: str | None) -> None:
    head = head_nodes(report, document, env.docname, env.config.language, "/" + banner if banner else None)
    section = title_section(document)
    parent = document if section is None else section
    index = parent.first_child_matching_class(nodes.title)
    position = 0 if index is None else index + 1
    parent[position:position] = head
    if section is not None:
        section["classes"].append("er-event")
    if report.description:
        document += nodes.meta("", name="description", content=report.description)


@dataclass(frozen=True)
class _Pictures:
    """Finds the pictures that front matter names, and makes them known to every builder."""

    env: BuildEnvironment
    lines: Mapping[str, int]

    def find(self, field: str, written: str | None) -> str | None:
        """Return the path from the source directory of the picture *written*, ``None`` if there is none."""
        if not written:
            return None
        line = self.lines.get(field)
        if is_remote(written):
            warn_in(self.env.docname, remote_picture(written, line))
            return None
        found = find_file(self.env, written, what=f"the {field}", line=line)
        if isinstance(found, Problem):
            warn_in(self.env.docname, found)
            return None
        self.env.note_dependency(found.absolute)
        self.env.images.add_file(self.env.docname, found.path)
        return found.path


def _people(document: nodes.document, docname: str, report: Report) -> list[Entry]:
    """Return an entry for each person whose name stands on the page with an id."""
    people: dict[str, Person] = {}
    for person in (*report.authors, *(name for talk in report.talks for name in talk.speakers)):
        people.setdefault(person.label, person)
    return [
        Entry("person", label, person.name, docname, f"person-{label}")
        for label, person in people.items()
        if f"person-{label}" in document.ids
    ]


def _listings(document: nodes.document) -> tuple[Query, ...]:
    return tuple(node["listing"] for node in document.findall(eventreport_listing))


def _references(document: nodes.document) -> tuple[Reference, ...]:
    """Return what the page refers to that may change its name or place on another page."""
    found = {}
    for node in document.findall(addnodes.pending_xref):
        domain, kind = node.get("refdomain"), node["reftype"]
        if domain == DOMAIN:
            found[Reference(kind, node["reftarget"])] = None
        elif kind == "doc" or domain == "doc":
            found[Reference("doc", node["reftarget"])] = None
        elif kind in {"any", "myst"}:
            found[Reference("any", node["reftarget"])] = None
    return tuple(found)
