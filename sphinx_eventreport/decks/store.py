"""Where texts and pictures of decks are kept between builds."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.output import TEMPORARY
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.decks.encoding import (
    decode_content,
    decode_failure,
    encode_content,
    encode_failure,
)
from sphinx_eventreport.decks.entry_files import EntryFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import timedelta
    from pathlib import Path

    from sphinx_eventreport.decks.model import DeckContent, Failure, Limits, Picture, PictureFormat

_TEXT = "text.json"
_FAILURE = "failure.json"
_GROUP = lazy_regex("[0-9a-f]{2}")
_ENTRY = lazy_regex("[0-9a-f]{64}")
_HOUR = 3_600
_DAY = 24 * _HOUR


@dataclass(frozen=True, slots=True)
class PictureNames:
    """The names of the pictures of a deck, which no other deck of a site has.

    Sphinx copies the pictures of all pages into one folder.
    """

    key: str
    """The key of the entry in which they are kept; see :func:`.picture_key`."""
    stem: str
    """A slug of the name of the PDF."""
    format: PictureFormat
    """The format of the pictures, and the suffix of their names."""
    thumbnails: bool
    """Whether each picture has a small one beside it."""

    def name(self, number: int, *, thumbnail: bool = False) -> str:
        """Return the name of the picture of page *number*, or of its thumbnail."""
        small = "-thumbnail" if thumbnail else ""
        return f"{self.stem}-{self.key[:12]}-{number:04d}{small}.{self.format}"

    def of_page(self, number: int) -> tuple[str, ...]:
        """Return the names of all that is drawn for page *number*."""
        small = (self.name(number, thumbnail=True),) if self.thumbnails else ()
        return (self.name(number), *small)


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of entries, each named by a key that says all it depends on (see :mod:`.keys`).

    Several processes may use it at once. A file is there in whole or not at all, whenever a process is
    killed; one that is damaged counts as absent. A folder that cannot be written serves what it has.
    """

    folder: Path
    """Where it is; it need not be there yet."""
    clock: Callable[[], float] = time.time
    """Returns seconds since 1970."""
    begun: float = 0.0
    """When the build began, by the clock: what took too long in an earlier one is tried again."""

    def read_content(self, key: str) -> DeckContent | None:
        """Return the text kept under *key*, ``None`` if there is none."""
        return decode_content(self._files(key).read(_TEXT))

    def write_content(self, key: str, content: DeckContent) -> Problem | None:
        """Keep a text under *key*."""
        return self._write(key, _TEXT, encode_content(content))

    def read_failure(self, key: str, limits: Limits) -> Problem | None:
        """Return why *key* failed; ``None`` if that is unknown, or if another try may end otherwise.

        It may if it failed under limits, and *limits* are larger, or that was in an earlier build.
        """
        failure = decode_failure(self._files(key).read(_FAILURE))
        if failure is None or (failure.limits is not None and limits.exceed(failure.limits)):
            return None
        is_old = self._written(self._entry(key) / _FAILURE) < self.begun
        return None if failure.limits is not None and is_old else failure.problem

    def write_failure(self, key: str, failure: Failure) -> Problem | None:
        """Remember why *key* failed."""
        return self._write(key, _FAILURE, encode_failure(failure))

    def picture(self, names: PictureNames, number: int, *, thumbnail: bool = False) -> Path:
        """Return where the picture of page *number* is, or would be."""
        return self._entry(names.key) / names.name(number, thumbnail=thumbnail)

    def missing(self, names: PictureNames, numbers: Iterable[int]) -> tuple[int, ...]:
        """Return those of the pages *numbers* that have no picture, or a damaged one, each once."""
        files = self._files(names.key)
        missing = tuple(
            number
            for number in dict.fromkeys(numbers)
            if not files.is_intact(_absent(number)) and not all(map(files.is_intact, names.of_page(number)))
        )
        files.remember()
        return missing

    def write_picture(self, names: PictureNames, picture: Picture) -> Problem | None:
        """Keep the picture of a page, and its thumbnail if it has one."""
        if picture.thumbnail is not None:
            name = names.name(picture.number, thumbnail=True)
            problem = self._write(names.key, name, picture.thumbnail)
            if problem is not None:
                return problem
        return self._write(names.key, names.name(picture.number), picture.data)

    def write_absent(self, key: str, number: int) -> Problem | None:
        """Remember that there is no picture of page *number*: the deck has no such page, or a damaged one."""
        return self._write(key, _absent(number), b"-")

    def prepare(self, key: str) -> Problem | None:
        """Return a problem if nothing can be kept under *key*."""
        problem = self._attempt(lambda: self._files(key).write_whole(TEMPORARY, b"-"))
        with suppress(OSError):
            (self._entry(key) / TEMPORARY).unlink()
        return problem

    def touch(self, key: str) -> None:
        """Note that *key* is used, once a day."""
        entry = self._entry(key)
        if self._age(entry) > _DAY:
            now = self.clock()
            # The folder may be read-only.
            with suppress(OSError):
                os.utime(entry, (now, now))

    def prune(self, keep: Collection[str], older_than: timedelta | None = None) -> int:
        """Remove entries other than *keep* that were not used for *older_than*; return how many.

        What killed processes left in the others is removed as well. Without *older_than*, how lately an
        entry was used is no matter.
        """
        removed = 0
        for entry in list(self._entries()):
            if entry.name in keep or (older_than and self._age(entry) < older_than.total_seconds()):
                self._sweep(entry)
            else:
                shutil.rmtree(entry, ignore_errors=True)
                removed += 1
        return removed

    def _sweep(self, entry: Path) -> None:
        """Remove temporary files that processes left when they were killed."""
        for file in entry.glob(f"*{TEMPORARY}"):
            if self._age(file) > _HOUR:
                with suppress(OSError):
                    file.unlink()

    def _age(self, path: Path) -> float:
        """Return how many seconds ago *path* was written or touched; 0 if another process removed it."""
        now = self.clock()
        return now - (self._written(path) or now)

    def _written(self, path: Path) -> float:
        """Return when *path* was written or touched, by the clock; 0 if another process removed it."""
        try:
            return path.stat().st_mtime
        except OSError:
            return 0.0

    def _entries(self) -> Iterator[Path]:
        """Yield the folders of entries; anything else in the store is not ours."""
        for group in _folders(self.folder):
            if _GROUP.fullmatch(group.name):
                yield from (entry for entry in _folders(group) if _ENTRY.fullmatch(entry.name))

    def _entry(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _files(self, key: str) -> EntryFiles:
        return EntryFiles(self._entry(key), self.folder)

    def _write(self, key: str, name: str, data: bytes) -> Problem | None:
        return self._attempt(lambda: self._files(key).write(name, data))

    def _attempt(self, write: Callable[[], object]) -> Problem | None:
        try:
            write()
        except OSError as error:
            message = f"Slides cannot be kept in `{self.folder}`: {error.strerror}"
            hint = "set `eventreport_deck_store` to a folder with room that can be written"
            return Problem(Subtype.DECK, message, hint=hint, may_pass=True)
        return None


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())
    except OSError:
        return []


def _absent(number: int) -> str:
    return f"{number:04d}.absent"
