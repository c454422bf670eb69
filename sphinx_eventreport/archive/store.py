"""The lock file and the copies on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_eventreport.archive.download import file_hash
from sphinx_eventreport.core.files.archive_lock import FOLDER, LOCK_NAME, lock_text, read_lock
from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.core.files.text import decode, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.core.files.archive_lock import ArchivedDeck
    from sphinx_eventreport.core.problems import Problem


@dataclass(slots=True)
class Store:
    """The archive of one source folder."""

    folder: Path
    """The source folder."""
    entries: dict[str, ArchivedDeck] = field(default_factory=dict)
    """The entries of its lock file by URL."""

    @property
    def lock(self) -> Path:
        """The lock file."""
        return self.folder / LOCK_NAME

    def has_copy(self, entry: ArchivedDeck) -> bool:
        """Return whether the copy of *entry* is there as it came."""
        path = self.folder / entry.path
        try:
            return path.stat().st_size == entry.size and file_hash(path) == entry.sha256
        except OSError:
            return False

    def keep(self, entry: ArchivedDeck) -> None:
        """Write *entry* into the lock file; its copy must be there. A copy that nobody names any more goes.

        The file is replaced as a whole: whenever the program ends, it is the old one or the new one.
        """
        before = self.entries.get(entry.url)
        self.entries[entry.url] = entry
        OutputFolder(self.folder).write(LOCK_NAME, lock_text(self.entries.values()).encode(), durable=True)
        if before and before.path not in {other.path for other in self.entries.values()}:
            OutputFolder(self.folder).remove(before.path)


def open_store(source: Path) -> tuple[Store, tuple[Problem, ...]]:
    """Return the archive of the folder *source*, and what is wrong with its lock file.

    Raises :exc:`OSError` if there is a lock file that cannot be read, or if the archive is not in *source*.
    """
    folder = source / FOLDER
    # The folder may be a link, and a link may lead anywhere.
    lock = OutputFolder(source).place(f"{FOLDER}/{LOCK_NAME}")
    if not lock.is_file():
        return Store(folder), ()
    entries, problems = read_lock(decode(read_bytes(lock))[0])
    return Store(folder, dict(entries)), problems
