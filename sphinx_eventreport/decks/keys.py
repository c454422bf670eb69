"""Names of what is stored: digests of a PDF, of what was asked for, and of what reads and draws."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.decks.model import PictureOptions

FORMAT = 2
"""Raise it when a PDF is read or drawn differently than before: then nothing stored earlier is used."""

_LONGEST_STEM = 48
"""Characters of the name of a PDF that are used in names of its pictures; digest and number add 30."""


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A PDF."""

    path: Path
    """Where it is on this machine."""
    digest: str
    """The SHA-256 of its bytes, in hexadecimal digits."""
    password: str | None = None
    """The password that opens it; ``None`` if it needs none."""

    @property
    def stem(self) -> str:
        """A slug of the file's name, for names of pictures."""
        # A file name has at most 255 bytes, and a letter up to four of them.
        return slug_or(self.path.stem, "deck")[:_LONGEST_STEM].strip("-")


def deck_file(path: Path, password: str | None = None) -> DeckFile | Problem:
    """Return the PDF at *path*, or a problem if there is no file that can be read."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        message = f"The PDF `{path.name}` cannot be read: {error.strerror}"
        return Problem(Subtype.MISSING_FILE, message, hint="check its path and permissions", may_pass=True)
    return DeckFile(path, digest, password)


def text_key(deck: DeckFile, numbers: Sequence[int] | None) -> str:
    """Return the key of the text of the pages *numbers* (``None`` for all). It depends on the password."""
    pages = None if numbers is None else sorted(set(numbers))
    return _key(deck.digest, {"pages": pages, "password": deck.password})


def picture_key(deck: DeckFile, options: PictureOptions) -> str:
    """Return the key of the pictures of *deck*.

    The beginning of it is published, as a part of file names, so the password has no influence on it.
    """
    return _key(deck.digest, asdict(options))


def _key(digest: str, asked: dict[str, object]) -> str:
    parts = json.dumps([FORMAT, digest, asked, _renderer()], sort_keys=True)
    return hashlib.sha256(parts.encode()).hexdigest()


@cache
def _renderer() -> list[str]:
    return [version("pypdfium2"), _pdfium(), version("pillow")]


def _pdfium() -> str:
    """Return which PDFium there is; it may be another one than comes with pypdfium2."""
    # pypdfium2 reads the same file, and loads PDFium before it says so.
    raw = find_spec("pypdfium2_raw")
    file = Path(raw.origin).with_name("version.json") if raw and raw.origin else None
    if file is not None and file.is_file():
        return file.read_text(encoding="utf-8")
    from pypdfium2.version import PDFIUM_INFO  # noqa: PLC0415

    return str(PDFIUM_INFO)
