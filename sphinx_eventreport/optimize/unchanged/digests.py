"""Digests of files. A file that has not been touched since its digest was made is not read again."""

from __future__ import annotations

import os
import time
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file has another time: some file systems count in steps of 2 s."""


TICK = 20_000_000
"""The same where times have parts of a second: their clock ticks 100 times a second or more."""

_SECOND = 1_000_000_000

UNCERTAIN = "?"
"""The digest of a file that may have been changed after it was read: it equals no other one."""


class FileState(NamedTuple):
    """What a file was when it was looked at."""

    digest: str = ""
    """The digest of its bytes, "" where it is not there or cannot be read."""
    size: int = 0
    """The size in bytes."""
    modified: int = 0
    """When its content changed last, in nanoseconds."""
    changed: int = 0
    """When anything about it changed last, in nanoseconds."""
    inode: int = 0
    """The number that the file system has for it."""

    @property
    def touched(self) -> int:
        """When the file was touched last. A program can set back only the first of the two times."""
        return max(self.modified, self.changed)

    def may_be_later_than(self, time: int) -> bool:
        """Return whether the file may have been touched at *time*, in nanoseconds, or later."""
        counts_in_seconds = self.touched % _SECOND == 0
        return self.touched > time - (SETTLED if counts_in_seconds else TICK)


class FileStates:
    """States of files by their paths: each is looked at once, when it is asked for."""

    def __init__(self, known: Mapping[str, FileState]) -> None:
        """Begin with what was *known* of files; whichever is as it was then is not read."""
        self.known = known
        self.found: dict[str, FileState] = {}

    def __getitem__(self, path: str) -> FileState:
        """Return the state of the file at *path* when it was asked for first."""
        found = self.found.get(path)
        if found is None:
            found = self.found[path] = _look(path, self.known.get(path))
        return found

    def __contains__(self, path: str) -> bool:
        """Whether the file at *path* was looked at."""
        return path in self.found

    def paths(self) -> frozenset[str]:
        """Return the files that were looked at so far."""
        return frozenset(self.found)

    def to_keep(self, paths: Iterable[str]) -> dict[str, FileState]:
        """Return the states of *paths* for the next build.

        A file that was touched just now may be touched again without another time: its digest alone is kept.
        """
        latest = time.time_ns() - SETTLED
        found = {path: self[path] for path in paths}
        return {
            path: state if state.touched < latest else FileState(state.digest)
            for path, state in found.items()
        }


def _look(path: str, known: FileState | None) -> FileState:
    try:
        stat = os.stat(path)  # noqa: PTH116 -- a tenth of what `Path` takes, for each file of a site
        stamp = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
        if known and known[1:] == stamp:
            return known
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- likewise
            return FileState(sha256(file.read()).hexdigest()[:32], *stamp)
    except (OSError, ValueError):  # ValueError for a path with a null character.
        return FileState()
