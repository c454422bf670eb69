"""An economy of waiting: a worker that is free begins with what waits for it.

With ``-j`` the main process resolves documents and hands them over by the dozen. Sphinx looks whether a
worker is free when the next dozen is ready, so that one that finished a moment later is idle until then,
and documents pile up in memory.
"""

from __future__ import annotations

import gc
import os
import time
from typing import TYPE_CHECKING, Any

import sphinx.builders
from sphinx.util.parallel import ParallelTasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.application import Sphinx

_PAUSE = 0.02
"""Seconds between two looks at the workers, as in Sphinx."""


class PromptTasks(ParallelTasks):
    """Tasks of which as many wait as are being worked on, and no more."""

    def __init__(self, nproc: int) -> None:
        """Begin without tasks, for *nproc* workers."""
        super().__init__(nproc)
        self._unfinished = 0

    def add_task(
        self,
        task_func: Callable[..., Any],
        arg: Any = None,
        result_func: Callable[[Any, Any], Any] | None = None,
    ) -> None:
        """Take a task, when there is room for it."""

        def finish(given: Any, result: Any) -> None:
            self._unfinished -= 1
            if result_func is not None:
                result_func(given, result)

        self._unfinished += 1
        super().add_task(task_func, arg, finish)
        while self._unfinished > 2 * self.nproc and self._pworking:
            if not self.look_after():
                time.sleep(_PAUSE)

    def _process(self, *arguments: Any) -> None:
        """Do one task, in the process that was forked for it."""
        # A collection looks at all that came with the fork, and so copies the memory that both share.
        gc.freeze()
        super()._process(*arguments)

    def look_after(self) -> bool:
        """Take the result of a worker that has one, and start what waits; return whether there was one."""
        try:
            return self._join_one()
        except Exception:
            self.terminate()
            raise


class PromptWorkers:
    """Has Sphinx's builders use :class:`PromptTasks` for the time of a build."""

    def __init__(self) -> None:
        """Begin outside of a build."""
        self._pid = self._count = 0
        self._tasks: list[PromptTasks] = []

    def begin(self, app: Sphinx) -> None:
        """Put ours in the place of Sphinx's (``builder-inited``)."""
        known = getattr(sphinx.builders, "ParallelTasks", None) is ParallelTasks
        if app.parallel > 1 and known and hasattr(ParallelTasks, "_join_one"):
            self._pid, self._count = os.getpid(), app.parallel
            vars(sphinx.builders)["ParallelTasks"] = self._new_tasks

    def look_after(self, _app: Sphinx, _document: nodes.document, _docname: str) -> None:
        """Start what waits, after each document that is ready (``doctree-resolved``)."""
        # A worker has a copy of the tasks, which are none of its business.
        if self._tasks and os.getpid() == self._pid:
            self._tasks[-1].look_after()

    def end(self, _app: Sphinx, _exception: Exception | None) -> None:
        """Put Sphinx's back (``build-finished``)."""
        if self._pid:
            vars(sphinx.builders)["ParallelTasks"] = ParallelTasks
            self._pid = 0
            self._tasks.clear()

    def _new_tasks(self, nproc: int) -> PromptTasks:
        # Sphinx has a worker less write than read, for the main process has work of its own; but ours waits
        # while there is enough for the workers to do.
        self._tasks.append(PromptTasks(max(nproc, self._count)))
        return self._tasks[-1]
