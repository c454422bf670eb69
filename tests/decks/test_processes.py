from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.decks import processes

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = str(Path(__file__).parents[1])

UNGUARDED = """
import os
from support import work
from sphinx_eventreport.decks.workers import Workers

print("main", flush=True)
with Workers(1) as workers:
    print(workers.call(work.double, 1))
"""

FORGOTTEN = """
import os, sys
from support import work
from sphinx_eventreport.decks.workers import Workers

workers = Workers(1)
print(workers.call(work.process_id))
"""

FORKED = """
import multiprocessing
from support import work
from sphinx_eventreport.decks.workers import Workers

workers = Workers(1)

def read():
    print(workers.call(work.process_id), flush=True)

with workers:
    print(workers.call(work.process_id), flush=True)
    children = [multiprocessing.get_context("fork").Process(target=read) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(workers.call(work.process_id), flush=True)
print(*(child.exitcode for child in children))
"""

FORKED_WITH_EXECUTOR = """
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from support import work
from sphinx_eventreport.decks.workers import Workers

made = []

def executor():
    made.append(ThreadPoolExecutor(1))
    return made[-1]

workers = Workers(1, executor=executor)

def read():
    workers.call(work.double, 2)
    print(len(made), flush=True)

with workers:
    workers.call(work.double, 1)
    child = multiprocessing.get_context("fork").Process(target=read)
    child.start()
    child.join()
    print(len(made), made[0].submit(work.double, 3).result())
"""

INTERRUPTED = """
import signal, sys
from support import work
from sphinx_eventreport.decks.workers import Workers

# Where the tests run in the background, a shell may have switched it off.
signal.signal(signal.SIGINT, signal.default_int_handler)

with Workers(1) as workers:
    workers.call(work.sleep_and_tell, sys.argv[1])
"""


def run(folder: Path, script: str) -> list[str]:
    """Return the lines that *script* prints, run as a file of its own."""
    path = folder / "build.py"
    path.write_text(script, "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([TESTS, *sys.path])}
    command = [sys.executable, str(path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()


def is_there(process: int) -> bool:
    """Return whether a process is alive."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        return False


def is_gone(process: int) -> bool:
    """Return whether a process ends, and not only once the test's patience does."""
    for _ in range(200):
        if not is_there(process):
            return True
        time.sleep(0.05)
    return False


def test_main_module_is_not_run_again(tmp_path: Path) -> None:
    """A script that builds documentation without a guard builds it once, not in each worker again."""
    assert run(tmp_path, UNGUARDED) == ["main", "2"]


def test_forgotten_workers_end_with_the_program(tmp_path: Path) -> None:
    """Where nobody closes the workers, no process stays when the program is done."""
    (process,) = run(tmp_path, FORGOTTEN)
    assert is_gone(int(process))


@pytest.fixture(scope="module")
def forked(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what a program prints that forks, as Sphinx does to read in parallel."""
    return run(tmp_path_factory.mktemp("forked"), FORKED)


def test_forked_process_has_workers_of_its_own(forked: list[str]) -> None:
    """A process that is forked while there are workers makes its own, and leaves the parent's alone."""
    before, *others, after, _ = forked
    assert before == after
    assert len({before, *others}) == 3


def test_forked_process_ends(forked: list[str]) -> None:
    """A forked process does not wait for workers that nobody closed."""
    assert forked[-1] == "0 0"


def test_forked_processes_leave_nothing(forked: list[str]) -> None:
    """Workers of a forked process end with it."""
    assert all(is_gone(int(process)) for process in forked[:-1])


def test_executor_of_a_forked_process(tmp_path: Path) -> None:
    """A forked process makes an executor of its own, and does not leave that of its parent."""
    assert run(tmp_path, FORKED_WITH_EXECUTOR) == ["2", "1 6"]


@contextmanager
def interrupted(folder: Path, number: signal.Signals) -> Iterator[tuple[int, int]]:
    """Start a program with a worker that sleeps for long, send the program a signal; yield both numbers."""
    told = folder / "worker"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([TESTS, *sys.path])}
    command = [sys.executable, "-c", INTERRUPTED, str(told)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as program:
        while not told.exists():
            time.sleep(0.02)
        program.send_signal(number)
        program.wait(30)
        yield program.pid, int(told.read_text())


def test_interrupted_program_kills_its_workers(tmp_path: Path) -> None:
    """Who presses Ctrl-C does not wait for a PDF that takes long."""
    with interrupted(tmp_path, signal.SIGINT) as (_, worker):
        assert is_gone(worker)


@contextmanager
def as_before() -> Iterator[None]:
    """Undo what a process does to itself when it becomes a worker."""
    handler = signal.getsignal(signal.SIGTERM)
    limits = resource.getrlimit(resource.RLIMIT_DATA)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, limits)
        signal.signal(signal.SIGTERM, handler)


def test_worker_has_a_limit_of_memory() -> None:
    """What a worker may have is set in bytes."""
    with as_before():
        processes.prepare(100_000)
        assert resource.getrlimit(resource.RLIMIT_DATA)[0] == 100_000 * 2**20


def test_lower_limit_of_the_system_stays() -> None:
    """A limit that is set already is never raised."""
    with as_before():
        processes.limit_memory(100_000)
        processes.limit_memory(200_000)
        assert resource.getrlimit(resource.RLIMIT_DATA)[0] == 100_000 * 2**20


def test_worker_without_limits_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system knows no such limits, a worker is made all the same."""
    monkeypatch.setitem(sys.modules, "resource", None)
    with as_before():
        processes.prepare(1)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
