"""Which sections of a document are talks, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.records import Deck, Recording
from sphinx_eventreport.sphinx_ext.nodes import eventreport_talk

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class SectionContent:
    """A section, or the document outside all sections, with what stands in it and in no subsection."""

    node: nodes.Element
    figures: list[nodes.figure] = field(default_factory=list)
    markers: list[eventreport_talk] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The text of the heading, "" if there is none."""
        index = self.node.first_child_matching_class(nodes.title)
        return self.node[index].astext() if index is not None else ""


def sections_with_content(document: nodes.document) -> list[SectionContent]:
    """Return the sections that hold an embed or a ``{talk}``, in the order of the document."""
    found: dict[int, SectionContent] = {}
    for node in document.findall(_is_content):
        section = section_of(node)
        content = found.setdefault(id(section), SectionContent(section))
        if isinstance(node, eventreport_talk):
            content.markers.append(node)
        elif isinstance(node, nodes.figure):
            content.figures.append(node)
    return list(found.values())


def talk_sections(contents: Iterable[SectionContent], *, in_report: bool) -> list[SectionContent]:
    """Return those of *contents* that are talks.

    A ``{talk}`` makes one anywhere. In a report an embed does, too; one that stands right under the
    page's title only where no other section is a talk, for then the page is about that talk.
    """
    found = []
    top = []
    for content in contents:
        if not isinstance(content.node, nodes.section):
            continue
        if content.markers or (in_report and not _is_top(content.node)):
            found.append(content)
        elif in_report:
            top.append(content)
    return found or top


def title_section(document: nodes.document) -> nodes.section | None:
    """Return the section of the page's title."""
    return next((node for node in document.children if isinstance(node, nodes.section)), None)


def section_of(node: nodes.Node) -> nodes.Element:
    """Return the nearest section around *node*, or the document."""
    parent = node.parent
    while not isinstance(parent, nodes.section | nodes.document):
        parent = parent.parent
    return parent


def media_of(figure: nodes.figure) -> Deck | Recording:
    """Return the record that a figure of ours shows."""
    record: Deck | Recording = figure["eventreport_media"]
    return record


def _is_content(node: nodes.Node) -> bool:
    if isinstance(node, nodes.figure):
        return "eventreport_media" in node
    return isinstance(node, eventreport_talk)


def _is_top(section: nodes.section) -> bool:
    return isinstance(section.parent, nodes.document)
