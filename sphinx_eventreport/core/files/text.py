"""Bytes of a source file -> its text, whatever they are."""

from __future__ import annotations

import codecs
import errno
import os
import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 16 * 2**20
"""Bytes of the largest file that is read as text.

The largest schedules of conferences have 5 MB. What has more is no text, whatever its name says, and reading
it may take all memory.
"""
_UTF_8 = "utf-8-sig"
_HANDLER = "eventreport-windows-1252"
_LONE_RETURN = lazy_regex(r"\r(?!\n)")


def read_bytes(path: Path) -> bytes:
    """Return what is in the file *path*, one of text.

    Raises :exc:`OSError` for a file that cannot be read, and for one that is larger than :data:`LARGEST`.
    """
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size <= LARGEST:
            return file.read()
    message = f"it has more than {LARGEST // 2**20} MB, and is not read as text"
    raise OSError(errno.EFBIG, message, str(path))


def decode(data: bytes) -> tuple[str, Problem | None]:
    """Return the text of *data*, and what is wrong if it is not UTF-8.

    A byte that is not UTF-8 is read as Windows-1252, which is what such bytes nearly always are,
    and as U+FFFD if it has no meaning there, either. A BOM at the start is not part of the text. A lone
    carriage return ends a line, as everywhere in Markdown and for a build.
    """
    try:
        return _LONE_RETURN.sub("\n", data.decode(_UTF_8)), None
    except UnicodeDecodeError as error:
        byte, start = error.object[error.start], error.start
    body = data.removeprefix(codecs.BOM_UTF8)
    # The error counts from behind a BOM.
    problem = Problem(
        Subtype.ENCODING,
        f"The file is not UTF-8: byte 0x{byte:02X} was read as Windows-1252",
        line=body.count(b"\n", 0, start) + 1,
        hint="save the file as UTF-8",
    )
    return _LONE_RETURN.sub("\n", body.decode(errors=_HANDLER)), problem


def line_with(text: str, written: str) -> int | None:
    """Return the first line of *text* on which the name *written* stands; ``None`` if it is on none.

    A line on which it is the end or the middle of a longer name counts only where there is no other.
    """
    alone = re.search(rf"(?<![\w./-]){re.escape(written)}(?![\w/-])", text)
    place = alone.start() if alone else text.find(written)
    return text.count("\n", 0, place) + 1 if place >= 0 else None


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: decode the bytes that are not UTF-8 as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_HANDLER, _as_windows_1252)
