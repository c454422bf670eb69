"""One command, measured from outside with all the processes it starts: CPU, time, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PERIOD = 0.5
"""Seconds between two looks at the memory."""

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command took.

    ``cpu`` and ``wall`` are seconds, ``cpu`` of the process and its children, user and system together.
    ``memory`` is the most that all of them together had at one time, in bytes: shared pages count once
    (proportional set size, which only Linux tells).
    """

    cpu: float
    wall: float
    memory: float


def run(
    command: Sequence[str], cwd: Path, log: Path | None = None, env: Mapping[str, str] | None = None
) -> Usage:
    """Run *command* in the folder *cwd*; what it says goes to *log*.

    A command that fails ends the benchmark.
    """
    log = log or Path(os.devnull)
    with log.open("wb") as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env=env, stdout=said, stderr=subprocess.STDOUT)
        with _Watch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        # Popen is not to wait for it again.
        process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.is_file() else ""
        sys.exit(f"{' '.join(command)} failed in {cwd}\n{tail}")
    # A short build may be over between two looks.
    memory = max(watch.most, usage.ru_maxrss * 1024)
    return Usage(usage.ru_utime + usage.ru_stime, wall, memory)


class _Watch:
    """Looks at the memory of a process and its children until it is over."""

    def __init__(self, process: int) -> None:
        self.most = 0.0
        self._process = process
        self._over = Event()
        self._thread = Thread(target=self._look)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while True:
            self.most = max(self.most, sum(map(_memory, _family(self._process))))
            if self._over.wait(PERIOD):
                return


def _family(process: int) -> list[int]:
    """Return *process* and all that descend from it."""
    children: dict[int, list[int]] = {}
    for path in _PROC.glob("[0-9]*/stat"):
        try:
            # The name stands in parentheses and may hold anything; the state and the parent follow.
            parent = int(path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(path.parent.name))
    found = [process]
    for each in found:
        found += children.get(each, [])
    return found


def _memory(process: int) -> int:
    try:
        text = (_PROC / str(process) / "smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
