"""Calls in worker processes, each with limits of time and memory."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING, Self, TypeVar, cast

from sphinx_eventreport.decks.calls import answer
from sphinx_eventreport.decks.model import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future
    from contextlib import AbstractContextManager
    from types import TracebackType

    from pebble import ProcessPool

    from sphinx_eventreport.decks.calls import Answer
    from sphinx_eventreport.decks.model import Failure

T = TypeVar("T")
Task = TypeVar("Task")


class Workers:
    """Worker processes, which are started when there is something to do and killed at the end.

    *count* of them work at once, 0 for one a core. *executor* makes something else to work with, as a
    context manager: of any :class:`concurrent.futures.Executor`. It is called when there is something to
    do. The limits are then the executor's own business, but if for the time of *limits* and *patience*
    (seconds, for a cluster to start) there is no answer at all, what is still waited for is given up.

    Used as a context manager. A process that is forked while workers exist makes workers of its own.
    """

    def __init__(
        self,
        count: int = 0,
        limits: Limits = Limits(),  # noqa: B008 - It is frozen.
        executor: Callable[[], AbstractContextManager[Executor]] | None = None,
        *,
        patience: float = 30.0,
    ) -> None:
        self.count = count or getattr(os, "process_cpu_count", os.cpu_count)() or 1
        self.limits = limits
        self.patience = patience
        self._make_executor = executor
        self._executor: Executor | None = None
        self._pool: ProcessPool | None = None
        self._size = 0
        self._pid = 0
        self._opened = ExitStack()

    @property
    def same_files(self) -> bool:
        """Whether workers are known to see the files of this machine."""
        return self._make_executor is None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Kill the processes, or leave the executor; the next call starts new ones."""
        opened, self._opened = self._opened, ExitStack()
        if self._pid == os.getpid():
            opened.close()
        else:
            # Forked: what is open belongs to the parent.
            opened.pop_all()
        self._executor, self._pool, self._size = None, None, 0

    def call(self, function: Callable[..., T], *arguments: object) -> T | Failure:
        """Return what *function* returns for *arguments*, or why it did not."""
        ((_, outcome),) = self.run(function, [arguments], lambda task: task)
        return outcome

    def run(
        self,
        function: Callable[..., T],
        tasks: Iterable[Task],
        arguments: Callable[[Task], tuple[object, ...]],
        wanted: Callable[[Task], bool] = lambda _: True,
    ) -> Iterator[tuple[Task, T | Failure]]:
        """Call *function* for each of *tasks*; yield task and result, or failure, as they come.

        A task is taken and its *arguments* are made only shortly before a worker is free. When no longer
        *wanted*, a task is left out, also one that is at work. *function* is one of a module, arguments and
        results are plain values; the result of an OSError in making arguments is a failure.
        """
        # Imported only when there is something to run: most builds have no new deck.
        from sphinx_eventreport.decks.runs import Run  # noqa: PLC0415

        return Run(self, function, filter(wanted, tasks), arguments, wanted).outcomes()

    def submit(self, call: bytes) -> Future[Answer]:
        """Hand one packed call to a worker."""
        if self._executor is not None:
            return self._executor.submit(answer, call)
        pool = cast("ProcessPool", self._pool)
        if not pool.active:
            # The pool is broken, as when the system killed an idle process.
            size = self._size
            self.close()
            self.open(size)
            pool = cast("ProcessPool", self._pool)
        future: Future[Answer] = pool.schedule(answer, args=(call,), timeout=self.limits.seconds)
        return future

    def open(self, tasks: int) -> None:
        """Have workers for so many *tasks*, not more than needed and not more than :attr:`count`."""
        size = min(self.count, tasks)
        if self._pid == os.getpid() and (self._executor is not None or self._size >= size):
            return
        self.close()
        self._pid = os.getpid()
        if self._make_executor is not None:
            self._executor = self._opened.enter_context(self._make_executor())
            return
        from sphinx_eventreport.decks.processes import start_pool, stop_pool  # noqa: PLC0415

        self._pool, self._size = start_pool(size, self.limits), size
        self._opened.callback(stop_pool, self._pool)
