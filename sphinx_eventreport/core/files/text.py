"""Bytes of a source file -> its text, whatever they are."""

from __future__ import annotations

import codecs
import re

from sphinx_eventreport.core.problems import Problem, Subtype

_UTF_8 = "utf-8-sig"
_HANDLER = "eventreport-windows-1252"
_LONE_RETURN = re.compile(r"\r(?!\n)")


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


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: decode the bytes that are not UTF-8 as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_HANDLER, _as_windows_1252)
