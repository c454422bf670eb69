from __future__ import annotations

import os
import pickle
import signal
import time
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from support import work

from sphinx_eventreport.decks.model import Failure, Limits
from sphinx_eventreport.decks.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

LIMITS = Limits(30, 120)
KILLED = "a process was killed from outside, as happens when memory runs out"


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """Return two processes that all tests share, for a crash of one is nobody else's trouble."""
    with Workers(2, LIMITS) as shared:
        yield shared


def threads() -> ThreadPoolExecutor:
    """Return an executor as a user would hand it in."""
    return ThreadPoolExecutor(2)


def message_of(outcome: object) -> str:
    """Return what a failure says."""
    assert isinstance(outcome, Failure)
    return outcome.problem.message


def test_a_call_returns_its_value(workers: Workers) -> None:
    """What a function returns in a worker is returned here."""
    assert workers.call(work.double, 21) == 42


def test_a_call_is_done_elsewhere(workers: Workers) -> None:
    """A worker is another process."""
    assert workers.call(work.process_id) != os.getpid()


def test_calls_are_done_for_each_task(workers: Workers) -> None:
    """Each task comes back with its own result, in any order."""
    outcomes = dict(workers.run(work.double, range(9), lambda number: (number,)))
    assert outcomes == {number: 2 * number for number in range(9)}


def test_two_workers_share_the_tasks(workers: Workers, tmp_path: Path) -> None:
    """Two workers are two processes, and work at the same time."""
    calls = workers.run(work.meet, range(4), lambda _: (str(tmp_path),))
    assert len({process for _, process in calls}) == 2


def test_tasks_are_taken_one_by_one(workers: Workers) -> None:
    """At most two tasks a worker are under way, so that what they hold need not fit into memory at once."""
    taken: list[int] = []

    def arguments(number: int) -> tuple[int]:
        taken.append(number)
        return (number,)

    next(workers.run(work.double, range(50), arguments))
    assert len(taken) == 4


@pytest.mark.parametrize(
    ("function", "arguments", "message", "option"),
    [
        (work.grow, (300,), "Reading or drawing the PDF needs more than 120 MB of memory", "deck_memory"),
        (work.crash, (), "The process that read or drew the PDF crashed (SIGABRT)", "deck_memory"),
        (work.leave, (3,), "The process that read or drew the PDF crashed (exit code 3)", "deck_memory"),
    ],
)
def test_failure_that_lasts(
    workers: Workers, function: Callable[..., Any], arguments: tuple[Any, ...], message: str, option: str
) -> None:
    """A PDF that ends its process is named with a reason, and with what to do."""
    outcome = workers.call(function, *arguments)
    assert isinstance(outcome, Failure)
    assert outcome.problem.message == message
    assert f"eventreport_{option}" in outcome.problem.hint
    assert (outcome.lasting, outcome.limits) == (True, LIMITS)


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        (work.fail, ("no such thing",), "The PDF cannot be read or drawn: LookupError: no such thing"),
        (
            work.be_killed,
            (),
            "The workers that read and draw PDFs gave no answer: " + KILLED,
        ),
    ],
)
def test_failure_that_does_not_last(
    workers: Workers, function: Callable[..., Any], arguments: tuple[Any, ...], message: str
) -> None:
    """What another build may do without is not remembered."""
    outcome = workers.call(function, *arguments)
    assert isinstance(outcome, Failure)
    assert (outcome.problem.message, outcome.lasting) == (message, False)


def test_an_executor_that_cannot_be_made_costs_its_tasks() -> None:
    """What the function of a site raises is said, whatever it is, and the next try makes another one."""

    def no_cluster() -> AbstractContextManager[Executor]:
        message = "nobody at home"
        raise TimeoutError(message)

    with Workers(1, LIMITS, no_cluster) as workers:
        outcomes = [outcome for _, outcome in workers.run(work.double, [1, 2, 3], lambda task: (task,))]
    messages = {outcome.problem.message for outcome in outcomes if isinstance(outcome, Failure)}
    assert (len(outcomes), messages) == (
        3,
        {"The workers that read and draw PDFs gave no answer: TimeoutError: nobody at home"},
    )


def test_what_takes_too_long_is_ended() -> None:
    """A call that does not end is killed, and a number of seconds says so."""
    with Workers(1, Limits(0.3, 120)) as workers:
        outcome = workers.call(work.sleep, 100)
    assert isinstance(outcome, Failure)
    assert outcome.problem.message == "Reading or drawing the PDF took longer than 0.3 seconds"
    assert "eventreport_deck_timeout" in outcome.problem.hint


def test_others_are_done_after_a_crash(workers: Workers) -> None:
    """A crash costs one task."""
    functions = {0: work.crash, 1: work.process_id, 2: work.process_id}
    outcomes = dict(workers.run(work.do, functions, lambda task: (functions[task],)))
    assert [isinstance(outcome, Failure) for _, outcome in sorted(outcomes.items())] == [True, False, False]


def test_an_idle_process_is_killed(workers: Workers) -> None:
    """Whoever kills a process that waits, it is replaced."""
    process = workers.call(work.process_id)
    assert isinstance(process, int)
    os.kill(process, signal.SIGKILL)
    # The pool looks after its processes ten times a second; either way the call below is done.
    time.sleep(0.4)
    assert workers.call(work.double, 1) == 2


def test_unwanted_tasks_are_left_out(workers: Workers) -> None:
    """A task that is no longer wanted is not begun, and ended if it has begun."""
    seconds = {0: 0.0, 1: 100.0, 2: 100.0, 3: 0.0}
    done: list[int] = []

    def is_wanted(task: int) -> bool:
        return not done or task == 3

    for task, _ in workers.run(work.sleep, seconds, lambda task: (seconds[task],), is_wanted):
        done.append(task)
    assert done == [0, 3]


def test_unwanted_tasks_are_not_waited_for() -> None:
    """A task that is no longer wanted is cancelled; otherwise it would be given up, which is an outcome."""
    done: list[int] = []
    with Workers(2, Limits(0.1), executor=Slow, patience=0.1) as workers:
        for task, _ in workers.run(work.double, range(3), lambda task: (task,), lambda _: not done):
            done.append(task)
    assert done == [0]


def test_as_many_as_cores() -> None:
    """Without a number there is a worker for each core."""
    assert Workers(0).count >= 1


def test_what_cannot_be_sent_is_a_mistake(workers: Workers) -> None:
    """A function that no other process can find is a programmer's mistake."""
    with pytest.raises((pickle.PicklingError, AttributeError)):
        workers.call(lambda: None)


def test_no_arguments_no_call(workers: Workers) -> None:
    """A file that went away while its turn came is a failure."""

    def arguments(_: int) -> tuple[object, ...]:
        raise FileNotFoundError(2, "No such file", "talk.pdf")

    ((_, outcome),) = workers.run(work.double, [1], arguments)
    assert "No such file: 'talk.pdf'" in str(getattr(outcome, "problem", ""))


def test_executor_of_somebody_else() -> None:
    """Any executor does the calls; here threads of this process."""
    with Workers(2, executor=threads) as workers:
        assert workers.call(work.process_id) == os.getpid()


def test_executor_is_made_when_it_is_needed() -> None:
    """Who has nothing to do asks for no executor, and who has asks once."""
    made = []

    def executor() -> ThreadPoolExecutor:
        made.append(1)
        return threads()

    with Workers(1, executor=executor) as workers:
        before = list(made)
        workers.call(work.double, 1)
        workers.call(work.double, 2)
    assert (before, made) == ([], [1])


def test_executor_is_left() -> None:
    """An executor is used as a context manager, so that its cluster can end with it."""
    events = []

    @contextmanager
    def executor() -> Iterator[Executor]:
        with threads() as pool:
            yield pool
        events.append("left")

    with Workers(1, executor=executor) as workers:
        workers.call(work.double, 1)
    assert events == ["left"]


def test_memory_of_somebody_else() -> None:
    """Where memory ends in an executor, that is said as well."""
    with Workers(1, executor=threads) as workers:
        assert "1024 MB" in message_of(workers.call(work.run_out_of_memory))


def test_exception_of_somebody_else() -> None:
    """What a function raises in an executor is said in the same words as that of a process of ours."""
    with Workers(1, executor=threads) as workers:
        assert message_of(workers.call(work.fail, "none")).endswith("LookupError: none")


def test_executor_that_never_answers() -> None:
    """Where there is no answer for long, what is waited for and what would come is given up."""
    work.GATE.clear()
    with Workers(1, Limits(0.1), executor=threads, patience=0.1) as workers:
        outcomes = list(workers.run(work.wait_for_gate, range(5), lambda _: ()))
        work.GATE.set()
    assert {message_of(outcome) for _, outcome in outcomes} == {
        "The workers that read and draw PDFs gave no answer: none for 0.2 seconds"
    }
    assert len(outcomes) == 5


class Slow(Executor):
    """An executor that does its first call, and never gets round to the others."""

    def __init__(self) -> None:
        self.busy = False

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Future[Any]:  # noqa: ANN401
        """Begin a call."""
        future: Future[Any] = Future()
        if not self.busy:
            future.set_result(function(*arguments, **options))
        self.busy = True
        return future


class Unsteady(Executor):
    """An executor that does what a list of exceptions says, one for each call, and then what it is asked."""

    def __init__(self, *events: BaseException) -> None:
        self.events = list(events)

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Future[Any]:  # noqa: ANN401
        """Begin a call."""
        future: Future[Any] = Future()
        if self.events:
            event = self.events.pop(0)
            if isinstance(event, RuntimeError) and not isinstance(event, BrokenExecutor):
                raise event
            future.set_exception(event)
        else:
            future.set_result(function(*arguments, **options))
        return future


def test_call_that_was_lost_is_tried_again() -> None:
    """A pool that broke down, maybe for another call, is given the call once more."""
    with Workers(1, executor=lambda: Unsteady(BrokenExecutor("gone"))) as workers:
        assert workers.call(work.double, 1) == 2


def test_call_that_is_lost_twice_fails() -> None:
    """A pool that breaks down again is given up."""
    with Workers(1, executor=lambda: Unsteady(BrokenExecutor("gone"), BrokenExecutor("again"))) as workers:
        outcome = workers.call(work.double, 1)
    assert message_of(outcome).endswith("gave no answer: BrokenExecutor: again")


@pytest.mark.parametrize("event", [RuntimeError("closed"), ConnectionError("lost")])
def test_executor_that_cannot(event: Exception) -> None:
    """Whatever an executor raises costs the call and not the build."""
    with Workers(1, executor=lambda: Unsteady(event)) as workers:
        outcome = workers.call(work.double, 1)
    assert message_of(outcome).endswith(f"{type(event).__name__}: {event}")


def test_executor_that_answers_something_else() -> None:
    """What an executor returns in place of an answer costs the call."""

    class Absent(Executor):
        def submit(self, function: Callable[..., Any], /, *_: Any, **__: Any) -> Future[Any]:  # noqa: ANN401, ARG002
            future: Future[Any] = Future()
            future.set_result(None)
            return future

    with Workers(1, executor=Absent) as workers:
        outcome = workers.call(work.double, 1)
    assert message_of(outcome).endswith("gave no answer: NoneType came back")


def test_executor_that_cancels() -> None:
    """A call that the executor cancels is one without an answer."""

    class Cancelling(Executor):
        def submit(self, function: Callable[..., Any], /, *_: Any, **__: Any) -> Future[Any]:  # noqa: ANN401, ARG002
            future: Future[Any] = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    with Workers(1, executor=Cancelling) as workers:
        outcome = workers.call(work.double, 1)
    assert "CancelledError" in message_of(outcome)
