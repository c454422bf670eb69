"""A document -> the places that a search can lead to: the page, its sections, slides, decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_eventreport.core.search_words import search_words
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.sphinx_ext.site.page import Page

NO_SEARCH = "no-search"
"""The class of what no search is to find, as in Sphinx."""


class Place(NamedTuple):
    """Where a search can lead to."""

    kind: str
    """"page", "section", "slide", or an object type."""
    anchor: str
    """The id in the page, "" for the page itself."""
    words: str
    """What it is found by, each word once, with spaces between."""


class Text(NamedTuple):
    """A place of a page, with its texts."""

    kind: str
    """The kind of the place."""
    anchor: str
    """The id in the page, "" for the page itself."""
    title: str
    """Its title."""
    texts: list[str]
    """Its texts, in the order of the page."""


def places_of(document: nodes.document, page: Page | None) -> tuple[Place, ...]:
    """Return the places of *document*, the page itself first; *page* tells which sections are talks."""
    return tuple(
        Place(found.kind, found.anchor, " ".join(search_words(" ".join(found.texts))))
        for found in texts_of(document, page)
    )


def texts_of(document: nodes.document, page: Page | None) -> list[Text]:
    """Return the texts of the places of *document*, in the same order."""
    objects = {}
    if page is not None:
        objects.update({placed.anchor: ("talk", placed.talk.title) for placed in page.talks})
        objects.update({placed.anchor: (placed.type, placed.record.title) for placed in page.objects})
    collector = _Collector(objects)
    collector.visit(document, collector.begin("page", "", ""))
    return collector.found


class _Collector:
    """Walks through a document; each text goes to the innermost place around it."""

    def __init__(self, objects: Mapping[str, tuple[str, str]]) -> None:
        """Begin with the kinds and titles of *objects* by their ids."""
        self.found: list[Text] = []
        self._objects = objects
        self._slides: dict[str, list[str]] = {}

    def begin(self, kind: str, anchor: str, title: str) -> list[str]:
        """Begin a place, and return where its texts go."""
        self.found.append(Text(kind, anchor, title, []))
        return self.found[-1].texts

    def visit(self, node: nodes.Node, texts: list[str]) -> None:
        """Collect what is in *node*, whose place has *texts*."""
        if isinstance(node, nodes.Text):
            texts.append(node)
        elif isinstance(node, nodes.Element) and _is_searched(node):
            own = self._place(node)
            inside = texts if own is None else own
            before = len(inside)
            for child in node.children:
                self.visit(child, inside)
            # The note on a slide is found at the slide, too.
            self._slides.get(node.get("slide"), []).extend(inside[before:])

    def _place(self, node: nodes.Element) -> list[str] | None:
        """Return the texts of the place that *node* is, ``None`` where it is none of its own."""
        if isinstance(node, eventreport_slide):
            self._slides[node["ids"][0]] = self.begin("slide", node["ids"][0], node["title"])
            return self._slides[node["ids"][0]]
        ids: list[str] = node["ids"] if isinstance(node, nodes.section | nodes.container) else []
        known = next((self._objects[name] for name in ids if name in self._objects), None)
        if isinstance(node, nodes.section) and not isinstance(node.parent, nodes.document) and ids:
            title = node.next_node(nodes.title)
            kind, name = known or ("section", title.astext() if title is not None else "")
            return self.begin(kind, ids[0], name)
        return self.begin(known[0], ids[0], known[1]) if known and isinstance(node, nodes.container) else None


def _is_searched(node: nodes.Element) -> bool:
    return not (isinstance(node, nodes.comment | nodes.raw) or NO_SEARCH in node["classes"])
