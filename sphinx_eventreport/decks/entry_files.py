"""The files in one entry of the store: written atomically, and verified before they are used again.

A list beside them has a line for each file that was written. A file that no longer matches its line counts
as absent: truncated by an interrupted copy, zeroed by a power failure, or replaced by somebody.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.files.output import OutputFolder

if TYPE_CHECKING:
    from pathlib import Path

LIST = "checksums"
"""The name of the list. Each line has the digest, the length, the times and the name of a file."""


class _Sum(NamedTuple):
    """The state of a file when it was written."""

    digest: str
    """The SHA-256 of its bytes, in hexadecimal digits."""
    size: int
    """Its length in bytes."""
    times: tuple[int, int]
    """When its content and its inode were last changed, in nanoseconds since 1970."""


@dataclass(frozen=True)
class EntryFiles:
    """The files in the folder *path*, which need not exist yet.

    Several processes may write at once. Each line is appended by a single call, so lines do not mix; a file
    whose line is lost is made again.
    """

    path: Path
    """The folder, which need not exist yet."""
    store: Path | None = None
    """The folder that nothing is written out of, in which the entry is; by default the entry itself."""

    def read(self, name: str) -> bytes:
        """Return the content of *name*; nothing if the file is missing or does not match its line."""
        try:
            data = (self.path / name).read_bytes()
        except OSError:
            return b""
        digest = _digest(data)
        return data if any(known.digest == digest for known in self._sums.get(name, ())) else b""

    def write(self, name: str, data: bytes) -> None:
        """Write the file *name* and its line; raise :exc:`OSError` if that is not possible."""
        number = self.write_whole(name, data)
        # Another process may have replaced the file, and adds its own line, or have removed the entry.
        with suppress(FileNotFoundError):
            stat = (self.path / name).stat()
            if stat.st_ino == number:
                with self._output.open_end(self.path / LIST) as file:
                    file.write(_line(name, _Sum(_digest(data), len(data), _times(stat))))

    def write_whole(self, name: str, data: bytes) -> int:
        """Write a file that appears under its name only when it is complete; return its inode number."""
        return self._output.write(self.path / name, data)

    def is_intact(self, name: str) -> bool:
        """Return whether the file *name* still is what was written.

        Its bytes are only read if it was touched since then, as when the store was copied: reading the
        pictures of 15,000 slides takes a second.
        """
        known = self._sums.get(name)
        if not known:
            return False
        try:
            # `Path.stat` takes twice as long, and every build asks this of every picture.
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
        """Rewrite the list if files had to be read, so that the next build need not read them again."""
        if self._verified:
            lines = [_line(name, known) for name, sums in sorted(self._sums.items()) for known in sums]
            # In a store that cannot be written, they are read each time.
            with suppress(OSError):
                self.write_whole(LIST, b"".join(lines))

    @property
    def _output(self) -> OutputFolder:
        return OutputFolder(self.store or self.path)

    @cached_property
    def _folder(self) -> str:
        return f"{self.path}{os.sep}"

    @cached_property
    def _verified(self) -> set[str]:
        return set()

    @cached_property
    def _sums(self) -> dict[str, list[_Sum]]:
        """The lines of the list by the names of files; two processes may each have added one."""
        found: dict[str, list[_Sum]] = {}
        try:
            text = (self.path / LIST).read_text("utf-8", "replace")
        except OSError:
            return found
        for line in text.splitlines():
            # A process that was killed may have left half a line, and another line may follow it directly.
            with suppress(ValueError):
                digest, size, changed, moved, name = line.split(" ", 4)
                found.setdefault(name, []).append(_Sum(digest, int(size), (int(changed), int(moved))))
        return found


def _line(name: str, known: _Sum) -> bytes:
    return f"{known.digest} {known.size} {known.times[0]} {known.times[1]} {name}\n".encode()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _times(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_mtime_ns, stat.st_ctime_ns
