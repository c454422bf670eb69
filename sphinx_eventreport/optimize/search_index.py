"""The search index: quicker to fill, to load, and to write again."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from sphinx import search
from sphinx.search import SearchLanguage

from sphinx_eventreport.core.patching import replaced
from sphinx_eventreport.optimize.indexer import STATEFUL, changing_indexer
from sphinx_eventreport.optimize.search_terms import Cut, cut_terms, put_terms, renumbered, united

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.search import IndexBuilder, WordStore


def index_words_once(app: Sphinx) -> AbstractContextManager[None]:
    """Have each word of a page looked at once, and its term found once for the whole site.

    The index is made of sets, to which a word that comes again adds nothing. But each one is
    stemmed, filtered and looked up, and more than half of the words of a page have come before; most of
    the others stand on other pages.
    """
    return changing_indexer(app, _index_once)


def _index_once(indexer: IndexBuilder) -> None:
    once = IndexedOnce(indexer)
    indexer._word_collector = once.collect  # type: ignore[method-assign]  # noqa: SLF001 -- as above
    indexer.feed = once.feed  # type: ignore[method-assign]


class IndexedOnce:
    """Puts the words of pages into *indexer*; Sphinx puts all else there."""

    def __init__(self, indexer: IndexBuilder) -> None:
        self._indexer = indexer
        self._collect, self._feed = indexer._word_collector, indexer.feed  # noqa: SLF001
        self._words: list[str] = []
        self._title_words: list[str] = []
        self._terms = Terms(indexer.lang)

    def collect(self, doctree: nodes.document) -> WordStore:
        """Return what is in *doctree* but its words, which are kept."""
        language = self._indexer.lang
        whole: Any = _Unsplit(language)
        with replaced(self._indexer, "lang", whole) if splits_lines(language) else nullcontext():
            found = self._collect(doctree)
        texts = [text for text in found.words if type(text) is _Text]
        words = [word for word in found.words if type(word) is not _Text]
        self._words, found.words = words + (language.split("\n".join(texts)) if texts else []), []
        found.title_words = [word for title in found.title_words for word in _split(title, language)]
        self._title_words = found.title_words
        return found

    def feed(
        self, docname: str, filename: str | os.PathLike[str], title: str, doctree: nodes.document
    ) -> None:
        """Put the document *docname* into the index: all but its words, and then these."""
        self._feed(docname, filename, title, doctree)
        mapping, terms = self._indexer._mapping, self._terms_of_language()  # noqa: SLF001
        in_titles = {"", *map(terms.__getitem__, self._title_words)}
        for term in dict.fromkeys(map(terms.__getitem__, dict.fromkeys(self._words))):
            if term in in_titles:
                continue
            docnames = mapping.get(term)
            if docnames is None:
                mapping[term] = {docname}
            else:
                docnames.add(docname)

    def _terms_of_language(self) -> Terms:
        language = self._indexer.lang
        # An extension may put its own around that of the site when the index is loaded.
        if language is not self._terms.language or language.lang in STATEFUL:
            self._terms = Terms(language)
        return self._terms


class _Text(str):
    """A text that is not yet split into words."""

    __slots__ = ()


class _Unsplit:
    """In place of a language while a page is walked through: its texts are split together at the end."""

    def __init__(self, language: SearchLanguage) -> None:
        self.lang = language.lang

    def split(self, text: str) -> list[str]:
        """Return *text* as it is."""
        return [_Text(text)]


def splits_lines(language: SearchLanguage) -> bool:
    """Return whether *language* finds in several lines the words of each of them, as Sphinx's own split does.

    A language that is put around another one says so of that by an attribute of this name.
    """
    own = type(language).split is SearchLanguage.split and "split" not in vars(language)
    return bool(getattr(language, "splits_lines", own))


def _split(text: str, language: SearchLanguage) -> list[str]:
    return language.split(text) if type(text) is _Text else [text]


class Terms(dict[str, str]):
    """A word -> what it is in the index by, "" for one that is not, asked of *language* once."""

    def __init__(self, language: SearchLanguage) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> str:
        is_word = self.language.word_filter
        stem = self.language.stem(word).lower()
        # As Sphinx does it: no stemmer takes a word out of the index.
        term = word if not is_word(stem) and is_word(word) else stem
        self[word] = found = term if is_word(term) else ""
        return found


def keep_terms(app: Sphinx) -> AbstractContextManager[None]:
    """Have the words of the last index stay as they are in its file, where that is JavaScript."""
    if getattr(app.builder, "indexer_format", None) is not search.js_index:
        return nullcontext()
    return changing_indexer(app, _keep_terms_of_index)


def _keep_terms_of_index(indexer: IndexBuilder) -> None:
    kept = KeptTerms(indexer)
    indexer.load = kept.load  # type: ignore[method-assign]
    indexer.prune = kept.prune  # type: ignore[method-assign]
    indexer.dump = kept.dump  # type: ignore[method-assign]


class KeptTerms:
    """The words of the last build's index, and how an index is loaded, pruned and written with them.

    Sphinx makes a set of names for each word when it loads its index, takes the names that are gone out
    of each (twice, and once through a dictionary of all: sphinx-doc/sphinx#11120), and makes sorted
    numbers of all again to write it. Here only words of a document that is gone, or was read, change.
    """

    def __init__(self, indexer: IndexBuilder) -> None:
        self._freeze = indexer.freeze
        self._load, self._prune, self._dump = indexer.load, indexer.prune, indexer.dump
        self._cut = Cut("", {}, {})
        self._docnames: list[str | None] = []

    def load(self, stream: Any, format: Any) -> None:  # noqa: A002 -- its name in Sphinx
        """Take what was written into *stream*; ValueError if that was another release of Sphinx."""
        text = stream.read()
        cut = cut_terms(text)
        loaded = _Loaded(format.loads(cut.rest if cut else text))
        self._load(None, loaded)  # type: ignore[arg-type]
        if cut:
            self._cut, self._docnames = cut, list(loaded.frozen["docnames"])

    def prune(self, docnames: Iterable[str]) -> None:
        """Remove all documents that are not among *docnames*."""
        stay = frozenset(docnames)
        self._prune(stay)
        self._docnames = [name if name in stay else None for name in self._docnames]

    def dump(self, stream: Any, format: Any) -> None:  # noqa: A002
        """Write the index into *stream*."""
        if not self._docnames:
            self._dump(stream, format)
            return
        frozen = self._freeze()
        number_of = {docname: number for number, docname in enumerate(frozen["docnames"])}
        numbers = [None if name is None else number_of.get(name) for name in self._docnames]
        terms, title_terms = (
            united(renumbered(kept, numbers), frozen[name])
            for kept, name in ((self._cut.terms, "terms"), (self._cut.title_terms, "titleterms"))
        )
        rest = format.dumps({**frozen, "terms": {}, "titleterms": {}})
        stream.write(put_terms(Cut(rest, terms, title_terms)))


class _Loaded:
    """A format for what has been loaded already."""

    def __init__(self, frozen: Any) -> None:
        self.frozen = frozen

    def load(self, _stream: None) -> Any:
        return self.frozen
