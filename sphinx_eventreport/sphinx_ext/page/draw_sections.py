"""The sections of one document, named and with their decks open -> what readers see of talks and embeds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.outline.headings import same_heading
from sphinx_eventreport.core.records import Deck
from sphinx_eventreport.sphinx_ext.inline.languages import language_classes
from sphinx_eventreport.sphinx_ext.inline.translations import source_title
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.nodes.sections import (
    generated_section,
    insert_after_title,
    title_of,
    title_section,
)
from sphinx_eventreport.sphinx_ext.page.sections import SectionContent, media_of
from sphinx_eventreport.sphinx_ext.page.slide_notes import place_notes
from sphinx_eventreport.sphinx_ext.page.talk_line import talk_line
from sphinx_eventreport.sphinx_ext.site.names import media_anchor
from sphinx_eventreport.sphinx_ext.site.page import media_kind, media_of_talk
from sphinx_eventreport.sphinx_ext.slides.figures import fill_figure, media_figure
from sphinx_eventreport.sphinx_ext.slides.slide_nodes import slides_node

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.outline.talks import NamedPage, NamedSection
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Event, Talk
    from sphinx_eventreport.sphinx_ext.slides.figures import Media


class TalkPlace(NamedTuple):
    """Where a talk is in its document."""

    anchor: str
    """The id of its section."""
    line: int | None
    """The line of the heading."""


@dataclass(frozen=True, slots=True)
class SectionDrawing:
    """Draws the sections of one document."""

    document: nodes.document
    """The document."""
    env: BuildEnvironment
    """The environment that reads it."""
    event: Event | None
    """The event that it is about, if it is about one."""
    deck_problems: Mapping[str, Sequence[Problem]]
    """What is wrong with its decks, by their labels."""
    _places: list[TalkPlace] = field(default_factory=list)

    def draw(self, contents: Sequence[SectionContent], page: NamedPage) -> list[TalkPlace]:
        """Draw *contents*, whose names are in *page*; return where each talk of it is."""
        for content, section in zip(_at_home(contents, page.homes), page.sections, strict=True):
            for problem in section.problems:
                warn_on_page(self.env, problem, content.markers[0])
            if section.talk is not None:
                self._draw_talk(section.talk, content)
            else:
                self._draw_loose(section, content)
        for talk in page.unplaced:
            self._draw_talk(talk, SectionContent(self._section_of(talk)))
        return self._places

    def _draw_talk(self, talk: Talk, content: SectionContent) -> None:
        self._places.append(TalkPlace(self._anchor(talk, content), content.node.line))
        content.node["classes"] += ["er-talk", *language_classes(talk.language)]
        self._draw_media(content.figures, media_of_talk(talk), content.node)
        line = talk_line(talk, self.event, self.document, self.env)
        for marker in content.markers:
            marker.parent.replace(marker, line)
            line = []
        if line:
            insert_after_title(content.node, line)

    def _draw_loose(self, section: NamedSection, content: SectionContent) -> None:
        self._draw_media(content.figures, section.loose, content.node)
        for marker in content.markers:
            marker.parent.remove(marker)

    def _draw_media(
        self, figures: Sequence[nodes.figure], named: Sequence[Media], section: nodes.Element
    ) -> None:
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
        shown = [media for media in named if isinstance(media, Deck) and media.slides]
        if len(shown) == 1:
            place_notes(section, shown[0], self.document)

    def _fill(self, figure: nodes.figure, record: Media) -> None:
        # A figure that raw HTML has become was made by no directive that would say where it is.
        figure.source = figure.source or str(self.env.doc2path(self.env.docname))
        problems = fill_figure(figure, record, self.env)
        if isinstance(record, Deck):
            problems += self.deck_problems.get(record.label, ())
            figure.insert(1, slides_node(record, self.document) if record.slides else [])
        for problem in problems:
            warn_on_page(self.env, problem, figure)
        anchor = media_anchor(media_kind(record), record.label)
        # Sphinx has given the figure a number for an id, which would change with the figures above.
        figure["ids"] = [anchor, *(name for name in figure["ids"] if figure["names"])]
        self.document.ids[anchor] = figure
        # The page keeps the record; a copy in each pickled doctree would only take room.
        del figure["eventreport_media"]

    def _anchor(self, talk: Talk, content: SectionContent) -> str:
        """Return the id of a talk; a label that was written is one, and survives a new heading."""
        ids: list[str] = content.node["ids"]
        written = any("label" in marker["options"] for marker in content.markers)
        if written and talk.label not in self.document.ids:
            ids.insert(0, talk.label)
            self.document.ids[talk.label] = content.node
        # The same text twice in a pickle takes room once.
        return talk.label if ids[0] == talk.label else ids[0]

    def _section_of(self, talk: Talk) -> nodes.section:
        """Return the section for a talk that has none: the page's, if its title says the same, or another."""
        top = title_section(self.document)
        heading = title_of(top) if top is not None else None
        is_page = heading is not None and same_heading(source_title(heading), talk.title)
        taken = any(place.anchor in top["ids"] for place in self._places) if top is not None else True
        return top if top is not None and is_page and not taken else self._new_section(talk)

    def _new_section(self, talk: Talk) -> nodes.section:
        """Return a section at the end of the page, for a talk that has none in the body."""
        anchor = talk.label if talk.label not in self.document.ids else f"talk-{talk.label}"
        section = generated_section(talk.title, anchor, self.document, self.env.docname)
        top: nodes.Element = title_section(self.document) or self.document
        top += section
        return section


def _at_home(contents: Sequence[SectionContent], homes: Sequence[int]) -> list[SectionContent]:
    """Return *contents* with the figures that belong to each, wherever below it they are."""
    found = [SectionContent(content.node, markers=content.markers) for content in contents]
    for content, home in zip(contents, homes, strict=True):
        found[home].figures.extend(content.figures)
    return found
