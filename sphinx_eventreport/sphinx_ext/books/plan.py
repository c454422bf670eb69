"""Which report is where in a book: every one that a listing of the book leads to, once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from sphinx import addnodes

from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.sphinx_ext.listings.selection import listing_of
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from docutils import nodes

    from sphinx_eventreport.core.listings.query import Query
    from sphinx_eventreport.sphinx_ext.site.site import Site

Plan: TypeAlias = "Mapping[str, Sequence[Sequence[str]]]"
"""For each page with listings what each of those brings into the book, in the order of the page."""


def plan_book(root: str, site: Site, read: Callable[[str], nodes.document]) -> Plan:
    """Return what the listings bring into the book that begins with the document *root*.

    A page in a toctree of the book stays there. All else goes to the first listing that shows it, in the
    order of the pages: of events before others, and of all before one with ``max-items``. *read* returns the
    doctree of a document.
    """
    pages = _Pages(site, read)
    ranks = _ranks(root, pages)
    placing = _Placing(pages, ranks, _held(root, ranks, pages))
    placing.place(root)
    return placing.plan


class _Pages:
    """The toctrees and listings of all pages of a site, looked up once."""

    def __init__(self, site: Site, read: Callable[[str], nodes.document]) -> None:
        self._site = site
        self._read = read
        self._parts: dict[str, list[Query | list[str]]] = {}

    def parts(self, docname: str) -> Sequence[Query | list[str]]:
        """Return what each toctree of a page holds, and the query of each listing, in their order."""
        if docname not in self._parts:
            page = self._site.pages.get(docname)
            has_listings = page is not None and bool(page.listings)
            toctrees = self._site.env.toctree_includes.get(docname, ())
            self._parts[docname] = self._found(docname) if has_listings else [self._there(toctrees)]
        return self._parts[docname]

    def _found(self, docname: str) -> list[Query | list[str]]:
        nodes_found: list[nodes.Element] = in_order(
            self._read(docname), addnodes.toctree, eventreport_listing
        )
        return [
            node["listing"] if isinstance(node, eventreport_listing) else self._there(node["includefiles"])
            for node in nodes_found
        ]

    def held(self, docname: str) -> list[str]:
        """Return what the toctrees of a page hold."""
        return [name for part in self.parts(docname) if isinstance(part, list) for name in part]

    def queries(self, docname: str) -> Sequence[Query]:
        """Return the queries of the listings on a page."""
        return [part for part in self.parts(docname) if not isinstance(part, list)]

    def shown(self, query: Query) -> list[str]:
        """Return the pages that a listing leads to, in its order."""
        groups = listing_of(self._site, query).groups
        return self._there(dict.fromkeys(row.link.docname for group in groups for row in group.rows))

    def _there(self, docnames: Iterable[str]) -> list[str]:
        return [docname for docname in docnames if docname in self._site.env.found_docs]


def _rank(query: Query) -> tuple[bool, bool]:
    """Return what makes one listing come before another; the lowest comes first."""
    return query.max_items is not None, query.type != "event"


def _ranks(root: str, pages: _Pages) -> dict[str, tuple[bool, bool] | None]:
    """Return all pages of the book, with the rank of the first listing that leads to each, if one does."""
    ranks: dict[str, tuple[bool, bool] | None] = {root: None}
    left = [root]
    while left:
        docname = left.pop()
        found = [(name, _rank(query)) for query in pages.queries(docname) for name in pages.shown(query)]
        for name, rank in [*found, *((name, None) for name in pages.held(docname))]:
            if name not in ranks:
                left.append(name)
                ranks[name] = rank
            elif rank is not None:
                ranks[name] = min(ranks[name] or rank, rank)
    return ranks


def _held(root: str, book: Collection[str], pages: _Pages) -> set[str]:
    """Return the pages of the *book* that are in its toctrees.

    Not those to which toctrees alone do not lead, such as two that hold each other.
    """
    in_toctrees = {name for docname in book for name in pages.held(docname)}
    left = [root, *(docname for docname in book if docname not in in_toctrees)]
    held: set[str] = set()
    while left:
        new = [name for name in pages.held(left.pop()) if name not in held]
        held.update(new)
        left += new
    return held


@dataclass(frozen=True)
class _Placing:
    """Goes through a book as a reader does, and gives each page its place."""

    pages: _Pages
    ranks: Mapping[str, tuple[bool, bool] | None]
    held: AbstractSet[str]
    plan: dict[str, list[list[str]]] = field(default_factory=dict)
    _placed: set[str] = field(default_factory=set)

    def place(self, docname: str) -> None:
        """Place a page, then those to which it leads."""
        self._placed.add(docname)
        for part in self.pages.parts(docname):
            if isinstance(part, list):
                for name in part:
                    if name not in self._placed:
                        self.place(name)
            else:
                for name in self._brought(docname, part):
                    self.place(name)

    def _brought(self, docname: str, query: Query) -> list[str]:
        """Note and return what a listing brings into the book, before any of it brings in more."""
        taken, rank = self._placed | self.held, _rank(query)
        shown = self.pages.shown(query)
        brought = [name for name in shown if name not in taken and self.ranks[name] == rank]
        self._placed.update(brought)
        self.plan.setdefault(docname, []).append(brought)
        return brought
