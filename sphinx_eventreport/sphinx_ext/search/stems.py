"""The stems under which the words of places are in the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.search_words import folded

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.search.language import FoldingLanguage


class Stems(dict[str, tuple[str, ...]]):
    """A word -> its stem, and that of its form without accents; nothing for a stop word."""

    def __init__(self, language: FoldingLanguage) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> tuple[str, ...]:
        forms = (word,) if word.isascii() else dict.fromkeys((word, folded(word)))
        stems = dict.fromkeys(self._stem(form) for form in forms if self._is_word(form))
        self[word] = found = tuple(stems)
        return found

    def _is_word(self, form: str) -> bool:
        return form.isdigit() or self._language.word_filter(form)

    def _stem(self, word: str) -> str:
        stem = self._language.stem(word)
        # As in Sphinx: no stemmer takes a word out of the index.
        return stem if self._language.word_filter(stem) else word
