"""A queue of calls, of which only a few are in progress at a time."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from sphinx_eventreport.decks.calls import Answer, pack
from sphinx_eventreport.decks.outcomes import no_answer, outcome_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_eventreport.decks.model import Failure, Limits

T = TypeVar("T")
Task = TypeVar("Task")


class Submits(Protocol):
    """The executor of the calls."""

    count: int
    """How many calls may be made at one time."""
    limits: Limits
    """What one call may take."""
    patience: float
    """How long to wait for a call that has not begun, in seconds."""

    def open(self, tasks: int) -> None:
        """Be ready for so many calls."""

    def submit(self, call: bytes) -> Future[Answer]:
        """Begin a call."""


class _NoWorkersError(Exception):
    """There is nothing that could do the work."""


@dataclass(frozen=True, slots=True)
class _Attempt(Generic[Task]):
    task: Task
    call: bytes
    first: bool


@dataclass(slots=True)
class Run(Generic[Task, T]):
    """Calls of one function for many tasks; see :meth:`.Workers.run`."""

    workers: Submits
    """What makes the calls."""
    function: Callable[..., T]
    """What is called."""
    tasks: Iterator[Task]
    """What it is called for."""
    arguments: Callable[[Task], tuple[object, ...]]
    """What it is called with for a task."""
    wanted: Callable[[Task], bool]
    """Whether a task is still to be done."""
    _pending: dict[Future[Answer], _Attempt[Task]] = field(default_factory=dict)

    def outcomes(self) -> Iterator[tuple[Task, T | Failure]]:
        """Yield what comes, as it comes; leaving early cancels the rest."""
        try:
            while self._begin():
                yield from self._finished()
        except _NoWorkersError as error:
            yield from self._given_up(no_answer(str(error)))
        finally:
            self._cancel(lambda _: True)

    def _begin(self) -> bool:
        """Submit calls; return whether there are any to wait for."""
        # Two for each worker: one in progress, and one that is ready when it is done.
        tasks = list(islice(self.tasks, max(0, 2 * self.workers.count - len(self._pending))))
        if tasks and not self._pending:
            self._open(tasks)
        for task in tasks:
            self._submit(task)
        return bool(self._pending)

    def _open(self, tasks: list[Task]) -> None:
        """Have workers for *tasks*; what makes an executor is the site's own, and may raise anything."""
        try:
            self.workers.open(len(tasks))
        except Exception as error:
            self.tasks = chain(tasks, self.tasks)
            message = f"{type(error).__name__}: {error}"
            raise _NoWorkersError(message) from error

    def _submit(self, task: Task) -> None:
        try:
            arguments = self.arguments(task)
        except OSError as error:
            future: Future[Answer] = Future()
            future.set_result(Answer(error=str(error)))
            self._pending[future] = _Attempt(task, b"", first=False)
        else:
            self._try(_Attempt(task, pack(self.function, arguments), first=True))

    def _try(self, attempt: _Attempt[Task]) -> None:
        try:
            future = self.workers.submit(attempt.call)
        # Raised by an executor that is closed or has lost its processes.
        except RuntimeError as error:
            future = Future()
            future.set_exception(error)
        self._pending[future] = attempt

    def _finished(self) -> Iterator[tuple[Task, T | Failure]]:
        """Wait for some calls and yield their outcomes."""
        patience = self.workers.limits.seconds + self.workers.patience
        done, _ = wait(self._pending, timeout=patience, return_when=FIRST_COMPLETED)
        if not done:
            yield from self._given_up(no_answer(f"none for {patience:g} seconds"))
        # In the order of the tasks, where several are done.
        for future in [future for future in self._pending if future in done]:
            attempt = self._pending.pop(future)
            if attempt.first and _is_lost(future):
                self._try(_Attempt(attempt.task, attempt.call, first=False))
            elif self.wanted(attempt.task):
                outcome = outcome_of(future, self.workers.limits)
                yield attempt.task, cast("T | Failure", outcome)
        self._cancel(lambda task: not self.wanted(task))

    def _given_up(self, failure: Failure) -> Iterator[tuple[Task, T | Failure]]:
        """Yield *failure* for all pending tasks, and for those that would follow."""
        given_up = [attempt.task for attempt in self._pending.values()]
        self._cancel(lambda _: True)
        for task in (*given_up, *self.tasks):
            yield task, failure

    def _cancel(self, unwanted: Callable[[Task], bool]) -> None:
        """Stop waiting for the calls of *unwanted* tasks, and cancel them where that is possible."""
        for future in [future for future, attempt in self._pending.items() if unwanted(attempt.task)]:
            del self._pending[future]
            future.cancel()


def _is_lost(future: Future[Answer]) -> bool:
    """Return whether the pool broke down, which may have been another call's fault."""
    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)
