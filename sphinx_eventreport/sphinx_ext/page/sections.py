"""The contents of a document by their places: one walk for all that is looked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.core.files.addresses import is_path
from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.core.outline.body import Section
from sphinx_eventreport.core.outline.headings import same_heading
from sphinx_eventreport.sphinx_ext.inline.translations import source_title
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_listing,
    eventreport_object,
    eventreport_slide_place,
    eventreport_subject,
    eventreport_talk,
)
from sphinx_eventreport.sphinx_ext.nodes.sections import (
    level_of,
    title_of,
    title_section,
)

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Deck, Recording


@dataclass(slots=True)
class SectionContent:
    """A section, or the document outside all sections, with what is in no subsection."""

    node: nodes.Element
    """The section or document."""
    figures: list[nodes.figure] = field(default_factory=list)
    """The figures of decks and recordings in it."""
    markers: list[eventreport_talk] = field(default_factory=list)
    """The ``{talk}`` in it."""

    def add(self, node: eventreport_talk | nodes.figure) -> None:
        """Note a ``{talk}``, or a figure if it is one of ours."""
        if isinstance(node, eventreport_talk):
            self.markers.append(node)
        elif "eventreport_media" in node:
            self.figures.append(node)

    def outline(self) -> Section:
        """Return the section as the core knows it."""
        title = title_of(self.node)
        shown = title.astext() if title is not None else ""
        written = source_title(title) if title is not None else ""
        section = Section(
            level=level_of(self.node),
            title=written,
            line=self.node.line or 1,
            shown="" if shown == written else shown,
        )
        talks = [(marker["options"], marker["lines"]) for marker in self.markers]
        return section.with_content(map(media_of, self.figures), talks)


@dataclass(slots=True)
class Contents:
    """All nodes of a document that we look at, in its order."""

    sections: list[SectionContent] = field(default_factory=list)
    """The document and all its sections; none if there is nothing in any of them."""
    images: list[nodes.image] = field(default_factory=list)
    """The pictures."""
    local_links: list[nodes.reference] = field(default_factory=list)
    """The links to an id on the same page."""
    path_links: list[nodes.reference] = field(default_factory=list)
    """The links to a path."""
    references: list[addnodes.pending_xref] = field(default_factory=list)
    """The references that Sphinx resolves later."""
    listings: list[eventreport_listing] = field(default_factory=list)
    """The places of listings."""
    slides: list[eventreport_slide_place] = field(default_factory=list)
    """The places of single slides."""
    subjects: list[eventreport_subject] = field(default_factory=list)
    """The people and series that the page is about."""
    objects: list[eventreport_object] = field(default_factory=list)
    """What directives made."""
    rules: list[nodes.transition] = field(default_factory=list)
    """The transitions."""

    def add_link(self, node: nodes.reference) -> None:
        """Note a link to a place on the page, or to a path on the site."""
        if "id_link" in node:
            self.local_links.append(node)
        elif is_path(node.get("refuri", "")):
            self.path_links.append(node)

    def drop_rules(self, *, is_report: bool) -> None:
        """Take out rules where docutils allows none; of a report, also those that part nothing."""
        for rule in self.rules:
            in_section = isinstance(rule.parent, nodes.section | nodes.document)
            if not in_section or (is_report and _parts_nothing(rule)):
                rule.parent.remove(rule)


def _parts_nothing(rule: nodes.transition) -> bool:
    """Return whether *rule* is the first in its section, follows another one, or ends the document."""
    index = rule.parent.index(rule)
    before = rule.parent[index - 1] if index else None
    if before is None or isinstance(before, nodes.transition | nodes.title | nodes.subtitle | nodes.meta):
        return True
    node: nodes.Node = rule
    while node.parent is not None and node.parent[-1] is node:
        node = node.parent
    return node.parent is None


_CONTENTS: tuple[type[nodes.Element], ...] = (
    nodes.section,
    nodes.document,
    addnodes.pending_xref,
    nodes.image,
    nodes.reference,
    nodes.transition,
    eventreport_talk,
    nodes.figure,
)


def contents_of(document: nodes.document) -> Contents:
    """Walk through *document* once: each walk costs as much as all the rest of our work."""
    contents = Contents()
    places: dict[type[nodes.Node], list[Any]] = {
        eventreport_listing: contents.listings,
        eventreport_slide_place: contents.slides,
        eventreport_subject: contents.subjects,
        eventreport_object: contents.objects,
    }
    sections: dict[int, SectionContent] = {}
    for node in in_order(document, *_CONTENTS, *places):
        if isinstance(node, nodes.section | nodes.document):
            sections[id(node)] = SectionContent(node)
        elif isinstance(node, addnodes.pending_xref):
            contents.references.append(node)
        elif isinstance(node, nodes.image):
            contents.images.append(node)
        elif isinstance(node, nodes.reference):
            contents.add_link(node)
        elif type(node) in places:
            places[type(node)].append(node)
        elif isinstance(node, nodes.transition):
            contents.rules.append(node)
        elif isinstance(node, eventreport_talk | nodes.figure):
            _section(node, sections).add(node)
    if any(content.figures or content.markers for content in sections.values()):
        contents.sections = list(sections.values())
    return contents


def put_title(document: nodes.document, title: str) -> None:
    """Put all of *document* into a section called *title*, unless its first section is called so."""
    first = title_section(document)
    heading = title_of(first) if first is not None else None
    if heading is not None and same_heading(heading.astext(), title):
        return
    # Sphinx reads the fields at the top of a document, and shows none of them.
    at_top = [node for node in document.children[:1] if isinstance(node, nodes.field_list | nodes.docinfo)]
    section = nodes.section("", nodes.title(title, title), names=[nodes.fully_normalize_name(title)])
    section += document.children[len(at_top) :]
    document.children = []
    document.extend([*at_top, section])
    section.source, section.line = document["source"], 1
    document.note_implicit_target(section, section)


def drop_repeated_title(document: nodes.document, section: nodes.section) -> None:
    """Take the first heading below that of *section* away if it says the same; what it heads stays."""
    title = title_of(section)
    first = title_section(section)
    repeated = title_of(first) if first is not None else None
    if title is None or first is None or repeated is None:
        return
    if same_heading(title.astext(), repeated.astext()):
        first.remove(repeated)
        section["ids"] += first["ids"]
        document.ids.update(dict.fromkeys(first["ids"], section))
        section.replace(first, first.children)


def media_of(figure: nodes.figure) -> Deck | Recording:
    """Return the record that a figure of ours shows."""
    record: Deck | Recording = figure["eventreport_media"]
    return record


def _section(node: nodes.Node, sections: dict[int, SectionContent]) -> SectionContent:
    """Return what is known of the nearest section around *node*, or of the document."""
    parent = node.parent
    while not isinstance(parent, nodes.section | nodes.document):
        parent = parent.parent
    return sections[id(parent)]
