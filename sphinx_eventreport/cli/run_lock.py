"""One run at a time in a folder: a file that says who has it, since when, and how to take it away."""

from __future__ import annotations

import getpass
import os
import platform
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.output import OutputFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SHOWN = 200
"""Characters of what a lock says that a message repeats; a lock of ours has fewer than a hundred."""


class LockedError(Exception):
    """Another run has the folder; the message says who, since when, and how to break the lock."""


@contextmanager
def run_lock(folder: Path, command: str) -> Iterator[None]:
    """Have *folder* for one run of *command*; raise :exc:`LockedError` if another has it.

    As with the lock of git's index, the file that says so is made by a call that fails if there is one. It is
    removed however the run ends, unless it is killed. Raises :exc:`OSError` if it cannot be written.
    """
    output, name = OutputFolder(folder), f".eventreport-{command}.lock"
    was_there = folder.is_dir()
    try:
        lock = output.create(name, f"{_who()}, since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n".encode())
    except FileExistsError:
        raise LockedError(_complaint(output.place(name), command)) from None
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
        if not was_there:
            # A run that wrote nothing leaves nothing. A folder with files in it stays.
            with suppress(OSError):
                folder.rmdir()


def _complaint(lock: Path, command: str) -> str:
    try:
        said = " ".join(lock.read_text(encoding="utf-8", errors="replace").split())[:_SHOWN]
    except OSError:
        said = ""
    return (
        f"Another run of {command} is at work here: {said or 'it does not say whose'}. Wait for it to end; "
        f"if it was killed, delete {lock}"
    )


def _who() -> str:
    """Return "process 123 of ines on tide"."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A container may run as a number that no user has.
        user = "an unknown user"
    return f"process {os.getpid()} of {user} on {platform.node() or 'this machine'}"
