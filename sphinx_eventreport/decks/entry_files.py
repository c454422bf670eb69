"""The files of one entry of the store: written whole, and known by their digests when they are read again.

Beside them stands a list of what was written, a line for each file. A file that is not as it was written
counts as absent: cut by a copy that was broken off, zeroed by a loss of power, exchanged by somebody.
"""

from __future__ import annotations

import errno
import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from secrets import token_hex
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

LIST = "checksums"
"""The name of the list. A line has digest, length, times of writing, and name of a file."""

TEMPORARY = ".tmp"
"""How names of files end that are not complete."""


class _Sum(NamedTuple):
    """What a file was when it was written."""

    digest: str
    """The SHA-256 of its bytes, in hexadecimal digits."""
    size: int
    """Its length in bytes."""
    times: tuple[int, int]
    """When it and its entry in the file system were last changed, in nanoseconds since 1970."""


@dataclass(frozen=True)
class EntryFiles:
    """The files in the folder *path*, which need not be there.

    Several processes may write at once. Their lines do not mix, as each is written by one call; one that is
    lost costs the drawing of its file.
    """

    path: Path

    def read(self, name: str) -> bytes:
        """Return the file *name*; nothing if it is not there, or not as it was written."""
        try:
            data = (self.path / name).read_bytes()
        except OSError:
            return b""
        digest = _digest(data)
        return data if any(known.digest == digest for known in self._sums.get(name, ())) else b""

    def write(self, name: str, data: bytes) -> None:
        """Write the file *name*, and its line; :exc:`OSError` if that cannot be."""
        number = self.write_whole(name, data)
        # Another process may have written the same file in the meantime, and then has a line for it, or have
        # removed the entry.
        with suppress(FileNotFoundError):
            stat = (self.path / name).stat()
            if stat.st_ino == number:
                _append(self.path / LIST, _line(name, _Sum(_digest(data), len(data), _times(stat))))

    def write_whole(self, name: str, data: bytes) -> int:
        """Write a file that nobody can see before it is complete; return its number in the file system."""
        self.path.mkdir(parents=True, exist_ok=True)
        # Not of `tempfile`, whose files only their owner can read: they end up on a web server.
        temporary = self.path / f"{token_hex(8)}{TEMPORARY}"
        try:
            temporary.write_bytes(data)
            number = temporary.stat().st_ino
            temporary.replace(self.path / name)
        finally:
            temporary.unlink(missing_ok=True)
        return number

    def is_intact(self, name: str) -> bool:
        """Return whether the file *name* is as it was written.

        Its bytes are read only if it was touched since then, as when a store was copied: to read the pictures
        of 15,000 slides takes a second.
        """
        known = self._sums.get(name)
        if not known:
            return False
        try:
            # Not by `Path`, which takes twice as long; this is asked of every picture in each build.
            stat = os.stat(f"{self._folder}{name}")  # noqa: PTH116
            size, times = stat.st_size, _times(stat)
            if any(one.size == size and one.times == times for one in known):
                return True
            if all(one.size != size for one in known):
                return False
            digest = _digest((self.path / name).read_bytes())
        except OSError:
            return False
        if all(one.digest != digest for one in known):
            return False
        self._sums[name] = [_Sum(digest, size, times)]
        self._verified.add(name)
        return True

    def remember(self) -> None:
        """Write the list anew if files had to be read, so that they need not be read each time."""
        if self._verified:
            lines = [_line(name, known) for name, sums in sorted(self._sums.items()) for known in sums]
            # A store that is only there to be read is read.
            with suppress(OSError):
                self.write_whole(LIST, b"".join(lines))

    @cached_property
    def _folder(self) -> str:
        return f"{self.path}{os.sep}"

    @cached_property
    def _verified(self) -> set[str]:
        return set()

    @cached_property
    def _sums(self) -> dict[str, list[_Sum]]:
        """What was written, by the name of the file; of two processes, each has a line."""
        found: dict[str, list[_Sum]] = {}
        try:
            text = (self.path / LIST).read_text("utf-8", "replace")
        except OSError:
            return found
        for line in text.splitlines():
            # Of a process that was killed, half a line may be there, and the next one after it.
            with suppress(ValueError):
                digest, size, changed, moved, name = line.split(" ", 4)
                found.setdefault(name, []).append(_Sum(digest, int(size), (int(changed), int(moved))))
        return found


def _line(name: str, known: _Sum) -> bytes:
    return f"{known.digest} {known.size} {known.times[0]} {known.times[1]} {name}\n".encode()


def _append(path: Path, line: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        if os.write(file, line) < len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    finally:
        os.close(file)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _times(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_mtime_ns, stat.st_ctime_ns
