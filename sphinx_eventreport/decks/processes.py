"""Worker processes that can be killed, have a memory limit, and do not import the caller's main module."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.util import Finalize
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING

from pebble import ProcessPool

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.decks.model import Limits

_CALLS_OF_A_PROCESS = 100
"""Calls after which a process is replaced, to free what a library leaks.

So many take half a minute with 8 pages each; starting a process takes 0.2 s.
"""
_MEGABYTE = 2**20
_MAIN = Lock()


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the main module from multiprocessing, which would run it again in a new process."""
    with _MAIN:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


class _Process(SpawnProcess):
    """A process that starts without the main module of this one.

    multiprocessing runs the main module again in each spawned process, for what may be pickled from it.
    For a script that builds documentation without ``if __name__ == "__main__"`` this is another build.
    """

    def start(self) -> None:
        """Start the process."""
        with _without_main():
            super().start()


class _Context(SpawnContext):
    """How processes are made here.

    "fork" is unsafe in a process that has threads, such as the pool's, and a child begins with all memory
    of the build. "forkserver" saves 0.1 s at the second start, but its server is one for the whole
    program: in a process that Sphinx forked after a server was started, it fails.
    """

    Process = _Process


def start_pool(size: int, limits: Limits) -> ProcessPool:
    """Return a pool of *size* processes; they start with the first call.

    Closed with :func:`stop_pool`; where that is forgotten, at the end of this process.
    """
    pool = ProcessPool(
        size,
        max_tasks=_CALLS_OF_A_PROCESS,
        initializer=prepare,
        initargs=(limits.megabytes,),
        context=_Context(),
    )
    # A process that Sphinx forked runs no atexit handlers, and at its end waits for its children for ever.
    Finalize(pool, stop_pool, (pool,), exitpriority=10)
    return pool


def stop_pool(pool: ProcessPool) -> None:
    """Kill the processes of *pool*, also those that are at work."""
    pool.stop()
    pool.join()


def prepare(megabytes: int) -> None:
    """Prepare this process for calls: it can be killed at once, and has a memory limit.

    Python handles SIGTERM between two instructions of its own, which may be long after a call of a
    library has begun, so the default action of the system is taken instead.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    limit_memory(megabytes)


def limit_memory(megabytes: int) -> None:
    """Limit the private memory of this process to *megabytes* (RLIMIT_DATA).

    This counts the heap and private mappings that can be written to, about 15 MB for Python and the
    libraries. RLIMIT_AS would count files mapped into memory and address space that is only reserved.
    Linux enforces it. macOS knows it and does not count most of the memory; Windows has no such thing:
    there only time is limited. A limit that the system has already set and that is lower stays.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Not everywhere.

        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        known = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
        resource.setrlimit(resource.RLIMIT_DATA, (min([megabytes * _MEGABYTE, *known]), hard))
