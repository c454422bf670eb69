"""Which pages refer to a talk or a person, by role or link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.site.names import qualified
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import Entry, Reference

_SHOWN = ("talk", "person")


def person_mentions(site: Site, label: str, docname: str) -> list[Link]:
    """Return the pages other than *docname* that refer to somebody."""
    return _links(site, _found(site).get(("person", label), ()), docname)


def talk_mentions(site: Site, page: Page) -> Mapping[str, list[Link]]:
    """Return the other pages that refer to talks on *page*, by the id of the talk's section."""
    found = _found(site)
    named = {
        placed.anchor: _links(
            site, found.get(("talk", qualified(page.report, placed.talk.label)), ()), page.docname
        )
        for placed in page.talks
    }
    return {anchor: mentions for anchor, mentions in named.items() if mentions}


def _links(site: Site, docnames: Sequence[str], docname: str) -> list[Link]:
    return [site.page_link(name) for name in docnames if name != docname and site.title_of(name) is not None]


@fact
def _found(site: Site) -> Mapping[tuple[str, str], Sequence[str]]:
    found: dict[tuple[str, str], dict[str, None]] = {}
    for docname, page in site.listed.items():
        for reference in page.references:
            for entry in _meant(site, reference):
                found.setdefault((entry.type, entry.name), {})[docname] = None
    return {key: tuple(docnames) for key, docnames in found.items()}


def _meant(site: Site, reference: Reference) -> Iterator[Entry]:
    """Yield what the link leads to: of an alias of several talks, the first."""
    if reference.type in _SHOWN:
        yield from site.names.find(reference.type, reference.target)[:1]
    elif reference.type == "any":
        entry = site.any_object(reference.target)
        if entry is not None and entry.type in _SHOWN:
            yield entry
