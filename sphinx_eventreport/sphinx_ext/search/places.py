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


def places_of(document: nodes.document, page: Page | None) -> tuple[Place, ...]:
    """Return the places of *document*, the page itself first; *page* tells which sections are talks."""
    kinds = {}
    if page is not None:
        kinds.update({placed.anchor: "talk" for placed in page.talks})
        kinds.update({placed.anchor: placed.type for placed in page.objects})
    collector = _Collector(kinds)
    collector.visit(document, collector.begin("page", ""))
    return tuple(
        Place(kind, anchor, " ".join(search_words(" ".join(texts))))
        for kind, anchor, texts in collector.found
    )


class _Collector:
    """Walks through a document; each text goes to the innermost place around it."""

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self.found: list[tuple[str, str, list[str]]] = []
        self._kinds = kinds

    def begin(self, kind: str, anchor: str) -> list[str]:
        texts: list[str] = []
        self.found.append((kind, anchor, texts))
        return texts

    def visit(self, node: nodes.Node, texts: list[str]) -> None:
        """Collect what is in *node*, whose place has *texts*."""
        if isinstance(node, nodes.Text):
            texts.append(node)
            return
        if isinstance(node, nodes.comment | nodes.raw) or NO_SEARCH in getattr(node, "attributes", {}).get(
            "classes", ()
        ):
            return
        own = self._place(node)
        inner = texts if own is None else own
        for child in node.children:
            self.visit(child, inner)

    def _place(self, node: nodes.Node) -> list[str] | None:
        """Return the texts of the place that *node* is, ``None`` where it is none of its own."""
        if isinstance(node, eventreport_slide):
            return self.begin("slide", node["ids"][0])
        ids: list[str] = node["ids"] if isinstance(node, nodes.section | nodes.container) else []
        kind = next((self._kinds[name] for name in ids if name in self._kinds), None)
        if isinstance(node, nodes.section) and not isinstance(node.parent, nodes.document) and ids:
            return self.begin(kind or "section", ids[0])
        return self.begin(kind, ids[0]) if kind and isinstance(node, nodes.container) else None
