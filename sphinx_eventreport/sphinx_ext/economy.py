"""Economies of a build that are not about reports, but that a large archive needs.

Each one leaves the output as it is, byte for byte, and is switched on for the time of the build
only. ``docs/develop/decisions/0005`` has the measurements.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

THRESHOLD = 10_000
"""New objects before Python looks for cycles among them; its own number is 700, or 2,000."""

_before: list[tuple[int, int, int]] = []


def collect_less_often(_app: Sphinx) -> None:
    """Raise the threshold of the garbage collector (``builder-inited``).

    Doctrees are cycles of thousands of nodes, and nearly all of the young ones are alive when the
    collector looks at them: a fifth of a build goes into finding that out.
    """
    young, *older = gc.get_threshold()
    if gc.isenabled() and 0 < young < THRESHOLD:
        _before.append(gc.get_threshold())
        gc.set_threshold(THRESHOLD, *older)


def collect_as_before(_app: Sphinx, _exception: Exception | None) -> None:
    """Put the threshold back (``build-finished``): the process may have other work to do."""
    if _before:
        gc.set_threshold(*_before.pop())


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
