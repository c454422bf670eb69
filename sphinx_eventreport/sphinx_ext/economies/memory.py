"""Economies of memory: the garbage collector, and doctrees that are on the disk already."""

from __future__ import annotations

import atexit
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

THRESHOLD = 10_000
"""New objects before Python looks for cycles among them; its own number is 700, or 2,000."""

RARELY = 200_000
"""The same while nearly all new objects stay: those of the last environment, or rows, names and indices."""

FEW = 100
"""Documents read, up to which a build has few doctrees among its new objects."""

_before: list[tuple[int, int, int]] = []


def collect_less_often(_app: Sphinx, _config: Config) -> None:
    """Raise the threshold of the garbage collector (``config-inited``: before the environment is loaded)."""
    young = gc.get_threshold()[0]
    if gc.isenabled() and 0 < young < THRESHOLD:
        _before.append(gc.get_threshold())
        _set_threshold(RARELY)


def collect_only_new(_app: Sphinx) -> None:
    """Let the collector pass over what stays for the whole build (``builder-inited``).

    That is the modules, and the environment of the last build: most of what there is.

    Of what comes, doctrees are cycles of thousands of nodes, and nearly all of the young ones are alive when
    the collector looks at them: with Python's own threshold, a fifth of a build goes into finding that out.
    """
    if _before:
        gc.freeze()
        _set_threshold(THRESHOLD)


def collect_rarely_for_few(_app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
    """Raise the threshold further where few documents are read (``env-before-read-docs``)."""
    if _before and len(docnames) <= FEW:
        _set_threshold(RARELY)


def _set_threshold(young: int) -> None:
    gc.set_threshold(young, *_before[-1][1:])


def collect_as_before(_app: Sphinx, _exception: Exception | None) -> None:
    """Put the threshold back (``build-finished``): the process may have other work to do."""
    if _before:
        gc.set_threshold(*_before.pop())
        gc.unfreeze()


def leave_the_rest_to_the_system(_app: Sphinx, _exception: Exception | None) -> None:
    """Let the process end without a last look at all it has (``build-finished``).

    Python looks for cycles once more before it ends, among the environment and the search index. That is two
    fifths of a build without a change, to free one by one what the system takes back at once.
    """
    atexit.unregister(gc.freeze)  # One is enough for a process that builds more than once.
    atexit.register(gc.freeze)


def forget_doctrees(app: Sphinx, _docname: str, _source: list[str]) -> None:
    """Let go of the documents read so far (``source-read``).

    In a build with one process Sphinx keeps the doctree of every document it has read until it is
    written, beside the file it has just put it into. Half of the memory of a cold build is that.
    A writer reads the file where there is no doctree, as it does in a build with more processes.
    """
    cache: dict[str, object] = getattr(app.env, "_write_doc_doctree_cache", {})
    cache.clear()
