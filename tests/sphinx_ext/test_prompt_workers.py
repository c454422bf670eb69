"""Workers that write pages begin with what waits as soon as they are free."""

from __future__ import annotations

import gc
import os
import time
from typing import TYPE_CHECKING

import pytest
import sphinx.builders
from sphinx.errors import SphinxParallelError
from sphinx.util.parallel import ParallelTasks
from support.site import CONF, Site

from sphinx_eventreport.sphinx_ext.economies.workers import PromptTasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 30
WATCHING = """
import os
import sphinx.builders

def setup(app):
    app.setup_extension("sphinx_eventreport")
    app.connect("build-finished", lambda *_: print(sphinx.builders.ParallelTasks(1).nproc, "workers"), 1)
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Sphinx forks workers on POSIX only")


@pytest.fixture
def one_worker() -> Iterator[PromptTasks]:
    """Return tasks for one worker, and leave none behind."""
    tasks = PromptTasks(1)
    yield tasks
    tasks.terminate()


def until(happened: Callable[[], object]) -> bool:
    """Return whether something happens within a reasonable time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.01)
    return False


def wait_for(file: Path) -> None:
    """Work until *file* is there."""
    until(file.exists)


def test_what_waits_begins_without_another_task(one_worker: PromptTasks, tmp_path: Path) -> None:
    """Sphinx's would begin with it when a third one came, or all had been given out."""
    go, second = tmp_path / "go", tmp_path / "second"
    one_worker.add_task(wait_for, go)
    one_worker.add_task(second.touch)
    go.touch()
    assert until(lambda: (one_worker.look_after(), second.exists())[1])


def test_results_are_handed_back() -> None:
    """Each task's goes to its own function, with what the task was given."""
    tasks, results = PromptTasks(2), []
    for number in range(6):
        tasks.add_task(lambda given: given * 2, number, lambda given, result: results.append((given, result)))
    tasks.join()
    assert sorted(results) == [(number, number * 2) for number in range(6)]


def test_no_more_wait_than_are_worked_on(one_worker: PromptTasks) -> None:
    """Who hands tasks over waits until there is room, with all that they hold in memory."""
    done: list[object] = []
    for _ in range(6):
        one_worker.add_task(lambda: time.sleep(0.05), None, lambda _given, result: done.append(result))
    assert len(done) >= 4


def test_a_worker_that_fails_ends_the_build(one_worker: PromptTasks) -> None:
    """The error comes where somebody looks after the workers."""
    one_worker.add_task(lambda: 1 // 0)
    with pytest.raises(SphinxParallelError, match="ZeroDivisionError"):
        until(one_worker.look_after)


def test_sphinx_has_its_own_again_after_a_build(site: Site) -> None:
    """What is changed in Sphinx is changed for the time of the build."""
    site.write({"index.md": "# Index\n"}).build(parallel=2)
    assert vars(sphinx.builders)["ParallelTasks"] is ParallelTasks


def test_as_many_write_as_are_asked_for(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """While a build with ``-j 3`` is under way, Sphinx gets three where it asks for fewer."""
    site = Site(tmp_path_factory.mktemp("site"), conf=CONF + WATCHING).write({"index.md": "# Index\n"})
    site.build(parallel=3)
    assert "3 workers" in capsys.readouterr().out


def test_a_collection_leaves_alone_what_came_with_the_fork(one_worker: PromptTasks) -> None:
    """Else it would copy all memory that the processes share."""
    frozen: list[int] = []
    one_worker.add_task(gc.get_freeze_count, None, lambda _given, result: frozen.append(result))
    one_worker.join()
    assert frozen[0] > 0
