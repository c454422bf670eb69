"""The one way in which files are written: into a folder, and never out of it.

Names of files often come from what others wrote: a post, a schedule, a lock file. So whatever writes a
file takes an :class:`OutputFolder`, and hands it the name.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import PurePath
    from typing import BinaryIO

TEMPORARY = ".tmp"
"""The suffix of files that are not complete yet."""
_IN_PATH = frozenset("/\\:\0")
"""What is in paths, and in no name of a file."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""The flag by which a symbolic link is not opened; Windows has none."""


class OutsideFolderError(PermissionError):
    """A file would have been written out of the folder it belongs to; ``filename`` is where."""


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """A folder to write into. Names are those of files below it, or their whole paths.

    Every method raises :exc:`OutsideFolderError` for a name that leads out of the folder, by ``..`` or by a
    folder that is a symbolic link, and :exc:`OSError` for what else goes wrong. A link in the place of
    the file itself is replaced, never followed. The folder, and those on the way to a file, need not exist.
    """

    path: Path
    """The folder."""

    @classmethod
    @contextmanager
    def temporary(cls, name: str) -> Iterator[OutputFolder]:
        """Make a folder for what lasts as long as the context, called *name* and some letters."""
        with TemporaryDirectory(prefix=f"{name}-") as path:
            yield cls(Path(path))

    def folder(self, name: str) -> OutputFolder:
        """Return the folder *name* in this one: the way to it is looked at once, and not for each file."""
        return OutputFolder(self.place(f"{name}/file").parent)

    def place(self, name: str | PurePath) -> Path:
        """Return where the file *name* is, or would be."""
        if _is_bare(name):
            return self.path / name
        try:
            inside = os.path.relpath(self.path / name, self.path)
        except ValueError:
            # Windows: another drive.
            inside = os.curdir
        place = self.path / inside
        if inside == os.curdir or "\0" in inside or not _is_below(place, self.path):
            message = f"it leads out of {self.path}, and is not written"
            raise OutsideFolderError(errno.EACCES, message, str(self.path / name))
        return place

    def write(self, name: str | PurePath, data: bytes, *, durable: bool = False) -> int:
        """Write the file *name*, which is the old one or the new one whenever the program ends.

        With *durable* it is on the disk afterwards, as far as the system can tell. Returns its inode number,
        by which one can tell whether another process has replaced it since.
        """
        return self._replace(name, lambda file: file.write(data), durable=durable)

    def copy(self, source: Path, name: str | PurePath) -> None:
        """Write what the file *source* has into the file *name*, as :meth:`write` does, whatever its size."""
        with source.open("rb") as content:
            self._replace(name, lambda file: shutil.copyfileobj(content, file))

    def create(self, name: str | PurePath, data: bytes) -> Path:
        """Write the file *name*, and return where; raise :exc:`FileExistsError` if there is one."""
        place = self._prepared(name)
        with place.open("xb") as file:
            file.write(data)
        return place

    def open_end(self, name: str | PurePath) -> BinaryIO:
        """Open the file *name* to write behind what is there."""
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0) | _NO_LINK
        return os.fdopen(os.open(self._prepared(name), flags, 0o666), "ab")

    def move(self, name: str | PurePath, goal: str | PurePath) -> None:
        """Give the file *name* the name *goal*, in place of what has it."""
        self.place(name).replace(self._prepared(goal))

    def remove(self, name: str | PurePath) -> None:
        """Remove the file *name*, if there is one."""
        self.place(name).unlink(missing_ok=True)

    def remove_folders(self, name: str | PurePath) -> None:
        """Remove the folders on the way to the file *name*, as far as nothing is in them."""
        folder = self.place(name).parent
        while folder != self.path and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

    def _replace(
        self, name: str | PurePath, fill: Callable[[BinaryIO], object], *, durable: bool = False
    ) -> int:
        """Put a file that *fill* writes in the place of *name*; return its inode number."""
        place = self._prepared(name)
        # Files made by `tempfile` can be read by their owner only, and some of these end up on a web server.
        temporary = place.with_name(f"{token_hex(8)}{TEMPORARY}")
        try:
            with temporary.open("xb") as file:
                fill(file)
                if durable:
                    file.flush()
                    os.fsync(file.fileno())
            number = temporary.stat().st_ino
            temporary.replace(place)
        except BaseException as error:
            temporary.unlink(missing_ok=True)
            if isinstance(error, OSError):
                # The name that people know.
                error.filename = str(place)
            raise
        return number

    def _prepared(self, name: str | PurePath) -> Path:
        """Return the place of *name*, in a folder that exists."""
        place = self.place(name)
        if not place.parent.is_dir():
            place.parent.mkdir(parents=True, exist_ok=True)
        return place


def _is_bare(name: str | PurePath) -> bool:
    """Return whether *name* is that of a file, with no way to it that could lead elsewhere on any system."""
    return isinstance(name, str) and name not in {"", ".", ".."} and not _IN_PATH.intersection(name)


def _is_below(path: Path, folder: Path) -> bool:
    """Return whether *path* is in *folder* by its name, and its folder is where links lead."""
    by_name = Path(os.path.abspath(path)).is_relative_to(os.path.abspath(folder))  # noqa: PTH100 -- keeps links
    return by_name and Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(folder))
