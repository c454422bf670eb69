"""How many processes there are, without other workers meanwhile: one of them might just be replaced."""

from __future__ import annotations

import multiprocessing

from support import work

from sphinx_eventreport.decks.model import Limits
from sphinx_eventreport.decks.workers import Workers

LIMITS = Limits(30, 120)


def children() -> set[int | None]:
    """Return the processes that this one has."""
    return {process.pid for process in multiprocessing.active_children()}


def test_nothing_to_do_starts_nothing() -> None:
    """Without a task there is no process."""
    before = children()
    with Workers(2) as workers:
        assert list(workers.run(work.double, [], lambda task: (task,))) == []
        assert children() == before


def test_one_task_starts_one_process() -> None:
    """There are no more processes than tasks."""
    before = children()
    with Workers(4, LIMITS) as workers:
        workers.call(work.double, 1)
        assert len(children() - before) == 1


def test_more_tasks_start_more_processes() -> None:
    """Workers that had one task can have several afterwards."""
    before = children()
    with Workers(2, LIMITS) as workers:
        workers.call(work.double, 1)
        list(workers.run(work.double, range(9), lambda number: (number,)))
        assert len(children() - before) == 2


def test_nothing_stays() -> None:
    """At the end of the block there is no process."""
    before = children()
    with Workers(1, LIMITS) as workers:
        workers.call(work.double, 1)
    assert children() == before
