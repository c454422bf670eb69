"""A parsed document -> its :class:`Page`: talks found, objects named, the head drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.headings import split_heading
from sphinx_eventreport.core.identifiers import slugify, unique
from sphinx_eventreport.core.people import person
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Deck, Recording, Talk
from sphinx_eventreport.core.schema import read_talk
from sphinx_eventreport.sphinx_ext.log import warn
from sphinx_eventreport.sphinx_ext.names import media_anchor, media_name, talk_name
from sphinx_eventreport.sphinx_ext.page import Entry
from sphinx_eventreport.sphinx_ext.render.media import fill_figure
from sphinx_eventreport.sphinx_ext.render.talk_line import talk_line
from sphinx_eventreport.sphinx_ext.sections import (
    SectionContent,
    media_of,
    sections_with_content,
    talk_sections,
)

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Report


class Assembler:
    """Names the talks, decks and recordings of one document, and draws what belongs to them."""

    def __init__(self, document: nodes.document, env: BuildEnvironment, report: Report | None) -> None:
        """Work on *document*; *report* is the record of its front matter, if it is a report."""
        self.document = document
        self.env = env
        self.report = report
        self.talks: list[Talk] = []
        self.entries: list[Entry] = []
        self._labels: dict[str, set[str]] = {"talk": set(), "deck": set(), "recording": set()}

    def run(self) -> None:
        """Find the talks and name everything on the page."""
        contents = sections_with_content(self.document)
        talks = talk_sections(contents, in_report=self.report is not None)
        for content in contents:
            if content in talks:
                self._talk(content)
            else:
                self._loose(content)

    def _talk(self, content: SectionContent) -> None:
        talk = self._talk_record(content)
        media = [self._name_media(figure, talk.title, talk.label) for figure in content.figures]
        talk = replace(
            talk,
            decks=tuple(item for item in media if isinstance(item, Deck)),
            recordings=tuple(item for item in media if isinstance(item, Recording)),
        )
        self.talks.append(talk)
        anchor = self._anchor(content, talk)
        self._enter("talk", talk_name(self.report, talk), talk.title, anchor, content.node)
        self._draw_line(content, talk)

    def _loose(self, content: SectionContent) -> None:
        for figure in content.figures:
            title = content.title or (self.report.title if self.report else None) or self.env.docname
            self._name_media(figure, title, slugify(title))
        for marker in content.markers:
            problem = Problem(
                Subtype.DIRECTIVE,
                "A {talk} stands in no section, so there is no talk to describe",
                hint="write a heading above it",
            )
            warn(problem, marker)
            marker.parent.remove(marker)

    def _talk_record(self, content: SectionContent) -> Talk:
        title, names = split_heading(content.title)
        mapping: dict[str, object] = {}
        lines: dict[str, int] = {}
        for marker in content.markers:
            mapping.update(marker["options"])
            lines.update(marker["lines"])
        talk, problems = read_talk({**mapping, "title": title}, lines)
        for problem in problems:
            warn(problem, content.markers[0])
        talk = _completed(talk, self._from_front_matter(title, talk.label))
        label = unique(talk.label if mapping.get("label") else slugify(title) or "talk", self._labels["talk"])
        self._labels["talk"].add(label)
        speakers = talk.speakers or tuple(person(name) for name in names)
        return replace(talk, label=label, title=title, speakers=speakers)

    def _from_front_matter(self, title: str, label: str) -> Talk | None:
        talks = self.report.talks if self.report else ()
        return next((talk for talk in talks if label == talk.label or title == talk.title), None)

    def _name_media(self, figure: nodes.figure, title: str, label: str) -> Deck | Recording:
        record = media_of(figure)
        kind = "deck" if isinstance(record, Deck) else "recording"
        label = unique(slugify(record.label) or slugify(record.title) or label or kind, self._labels[kind])
        self._labels[kind].add(label)
        record = replace(record, label=label, title=record.title or title)
        for problem in fill_figure(figure, record, self.env):
            warn(problem, figure)
        anchor = media_anchor(kind, label)
        self._add_id(figure, anchor)
        self._enter(kind, media_name(self.report, record), record.title, anchor, figure)
        # The record is kept in the page; a copy in each pickled doctree would only take room.
        del figure["eventreport_media"]
        return record

    def _anchor(self, content: SectionContent, talk: Talk) -> str:
        """Return the id of a talk; a label that was written is one, and survives a new heading."""
        section = content.node
        written = any("label" in marker["options"] for marker in content.markers)
        if written and talk.label not in self.document.ids:
            section["ids"].insert(0, talk.label)
            self.document.ids[talk.label] = section
        anchor: str = section["ids"][0]
        return anchor

    def _add_id(self, node: nodes.Element, anchor: str) -> None:
        if anchor not in self.document.ids:
            node["ids"].append(anchor)
            self.document.ids[anchor] = node

    def _enter(self, kind: str, name: str, title: str, anchor: str, node: nodes.Element) -> None:
        self.entries.append(Entry(kind, name, title, self.env.docname, anchor, node.line))

    def _draw_line(self, content: SectionContent, talk: Talk) -> None:
        line = talk_line(talk, self.document, self.env.docname)
        for marker in content.markers:
            marker.parent.replace(marker, line)
            line = []
        index = content.node.first_child_matching_class(nodes.title)
        for node in reversed(line):
            content.node.insert(0 if index is None else index + 1, node)


def _completed(talk: Talk, other: Talk | None) -> Talk:
    """Return *talk* with the facts of *other* where it has none of its own."""
    if other is None:
        return talk
    missing = {
        name: getattr(other, name) for name in Talk.__slots__ if not getattr(talk, name) and getattr(other, name)
    }
    return replace(talk, **missing)
