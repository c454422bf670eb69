"""The search language of a site, with which a reader need not type accents and finds numbers and "C++"."""

from __future__ import annotations

from functools import cache
from typing import Any

from sphinx.search import SearchLanguage

from sphinx_eventreport.core.search_words import folded, is_signed, signed_words

# A status code, a year, a port. Longer is what nobody types, and shorter is in every second
# page; places have those as well.
_SHORTEST_NUMBER, _LONGEST_NUMBER = 3, 6
_OF_SPHINX = (
    "lang",
    "language_name",
    "stopwords",
    "js_splitter_code",
    "js_stemmer_rawcode",
    "js_stemmer_code",
)


class FoldingLanguage(SearchLanguage):
    """The language *inner* of Sphinx or of an extension; words with accents are indexed without them as well.

    Both forms: a stemmer of French needs the accents, and a reader has them or not.
    """

    def __init__(self, inner: SearchLanguage) -> None:
        super().__init__(inner.options)
        self.inner = inner
        for name in _OF_SPHINX:
            setattr(self, name, getattr(inner, name))
        self.is_word = cache(self._is_word)
        self.splits_lines = type(inner).split is SearchLanguage.split
        """Whether the words of several lines are those of each: what else is found here is within a word."""

    def __getattr__(self, name: str) -> Any:
        """Return what a language of somebody else has besides."""
        return getattr(self.inner, name)

    def split(self, input: str) -> list[str]:  # noqa: A002 -- its name in Sphinx
        """Return the words of *input*, and their other forms."""
        words = self.inner.split(input)
        if not input.isascii():
            words += [bare for word in words if not word.isascii() and (bare := folded(word)) != word.lower()]
        return words + signed_words(input)

    def stem(self, word: str) -> str:
        """Return the stem of *word*."""
        return word.lower() if is_signed(word) else self.inner.stem(word)

    def word_filter(self, word: str) -> bool:
        """Return whether *word* is to be in the index."""
        return self.is_word(word) if word[:1].isdigit() else self.inner.word_filter(word)

    def _is_word(self, word: str) -> bool:
        if word.isdigit():
            return _SHORTEST_NUMBER <= len(word) <= _LONGEST_NUMBER
        return self.inner.word_filter(word)
