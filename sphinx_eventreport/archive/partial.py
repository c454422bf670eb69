"""A download that is under way: its bytes beside the copy-to-be, and of which version of the file they are.

The version is written before the first byte, and taken away last, so bytes without it are never
continued, whenever the program ends.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_eventreport.core.files.archive_lock import is_kept_header
from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.core.identifiers import file_slug

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import BinaryIO
_LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True)
class Part:
    """An unfinished download; its version is in a file beside it."""

    folder: OutputFolder
    """Where both files are."""
    name: str
    """The name of the download."""

    @property
    def path(self) -> Path:
        """Where the bytes are."""
        return self.folder.path / self.name

    @property
    def size(self) -> int:
        """How many bytes have come, if they can be continued; else 0."""
        return self.path.stat().st_size if self.path.is_file() and self.version else 0

    @property
    def version(self) -> str:
        """The validator of the file the bytes are of (RFC 9110, If-Range), "" if none is known."""
        try:
            content = json.loads((self.folder.path / self._version_name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ""
        version = content.get("version") if isinstance(content, dict) else None
        return version if isinstance(version, str) and is_kept_header(version) else ""

    def begin(self, version: str) -> None:
        """Forget what came before, and note the version of what comes."""
        self.remove()
        if version:
            self.folder.write(self._version_name, json.dumps({"version": version}).encode())

    def open_end(self) -> BinaryIO:
        """Open it to write behind what has come."""
        return self.folder.open_end(self.name)

    def remove(self) -> None:
        """Forget all of it."""
        self.folder.remove(self.name)
        self.folder.remove(self._version_name)

    def move_to(self, name: str) -> None:
        """Make it the file *name*."""
        self.folder.move(self.name, name)
        self.folder.remove(self._version_name)

    @property
    def _version_name(self) -> str:
        return f"{self.name}.json"


def part_of(url: str, folder: Path) -> Part:
    """Return the unfinished download of *url* in *folder*, begun or not."""
    key = hashlib.sha256(url.encode(errors="replace")).hexdigest()
    return Part(OutputFolder(folder), f"{_slug(url)}-{key[:10]}.pdf.part")


def copy_name(url: str, sha256: str) -> str:
    """Return the name of a copy: a slug of the URL's file name, and the first digits of its hash.

    A changed deck gets another name, so the old copy is whole until the lock file names the new one.
    """
    return f"{_slug(url)}-{sha256[:10]}.pdf"


def _slug(url: str) -> str:
    name = unquote(url.partition("?")[0].rpartition("/")[2])
    return file_slug(name[: name.lower().rfind(".pdf")][:_LONGEST_SLUG], "deck")


def version_of(headers: Mapping[str, str]) -> str:
    """Return the validator by which a download can be continued: a strong ETag, else Last-Modified."""
    etag = headers.get("ETag", "")
    version = etag if etag.startswith('"') else headers.get("Last-Modified", "")
    return version if is_kept_header(version) else ""
