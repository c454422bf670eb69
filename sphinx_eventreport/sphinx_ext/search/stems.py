"""The stems under which the words of places are in the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.search_words import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_eventreport.sphinx_ext.search.language import FoldingLanguage


class Stems(dict[str, tuple[str, ...]]):
    """A word -> its stem, and that of its form without accents; nothing for a stop word."""

    def __init__(self, language: FoldingLanguage, known: Mapping[str, Iterable[str]]) -> None:
        """Ask *language* for stems that are not *known*."""
        super().__init__()
        self._language = language
        self._known = known

    def __missing__(self, word: str) -> tuple[str, ...]:
        known = self._known.get(word)
        self[word] = found = self._stems(word) if known is None else tuple(known)
        return found

    def _stems(self, word: str) -> tuple[str, ...]:
        forms = (word,) if word.isascii() else dict.fromkeys((word, folded(word)))
        return tuple(dict.fromkeys(self._stem(form) for form in forms if self._is_word(form)))

    def _is_word(self, form: str) -> bool:
        return form.isdigit() or self._language.word_filter(form)

    def _stem(self, word: str) -> str:
        stem = self._language.stem(word)
        # As in Sphinx: no stemmer takes a word out of the index.
        return stem if self._language.word_filter(stem) else word
