"""Economies of a build that are not about reports, but that a large archive needs.

Each one leaves the output as it is, byte for byte, and is switched on for the time of the build
only. ``docs/develop/decisions/0005`` has the measurements.
"""

from __future__ import annotations

import gc
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any

from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from myst_parser.mdit_to_docutils import base as myst_renderer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.search import WordStore

THRESHOLD = 10_000
"""New objects before Python looks for cycles among them; its own number is 700, or 2,000."""

_before: list[tuple[int, int, int]] = []
_make_document: list[Callable[..., nodes.document]] = []


def collect_less_often(_app: Sphinx, _config: Config) -> None:
    """Raise the threshold of the garbage collector (``config-inited``: before the environment is loaded).

    Doctrees are cycles of thousands of nodes, and nearly all of the young ones are alive when the
    collector looks at them: a fifth of a build goes into finding that out.
    """
    young, *older = gc.get_threshold()
    if gc.isenabled() and 0 < young < THRESHOLD:
        _before.append(gc.get_threshold())
        gc.set_threshold(THRESHOLD, *older)


def collect_only_new(_app: Sphinx) -> None:
    """Let the collector pass over what stays for the whole build (``builder-inited``).

    That is the modules, and the environment of the last build: most of what there is.
    """
    if _before:
        gc.freeze()


def collect_as_before(_app: Sphinx, _exception: Exception | None) -> None:
    """Put the threshold back (``build-finished``): the process may have other work to do."""
    if _before:
        gc.set_threshold(*_before.pop())
        gc.unfreeze()


def forget_doctrees(app: Sphinx, _docname: str, _source: list[str]) -> None:
    """Let go of the documents read so far (``source-read``).

    In a build with one process Sphinx keeps the doctree of every document it has read until it is
    written, beside the file it has just put it into. Half of the memory of a cold build is that.
    A writer reads the file where there is no doctree, as it does in a build with more processes.
    """
    cache: dict[str, object] = getattr(app.env, "_write_doc_doctree_cache", {})
    cache.clear()


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


def remember_default_settings(_app: Sphinx) -> None:
    """Have MyST-Parser make its documents with settings that are made up once (``builder-inited``).

    For each page its renderer makes a document that it throws away, and docutils sets up a parser
    of a hundred command line options for the settings of each.
    """
    if getattr(myst_renderer, "make_document", _document) is not _document:
        _make_document.append(myst_renderer.make_document)
        myst_renderer.make_document = _document


def make_settings_as_before(_app: Sphinx, _exception: Exception | None) -> None:
    """Give MyST-Parser its own function back (``build-finished``)."""
    if _make_document:
        myst_renderer.make_document = _make_document.pop()


def _document(source_path: str = "notset", parser_cls: type[Parser] = Parser) -> nodes.document:
    settings = _default_settings(parser_cls)  # type: ignore[arg-type]
    return new_document(source_path, copy(settings))


@cache
def _default_settings(parser_cls: type[Parser]) -> Any:
    return get_default_settings(parser_cls)
