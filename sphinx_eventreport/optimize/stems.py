"""Stems of words are remembered for the whole build.

Sphinx stems every word of every page for its search index, and remembers stems for one page only.
Stemming is nearly half of a cold build. A page shares most of its words with the pages before it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sphinx_eventreport.optimize.indexer import changing_indexer

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sphinx.application import Sphinx
    from sphinx.search import IndexBuilder, SearchLanguage

STATEFUL = frozenset({"zh"})
"""Languages whose stem depends on the text split so far, so that it may not be remembered."""


def remember_stems(app: Sphinx) -> AbstractContextManager[None]:
    """Have the language of the search index asked once for each word, whosever language that is."""
    return changing_indexer(app, _remember_of_index)


def _remember_of_index(indexer: IndexBuilder) -> None:
    remember(indexer.lang)


def remember(language: SearchLanguage) -> None:
    """Have *language* remember stems, and which words belong into the index: Sphinx asks twice for each."""
    if language.lang not in STATEFUL:
        language.stem = cache(language.stem)  # type: ignore[method-assign]
        language.word_filter = cache(language.word_filter)  # type: ignore[method-assign]
