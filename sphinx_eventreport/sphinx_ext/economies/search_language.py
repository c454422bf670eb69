"""The search language of the site, with one cache of stems for the whole build.

Sphinx stems every word of every page for its search index, and remembers stems for one page only.
Stemming is nearly half of a cold build. A page shares most of its words with the pages before it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from sphinx.search import SearchLanguage, languages

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATEFUL = frozenset({"zh"})
"""Languages whose stem depends on the text split so far, so that it may not be remembered."""


class RememberedStems(SearchLanguage):
    """A mix-in before a search language: it is asked once for each word."""

    def __init__(self, options: dict[str, str]) -> None:
        """Take the *options* that ``html_search_options`` gives to every search language."""
        self._stems: dict[str, str] = {}
        super().__init__(options)
        # Sphinx asks twice for every word of every page whether it belongs into the index.
        self.word_filter = cache(super().word_filter)  # type: ignore[method-assign]

    def stem(self, word: str) -> str:
        """Return the language's own stem of *word*."""
        stem = self._stems.get(word)
        if stem is None:
            stem = self._stems[word] = super().stem(word)
        return stem


def cached_language(language_class: type[SearchLanguage]) -> type[SearchLanguage]:
    """Return a subclass of *language_class* that remembers its stems; the class itself if it does.

    Everything else is inherited, so the index, the stop words and the JavaScript stemmer stay
    byte for byte what they are.
    """
    if issubclass(language_class, RememberedStems):
        return language_class
    return type(language_class.__name__, (RememberedStems, language_class), {})


def remember_stems(app: Sphinx) -> None:
    """Wrap the search language of the site (``builder-inited``, before the index is begun).

    Extensions and ``conf.py`` have registered their own languages by then, and it is theirs that
    is wrapped. Builders without a search index, and languages whose stems may not be remembered,
    are left alone.
    """
    if not getattr(app.builder, "search", False):
        return
    name = _registered_name(app.config.html_search_language or app.config.language)
    language_class = _language_class(name)
    # A class registered under another name than its own would come back under the wrong one.
    if name not in STATEFUL and language_class.lang == name:
        app.add_search_language(cached_language(language_class))


def _registered_name(language: str) -> str:
    """Return the key that Sphinx's ``IndexBuilder`` looks *language* up by: ``pt`` for ``pt_BR``."""
    if language in languages:
        return language
    short = language.partition("_")[0]
    return short if short in languages else "en"


def _language_class(name: str) -> type[SearchLanguage]:
    found = languages[name]
    if not isinstance(found, str):
        return found
    module, _, class_name = found.rpartition(".")
    language_class: type[SearchLanguage] = getattr(import_module(module), class_name)
    return language_class
