"""Economies of the search index: to load it, to fill it, and to write it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx import search

from sphinx_eventreport.sphinx_ext.economies.search_terms import Cut, cut_terms, put_terms, renumbered, united

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.search import WordStore

SphinxIndex = search.IndexBuilder


class KeptIndex(SphinxIndex):
    """A search index that keeps the words of the last build as they stand in its file.

    Sphinx makes a set of names for each word when it loads its index, takes the names that are gone out
    of each (twice, and once through a dictionary of all: sphinx-doc/sphinx#11120), and makes sorted
    numbers of all again to write it. Here only words of a document that is gone, or was read, change.
    """

    def __init__(self, *args: Any) -> None:
        """Begin an empty index, with the arguments of Sphinx's own."""
        super().__init__(*args)
        self._kept = Cut("", {}, {})
        self._kept_docnames: list[str | None] = []

    def load(self, stream: Any, format: Any) -> None:  # noqa: A002 -- its name in Sphinx
        """Take what was written into *stream*; ValueError if that was another release of Sphinx."""
        text = stream.read()
        cut = cut_terms(text)
        loaded = _Loaded(format.loads(cut.rest if cut else text))
        super().load(None, loaded)  # type: ignore[arg-type]
        if cut:
            self._kept, self._kept_docnames = cut, list(loaded.frozen["docnames"])

    def prune(self, docnames: Iterable[str]) -> None:
        """Remove all documents that are not among *docnames*."""
        stay = frozenset(docnames)
        super().prune(stay)
        self._kept_docnames = [name if name in stay else None for name in self._kept_docnames]

    def dump(self, stream: Any, format: Any) -> None:  # noqa: A002
        """Write the index into *stream*."""
        if not self._kept_docnames:
            super().dump(stream, format)
            return
        frozen = self.freeze()
        number_of = {docname: number for number, docname in enumerate(frozen["docnames"])}
        numbers = [None if name is None else number_of.get(name) for name in self._kept_docnames]
        terms, title_terms = (
            united(renumbered(kept, numbers), frozen[name])
            for kept, name in ((self._kept.terms, "terms"), (self._kept.title_terms, "titleterms"))
        )
        rest = format.dumps({**frozen, "terms": {}, "titleterms": {}})
        stream.write(put_terms(Cut(rest, terms, title_terms)))

    def _word_collector(self, doctree: nodes.document) -> WordStore:
        """Return the words of *doctree*, each once.

        The index is made of sets, to which a word that comes again adds nothing. But each one is
        stemmed, filtered and looked up, and more than half of the words of a page have come before.
        """
        found = super()._word_collector(doctree)
        found.words = list(dict.fromkeys(found.words))
        return found


class _Loaded:
    """A format for what has been loaded already."""

    def __init__(self, frozen: Any) -> None:
        self.frozen = frozen

    def load(self, _stream: None) -> Any:
        return self.frozen


def keep_index(_app: Sphinx, builder: Builder) -> None:
    """Have Sphinx make a `KeptIndex` (``write-started``: just before it makes an index)."""
    is_javascript = getattr(builder, "indexer_format", None) is search.js_index
    if is_javascript and search.IndexBuilder is SphinxIndex:
        search.IndexBuilder = KeptIndex  # type: ignore[assignment,misc]


def make_index_as_before(_app: Sphinx, _exception: Exception | None) -> None:
    """Give Sphinx its own index back (``build-finished``)."""
    if search.IndexBuilder is KeptIndex:
        search.IndexBuilder = SphinxIndex  # type: ignore[misc]
