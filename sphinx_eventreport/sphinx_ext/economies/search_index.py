"""Economies of the search index: to load it, to fill it, and to write it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx import search

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.search import WordStore

    Terms: TypeAlias = dict[str, list[int] | int]
    """Words with the numbers of their documents, as they stand in the file; one number stands alone."""

SphinxIndex = search.IndexBuilder


class KeptIndex(SphinxIndex):
    """A search index that keeps the words of the last build as numbers of documents.

    Sphinx makes a set of names for each word when it loads its index, takes the names that are gone out
    of each (twice, and once through a dictionary of all: sphinx-doc/sphinx#11120), and makes sorted
    numbers of all again to write it. Here only words of a document that is gone, or was read, change.
    """

    def __init__(self, *args: Any) -> None:
        """Begin an empty index, with the arguments of Sphinx's own."""
        super().__init__(*args)
        self._kept: tuple[Terms, Terms] = ({}, {})
        self._kept_docnames: list[str | None] = []

    def load(self, stream: Any, format: Any) -> None:  # noqa: A002 -- its name in Sphinx
        """Take what was written into *stream*; ValueError if that was another release of Sphinx."""
        loaded = _WithoutTerms(self.formats[format] if isinstance(format, str) else format)
        super().load(stream, loaded)
        self._kept = loaded.terms
        self._kept_docnames = loaded.docnames

    def prune(self, docnames: Iterable[str]) -> None:
        """Remove all documents that are not among *docnames*."""
        stay = frozenset(docnames)
        super().prune(stay)
        self._kept_docnames = [name if name in stay else None for name in self._kept_docnames]

    def get_terms(self, fn2index: dict[str, int]) -> tuple[Terms, Terms]:
        """Return the words of texts and those of titles, with the numbers of documents in *fn2index*."""
        numbers = [None if name is None else fn2index.get(name) for name in self._kept_docnames]
        words, title_words = super().get_terms(fn2index)
        kept, title_kept = self._kept
        return _united(_renumbered(kept, numbers), words), _united(
            _renumbered(title_kept, numbers), title_words
        )

    def _word_collector(self, doctree: nodes.document) -> WordStore:
        """Return the words of *doctree*, each once.

        The index is made of sets, to which a word that comes again adds nothing. But each one is
        stemmed, filtered and looked up, and more than half of the words of a page have come before.
        """
        found = super()._word_collector(doctree)
        found.words = list(dict.fromkeys(found.words))
        return found


class _WithoutTerms:
    """A format that loads an index, and holds its words back."""

    def __init__(self, format: Any) -> None:  # noqa: A002 -- its name in Sphinx
        self._format = format
        self.terms: tuple[Terms, Terms] = ({}, {})
        self.docnames: list[str | None] = []

    def load(self, stream: Any) -> Any:
        frozen = self._format.load(stream)
        if not isinstance(frozen, dict):
            return frozen
        self.terms = frozen.get("terms", {}), frozen.get("titleterms", {})
        self.docnames = list(frozen.get("docnames", ()))
        return {**frozen, "terms": {}, "titleterms": {}}


def _renumbered(terms: Terms, numbers: Sequence[int | None]) -> Terms:
    """Return *terms* with the number that each document has in *numbers* now; None is one that is gone."""
    changed = frozenset(old for old, new in enumerate(numbers) if new != old)
    renumbered = {}
    for term, found in terms.items():
        documents = _documents(found)
        if not changed.isdisjoint(documents):
            renumbered[term] = _frozen([new for old in documents if (new := numbers[old]) is not None])
    return {**terms, **renumbered}


def _united(kept: Terms, added: Terms) -> Terms:
    """Return both, with the documents of both where they have the same word."""
    united = {
        term: _frozen(sorted({*_documents(found), *_documents(kept[term])}))
        for term, found in added.items()
        if term in kept
    }
    return {**kept, **added, **united}


def _documents(found: list[int] | int) -> list[int]:
    return [found] if isinstance(found, int) else found


def _frozen(documents: list[int]) -> list[int] | int:
    return documents[0] if len(documents) == 1 else documents


def keep_index(_app: Sphinx, _builder: Builder) -> None:
    """Have Sphinx make a `KeptIndex` (``write-started``: just before it makes an index)."""
    # `get_terms` is what gives the words back; where Sphinx has it no more, nothing may be held back.
    if search.IndexBuilder is SphinxIndex and hasattr(SphinxIndex, "get_terms"):
        search.IndexBuilder = KeptIndex  # type: ignore[assignment,misc]


def make_index_as_before(_app: Sphinx, _exception: Exception | None) -> None:
    """Give Sphinx its own index back (``build-finished``)."""
    if search.IndexBuilder is KeptIndex:
        search.IndexBuilder = SphinxIndex  # type: ignore[misc]
