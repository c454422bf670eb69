"""The indices as Sphinx knows them: in ``html_domain_indices``, by ``{ref}``, and in print."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx.domains import Index, IndexEntry

from sphinx_eventreport.sphinx_ext.indices.content import CONTENTS, index_groups
from sphinx_eventreport.sphinx_ext.indices.freshness import written_indices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_eventreport.sphinx_ext.indices.content import Item
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain

    Content = list[tuple[str, list[IndexEntry]]]

_PLAIN, _WITH_CHILDREN, _CHILD = range(3)


class ReportIndex(Index):
    """An index of the domain; subclasses have a name and a title."""

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[Content, bool]:
        """Return the entries below their headings; with *docnames*, those that print can number."""
        site = cast("ReportDomain", self.domain).site
        if docnames is None and (self.name in written_indices(site) or self.name not in site.build.indices):
            # Sphinx writes no page of an index without entries, and leaves the one that is there.
            return [], False
        groups = index_groups(site, self.name)
        if docnames is None:
            return [
                (heading, [entry for item in items for entry in _entries(item)]) for heading, items in groups
            ], False
        wanted = set(docnames)
        printed = [
            (heading, [entry for item in items for entry in _printed(item, wanted)])
            for heading, items in groups
        ]
        return [(heading, entries) for heading, entries in printed if entries], False


def _index(name: str, title: str) -> type[ReportIndex]:
    return type(f"{name.title()}Index", (ReportIndex,), {"name": name, "localname": title})


INDICES = tuple(_index(name, content.title) for name, content in CONTENTS.items())


def _entries(item: Item) -> Iterator[IndexEntry]:
    subtype = _WITH_CHILDREN if item.children else _PLAIN
    yield IndexEntry(item.name, subtype, item.docname, item.anchor, item.extra, "", "")
    for child in item.children:
        yield IndexEntry(child.name, _CHILD, child.docname, child.anchor, child.extra, "", "")


def _printed(item: Item, docnames: set[str]) -> Iterator[IndexEntry]:
    """Yield the entry of *item* with the places that have a page number: sections, and not whole pages."""
    places = [child for child in item.children if child.anchor and child.docname in docnames]
    if item.children and places:
        yield IndexEntry(item.name, _PLAIN, places[0].docname, places[0].anchor, "", "", "")
        for child in places:
            yield IndexEntry(child.name, _CHILD, child.docname, child.anchor, child.extra, "", "")
    elif not item.children and item.anchor and item.docname in docnames:
        yield IndexEntry(item.name, _PLAIN, item.docname, item.anchor, item.extra, "", "")
