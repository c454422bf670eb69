"""One build, measured from outside: CPU, memory, time and what it wrote."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, fields
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sites import Site

# ru_maxrss counts kibibytes on Linux and bytes on macOS.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Build:
    """What one build took.

    ``cpu`` and ``wall`` are seconds, ``cpu`` of the process and its children, user and system
    together; ``memory`` is the largest resident set of any one of them and ``environment`` the size
    of ``environment.pickle``, both in bytes; ``written`` counts the files of the output that are new
    or have changed their time or size.
    """

    cpu: float
    wall: float
    memory: float
    environment: float
    written: float


def build(site: Site, jobs: int = 1) -> Build:
    """Build *site* once, in a process of its own; a build that fails ends the benchmark."""
    before = files(site.output)
    started = time.perf_counter()
    process = subprocess.Popen(site.command(jobs), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        sys.exit(f"{site.variant.name}: the build of {site.source} failed")
    return Build(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=wall,
        memory=usage.ru_maxrss * RSS_UNIT,
        environment=(site.doctrees / "environment.pickle").stat().st_size,
        written=len(files(site.output).items() - before.items()),
    )


def medians(builds: Sequence[Build]) -> Build:
    """Return the median of each number."""
    return Build(*(median(getattr(item, field.name) for item in builds) for field in fields(Build)))


def files(directory: Path) -> dict[Path, tuple[int, int]]:
    """Return time and size of each file below *directory*."""
    stats = ((path, path.stat()) for path in directory.rglob("*") if path.is_file())
    return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in stats}
