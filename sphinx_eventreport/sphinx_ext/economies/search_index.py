"""Economies of the search index: to fill it, and to prune it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.search import WordStore


def prune_by_set(app: Sphinx) -> Iterable[tuple[str, dict[str, object], str]]:
    """Have the search index pruned by a set of names (``html-collect-pages``: the index is filled).

    Sphinx hands over a dictionary, and ``set.intersection_update`` walks through the whole of it
    for each word: words times documents (sphinx-doc/sphinx#11120). Of two sets it walks through
    the smaller one.
    """
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        prune = indexer.prune
        indexer.prune = lambda docnames: prune(frozenset(docnames))
    return ()


def index_words_once(app: Sphinx, _doctree: nodes.document, _docname: str) -> None:
    """Have the search index take each word of a page once (``doctree-resolved``: it is there by then).

    The index is made of sets, to which a word that comes again adds nothing. But each one is
    stemmed, filtered and looked up, and more than half of the words of a page have come before.
    """
    indexer: Any = getattr(app.builder, "indexer", None)
    collect = getattr(indexer, "_word_collector", None)
    if collect is None or "_word_collector" in vars(indexer):
        return

    def once(doctree: nodes.document) -> WordStore:
        found: WordStore = collect(doctree)
        found.words = list(dict.fromkeys(found.words))
        return found

    indexer._word_collector = once  # noqa: SLF001 -- where it is not there, nothing is saved
