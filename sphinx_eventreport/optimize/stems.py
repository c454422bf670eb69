"""Stems of words are remembered for the whole build.

Sphinx stems every word of every page for its search index, and remembers stems for one page only.
Stemming is nearly half of a cold build. A page shares most of its words with the pages before it.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from sphinx_eventreport.optimize.indexer import STATEFUL, changing_indexer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.search import IndexBuilder, SearchLanguage


@contextmanager
def remember_stems(app: Sphinx) -> Iterator[None]:
    """Have the language of the search index asked once for each word, whosever language that is.

    An extension may put its own around that of the site when the index is loaded; then both remember.
    """
    change = _remember_of_index
    with changing_indexer(app, change), changing_indexer(app, change, when_loaded=True):
        yield


def _remember_of_index(indexer: IndexBuilder) -> None:
    remember(indexer.lang)


def remember(language: SearchLanguage) -> None:
    """Have *language* remember stems, and which words belong into the index: Sphinx asks twice for each."""
    if language.lang not in STATEFUL and not hasattr(language.stem, "cache_info"):
        language.stem = cache(language.stem)  # type: ignore[method-assign]
        language.word_filter = cache(language.word_filter)  # type: ignore[method-assign]
