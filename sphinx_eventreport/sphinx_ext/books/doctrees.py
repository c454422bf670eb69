"""Documents as a book wants them: below each listing a toctree with the reports that it brings in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.core.node_kinds import in_order, nodes_of
from sphinx_eventreport.sphinx_ext.books.plan import plan_book
from sphinx_eventreport.sphinx_ext.listings.toctree import toctree_of
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from sphinx_eventreport.sphinx_ext.books.plan import Plan
    from sphinx_eventreport.sphinx_ext.site.site import Site


class BookDoctrees:
    """Reads documents for a builder that puts them together; what is stored stays as it is."""

    def __init__(
        self, site: Site, read: Callable[[str], nodes.document], appendices: Collection[str] = ()
    ) -> None:
        """*read* returns a document as it is stored; no toctree of *appendices* is ever followed."""
        self._site = site
        self._read = read
        self._appendices = appendices
        self._plans: dict[str, Plan] = {}
        self._root = ""
        self._awaited: set[str] = set()

    def __call__(self, docname: str) -> nodes.document:
        """Return the document *docname*.

        A builder asks for the first document of a book, and then for what the toctrees of each document hold.
        A document that no toctree has named begins another book.
        """
        document = self._read(docname)
        if docname in self._awaited:
            self._awaited.discard(docname)
        elif docname in self._appendices:
            return document
        else:
            self._root, self._awaited = docname, set()
        add_toctrees(document, docname, self._plan(self._root).get(docname, ()))
        for toctree in nodes_of(document, addnodes.toctree):
            self._awaited.update(toctree["includefiles"])
        return document

    def with_listings(self, root: str) -> Iterator[tuple[str, nodes.document]]:
        """Yield the pages with listings in the book that begins with *root*, and their documents."""
        for docname, brought in self._plan(root).items():
            document = self._read(docname)
            add_toctrees(document, docname, brought)
            yield docname, document

    def _plan(self, root: str) -> Plan:
        """Return what the listings bring into the book that begins with *root*."""
        if root not in self._plans:
            self._plans[root] = plan_book(root, self._site, self._read)
        return self._plans[root]


def add_toctrees(document: nodes.document, docname: str, brought: Sequence[Sequence[str]]) -> None:
    """Put below each listing in *document* a toctree with what it has *brought*."""
    own = in_order(document, addnodes.toctree)
    depth = own[0]["maxdepth"] if own else -1
    for toctree in own:
        if "eventreport_listing" in toctree:
            toctree["hidden"] = False
    for listing, docnames in zip(in_order(document, eventreport_listing), brought, strict=False):
        if docnames:
            place = _below_section(listing)
            # LaTeX takes the depth of its contents from the first toctree.
            toctree = toctree_of(docname, docnames, maxdepth=depth, eventreport_book=True)
            place.parent.insert(place.parent.index(place) + 1, toctree)


def _below_section(node: nodes.Element) -> nodes.Element:
    """Return what holds *node* and is in a section: inside of a box there is no place for a page."""
    while not isinstance(node.parent, (nodes.section, nodes.document)):
        node = node.parent
    return node


def outline_with_toctrees(outline: nodes.bullet_list, document: nodes.document) -> nodes.bullet_list:
    """Return a copy of the *outline* that Sphinx keeps of *document*, with the toctrees that were added."""
    found: nodes.bullet_list = outline.deepcopy()
    for toctree in nodes_of(found, addnodes.toctree):
        if "eventreport_listing" in toctree:
            toctree["hidden"] = False
    for toctree in in_order(document, addnodes.toctree):
        if "eventreport_book" in toctree:
            entries = _entries(found, toctree.parent)
            entries.insert(sum(_before(toctree)), toctree.copy())
    return found


def _entries(outline: nodes.bullet_list, section: nodes.Element) -> nodes.Element:
    """Return the list in *outline* of what is in *section*."""
    if not isinstance(section, nodes.section):
        return outline
    addresses = {"#" + name for name in section["ids"]}
    if not isinstance(section.parent, nodes.section):
        addresses.add("")
    links = (link for link in outline.findall(nodes.reference) if link.get("anchorname") in addresses)
    link = next(links, None)
    if link is None:
        return outline
    item: nodes.Element = link.parent.parent
    if len(item) == 1:
        item += nodes.bullet_list()
    return item[1]  # type: ignore[return-value]


def _before(toctree: addnodes.toctree) -> Iterator[int]:
    """Yield how many entries of the outline each node before *toctree* has."""
    for node in toctree.parent[: toctree.parent.index(toctree)]:
        yield 1 if isinstance(node, nodes.section) else len(list(nodes_of(node, addnodes.toctree)))
