"""How early each name comes in a search, and which names are in the inventory only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_eventreport.sphinx_ext.site.name_index import NameIndex
    from sphinx_eventreport.sphinx_ext.site.page import Entry, Page

_FIRST, _AS_ALL, _LATER, _NOT_AT_ALL = 0, 1, 2, -1
_PRIORITIES = {"person": _FIRST, "event": _AS_ALL, "talk": _AS_ALL}
_MEDIA = frozenset({"deck", "recording"})


def searched_names(index: NameIndex, pages: Mapping[str, Page]) -> Iterator[tuple[Entry, int]]:
    """Yield every entry of *index* with its priority, as Sphinx's search has them.

    Somebody comes before the pages that mention the name. A slide is found by its title. A deck or
    recording that is called like its talk is found by the talk: a search would show the same words three
    times, out of an index of twice the size.
    """
    talks = {(page.docname, placed.talk.title) for page in pages.values() for placed in page.talks}
    for entry in index.entries():
        is_like_talk = entry.type in _MEDIA and (entry.docname, entry.title) in talks
        if entry.type == "slide" or is_like_talk:
            yield entry, _NOT_AT_ALL
        else:
            yield entry, _PRIORITIES.get(entry.type, _LATER)
