"""The talks and embeds of one document: named by the core, then drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.core.outline.headings import same_heading
from sphinx_eventreport.core.outline.talks import Namer, talk_sections
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Deck
from sphinx_eventreport.sphinx_ext.log import warn
from sphinx_eventreport.sphinx_ext.page.sections import (
    SectionContent,
    insert_after_title,
    media_of,
    title_of,
    title_section,
)
from sphinx_eventreport.sphinx_ext.page.talk_line import talk_line
from sphinx_eventreport.sphinx_ext.site.names import media_anchor
from sphinx_eventreport.sphinx_ext.site.page import PlacedTalk, media_kind
from sphinx_eventreport.sphinx_ext.slides.figures import Media, fill_figure, media_figure
from sphinx_eventreport.sphinx_ext.slides.open_decks import DeckOpener, without_texts
from sphinx_eventreport.sphinx_ext.slides.slide_nodes import slides_node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Report, Talk


class Assembler:
    """Names the talks, decks and recordings of one document, and draws what belongs to them.

    ``talks`` and ``media`` are for the environment, and have no texts of slides: these are in the
    document.
    """

    def __init__(self, document: nodes.document, env: BuildEnvironment, report: Report | None) -> None:
        """Work on *document*; *report* is the record of its front matter, if it is a report."""
        self.talks: list[PlacedTalk] = []
        self.media: list[Media] = []
        self._document = document
        self._env = env
        self._in_report = report is not None
        self._opener = DeckOpener(env)
        self._namer = Namer(report.event if report else None, report.talks if report else ())

    def run(self, contents: Sequence[SectionContent]) -> None:
        """Name and draw all of *contents*, then the talks that stand in front matter only."""
        outlines = [content.outline() for content in contents]
        talks = talk_sections(outlines, embeds_count=self._in_report)
        for content, outline in zip(contents, outlines, strict=True):
            has_heading = isinstance(content.node, nodes.section)
            if has_heading and any(outline is talk for talk in talks):
                self._place(self._namer.talk(outline, outline.title), content)
            else:
                self._loose(content)
        for talk in self._namer.rest():
            self._place(talk, SectionContent(self._section_of(talk)))

    def _place(self, talk: Talk, content: SectionContent) -> None:
        for problem in self._namer.problems:
            warn(problem, content.markers[0])
        self._namer.problems.clear()
        talk = replace(talk, decks=tuple(self._opener.open(deck) for deck in talk.decks))
        anchor = self._anchor(talk, content)
        kept = replace(talk, decks=tuple(map(without_texts, talk.decks)))
        self.talks.append(PlacedTalk(kept, anchor, content.node.line))
        self._draw(content.figures, [*talk.decks, *talk.recordings], content.node)
        line = talk_line(talk, self._document, self._env)
        for marker in content.markers:
            marker.parent.replace(marker, line)
            line = []
        if line:
            insert_after_title(content.node, line)

    def _loose(self, content: SectionContent) -> None:
        """Name what belongs to no talk."""
        title = content.title or self._env.docname
        found = [media_of(figure) for figure in content.figures]
        named = [
            self._opener.open(media) if isinstance(media, Deck) else media
            for item in found
            for media in self._namer.named((item,), title, slugify(title))
        ]
        self.media.extend(without_texts(media) if isinstance(media, Deck) else media for media in named)
        self._draw(content.figures, named, content.node)
        for marker in content.markers:
            message = "A {talk} stands in no section, so there is no talk to describe"
            warn(Problem(Subtype.DIRECTIVE, message, hint="write a heading above it"), marker)
            marker.parent.remove(marker)

    def _draw(self, figures: Sequence[nodes.figure], named: Sequence[Media], section: nodes.Element) -> None:
        """Fill *figures* with their records of *named*; what has no figure gets one below the heading."""
        waiting = list(named)
        for figure in figures:
            kind = type(media_of(figure))
            record = next(media for media in waiting if isinstance(media, kind))
            waiting.remove(record)
            self._fill(figure, record)
        for record in reversed(waiting):
            figure = media_figure(record)
            figure.line = section.line
            insert_after_title(section, [figure])
            self._fill(figure, record)

    def _fill(self, figure: nodes.figure, record: Media) -> None:
        # A figure that raw HTML has become was made by no directive that would say where it stands.
        figure.source = figure.source or str(self._env.doc2path(self._env.docname))
        problems = fill_figure(figure, record, self._env)
        if isinstance(record, Deck):
            problems += self._opener.problems_of(record)
            figure.insert(1, slides_node(record, self._document) if record.slides else [])
        for problem in problems:
            warn(problem, figure)
        anchor = media_anchor(media_kind(record), record.label)
        # Sphinx has given the figure a number for an id, which would change with the figures above.
        figure["ids"] = [anchor, *(name for name in figure["ids"] if figure["names"])]
        self._document.ids[anchor] = figure
        # The page keeps the record; a copy in each pickled doctree would only take room.
        del figure["eventreport_media"]

    def _anchor(self, talk: Talk, content: SectionContent) -> str:
        """Return the id of a talk; a label that was written is one, and survives a new heading."""
        ids: list[str] = content.node["ids"]
        written = any("label" in marker["options"] for marker in content.markers)
        if written and talk.label not in self._document.ids:
            ids.insert(0, talk.label)
            self._document.ids[talk.label] = content.node
        # The same text twice in a pickle takes room once.
        return talk.label if ids[0] == talk.label else ids[0]

    def _section_of(self, talk: Talk) -> nodes.section:
        """Return where a talk stands that no section is: the page's title, if it is about it, or its end."""
        top = title_section(self._document)
        heading = title_of(top) if top is not None else None
        is_page = heading is not None and same_heading(heading.astext(), talk.title)
        taken = any(placed.anchor in top["ids"] for placed in self.talks) if top is not None else True
        return top if top is not None and is_page and not taken else self._new_section(talk)

    def _new_section(self, talk: Talk) -> nodes.section:
        """Return a section at the end of the page, for a talk that has none in the body."""
        anchor = talk.label if talk.label not in self._document.ids else f"talk-{talk.label}"
        section = nodes.section("", nodes.title("", talk.title), ids=[anchor])
        self._document.ids[anchor] = section
        top: nodes.Element = title_section(self._document) or self._document
        top += section
        return section
