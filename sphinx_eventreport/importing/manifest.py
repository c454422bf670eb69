"""The files that were written, by their hashes: so that a later run knows what was edited since."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.importing.model import State

if TYPE_CHECKING:
    from pathlib import Path

NAME = ".eventreport-import.json"
"""The file name, in the destination."""
_VERSION = 1


class Manifest:
    """The files that were written below a folder: path, with ``/``, to SHA-256."""

    def __init__(self, folder: Path) -> None:
        """Read what *folder* has. Raises :exc:`OSError`, and :exc:`ValueError` for a damaged file."""
        self._folder = OutputFolder(folder)
        self._path = self._folder.place(NAME)
        self._hashes: dict[str, str] = {}
        if self._path.is_file():
            data = json.loads(self._path.read_text(encoding="utf-8"))
            files = data.get("files") if isinstance(data, dict) else None
            if not isinstance(files, dict):
                message = "it has no table of files"
                raise ValueError(message)
            self._hashes = {str(name): str(digest) for name, digest in files.items()}

    def state(self, name: str, target: Path, digest: str) -> State:
        """Return what is to become of *target*, called *name* here, where a file of *digest* would be."""
        if not target.exists():
            return State.WRITTEN
        there = file_digest(target) if target.is_file() else ""
        if there == digest:
            return State.UNCHANGED
        return State.WRITTEN if self._hashes.get(name) == there else State.EDITED

    def note(self, name: str, digest: str) -> None:
        """Note that *name* is now a file of *digest*."""
        self._hashes[name] = digest

    def save(self) -> None:
        """Write it, if it says anything new."""
        data = {"version": _VERSION, "files": dict(sorted(self._hashes.items()))}
        text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
        if self._hashes and not (self._path.is_file() and self._path.read_text(encoding="utf-8") == text):
            self._folder.write(NAME, text.encode())


def file_digest(path: Path) -> str:
    """Return the digest of the file *path*, however large it is. Raises :exc:`OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def text_digest(data: bytes) -> str:
    """Return the digest of a file with the content *data*."""
    return hashlib.sha256(data).hexdigest()
