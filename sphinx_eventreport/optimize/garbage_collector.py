"""Python's garbage collector looks for cycles less often, and not among what stays.

Doctrees are cycles of thousands of nodes, and nearly all of the young ones are alive when the collector
looks at them: with Python's own threshold, a fifth of a build goes into finding that out.
"""

from __future__ import annotations

import atexit
import gc
import sys
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sphinx_eventreport.optimize.listeners import listening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

THRESHOLD = 10_000
"""New objects before Python looks for cycles among them; its own number is 700, or 2,000."""

RARELY = 200_000
"""The same while nearly all new objects stay: those of the last environment, or rows, names and indices."""

FEW = 100
"""Documents read, up to which a build has few doctrees among its new objects."""

_MODULES = frozenset({"sphinx.__main__", "sphinx.cmd.build"})
"""The modules that ``python -m`` runs."""

_SCRIPT = "sphinx-build"


class _Threshold:
    """The threshold of the process: the highest that a build wants, and after the last one what it was."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wanted: dict[object, int] = {}
        self._before: tuple[int, int, int] | None = None
        self._ours: tuple[int, int, int] | None = None

    def want(self, build: object, young: int) -> None:
        """Raise the threshold to *young* for as long as *build* wants it, if nobody else has raised it."""
        with self._lock:
            if not self._wanted and gc.isenabled() and 0 < gc.get_threshold()[0] < THRESHOLD:
                self._before = self._ours = gc.get_threshold()
            self._wanted[build] = young
            self._set()

    def want_no_more(self, build: object) -> None:
        """Put the threshold down to what other builds want, or to what it was."""
        with self._lock:
            self._wanted.pop(build, None)
            self._set()
            if not self._wanted:
                self._before = self._ours = None

    def _set(self) -> None:
        # Somebody who has set it during the build keeps it.
        if self._before and self._ours == gc.get_threshold():
            young = max(self._wanted.values(), default=self._before[0])
            gc.set_threshold(young, *self._before[1:])
            self._ours = gc.get_threshold()


_threshold = _Threshold()


@contextmanager
def load_without_collecting(_app: Sphinx) -> Iterator[None]:
    """Raise the threshold while the environment of the last build is loaded, of which all objects stay."""
    with _wanting() as build:
        _threshold.want(build, RARELY)
        yield
        if _sphinx_build_owns_process():
            gc.freeze()


@contextmanager
def collect_less_often(app: Sphinx) -> Iterator[None]:
    """Raise the threshold while *app* builds, and further unless many documents are read.

    What is made before that stays: data files of extensions, such as who 50,000 people are.
    """
    with _wanting() as build, _frozen():
        _threshold.want(build, RARELY)

        def more_often_for_many(_app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
            if len(docnames) > FEW:
                _threshold.want(build, THRESHOLD)

        with listening(app, "env-before-read-docs", more_often_for_many):
            yield


@contextmanager
def _wanting() -> Iterator[object]:
    build = object()
    try:
        yield build
    finally:
        _threshold.want_no_more(build)


@contextmanager
def _frozen() -> Iterator[None]:
    """Have the collector pass over modules and the last environment, which stay for the whole build.

    In another process than Sphinx's own an application that is never built would never be freed.
    """
    owned = _sphinx_build_owns_process()
    if owned:
        gc.freeze()
    try:
        yield
    finally:
        if owned:
            gc.unfreeze()


@contextmanager
def end_at_once(_app: Sphinx) -> Iterator[None]:
    """Let the process of ``sphinx-build`` end without a last look at all it has.

    Python looks for cycles once more before it ends, among the environment and the search index. That is two
    fifths of a build without a change, to free one by one what the system takes back at once.
    """
    try:
        yield
    finally:
        if _sphinx_build_owns_process():
            atexit.unregister(gc.freeze)  # One is enough for a process that builds more than once.
            atexit.register(gc.freeze)


def _sphinx_build_owns_process() -> bool:
    """Return whether the process was started to build one site, so that nothing comes after it."""
    spec = getattr(sys.modules.get("__main__"), "__spec__", None)
    # A program that embeds Python may have no arguments at all.
    return getattr(spec, "name", None) in _MODULES or Path(*sys.argv[:1]).stem == _SCRIPT
