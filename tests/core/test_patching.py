"""Changes to what belongs to others: undone, whatever happens in between."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Barrier, Thread
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.patching import SharedChange, replaced, run_within

if TYPE_CHECKING:
    from collections.abc import Iterator


class Garden:
    """An object of somebody else."""

    plant = "moss"

    def grow(self, *, days: int) -> str:
        """Return how much has grown."""
        return f"{self.plant} {days}"


class Log:
    """A change that notes when it is made and undone."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    @contextmanager
    def change(self) -> Iterator[None]:
        """Note both."""
        self.lines.append("made")
        try:
            yield
        finally:
            self.lines.append("undone")


def test_a_value_is_replaced_for_a_time() -> None:
    """The one of the object itself comes back."""
    garden = SimpleNamespace(plant="moss")
    with replaced(garden, "plant", "fern"):
        during = garden.plant
    assert (during, garden.plant) == ("fern", "moss")


def test_a_value_of_the_class_is_not_left_on_the_object() -> None:
    """An object that had none of its own has none afterwards."""
    garden = Garden()
    with replaced(garden, "plant", "fern"):
        during = garden.plant
    assert (during, vars(garden)) == ("fern", {})


def test_a_value_is_put_back_after_an_interruption() -> None:
    """Ctrl-C is no exception of the ordinary kind."""
    garden = SimpleNamespace(plant="moss")
    with pytest.raises(KeyboardInterrupt), replaced(garden, "plant", "fern"):
        raise KeyboardInterrupt
    assert garden.plant == "moss"


def test_what_somebody_else_has_put_there_stays() -> None:
    """It is not ours to take away."""
    garden = SimpleNamespace(plant="moss")
    with replaced(garden, "plant", "fern"):
        garden.plant = "ivy"
    assert garden.plant == "ivy"


def test_a_method_runs_within_a_change() -> None:
    """It gets its arguments, and what it returns comes back."""
    garden, log = Garden(), Log()
    run_within(garden, "grow", log.change)
    assert (garden.grow(days=3), log.lines) == ("moss 3", ["made", "undone"])


def test_a_change_is_undone_when_the_method_fails() -> None:
    """Whatever ends it."""
    garden, log = Garden(), Log()
    run_within(garden, "grow", log.change)
    with pytest.raises(TypeError):
        garden.grow()  # type: ignore[call-arg]
    assert log.lines == ["made", "undone"]


def test_a_shared_change_is_made_once() -> None:
    """The first one makes it, and the last one undoes it, in whatever order they end."""
    log = Log()
    shared = SharedChange(log.change)
    first, second = shared(), shared()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    log.lines.append("second goes on")
    second.__exit__(None, None, None)
    assert log.lines == ["made", "second goes on", "undone"]


def test_a_shared_change_is_made_again() -> None:
    """After it was undone."""
    log = Log()
    shared = SharedChange(log.change)
    for _time in range(2):
        with shared():
            pass
    assert log.lines == ["made", "undone"] * 2


def test_threads_share_a_change() -> None:
    """Many that begin and end at once find it made, and leave it undone."""
    log, count, rounds = Log(), 8, 200
    shared, start, found = SharedChange(log.change), Barrier(count), []

    def work() -> None:
        start.wait()
        for _round in range(rounds):
            with shared():
                found.append(log.lines[-1])

    threads = [Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ({*found}, log.lines[-1], len(found)) == ({"made"}, "undone", count * rounds)
