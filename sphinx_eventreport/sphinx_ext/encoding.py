"""Files that are not UTF-8: read all the same, with a warning that says where.

Sphinx reads sources strictly and stops the whole build at the first wrong byte. We register a
codec that reads UTF-8, and each byte that is not as Windows-1252, which is what such bytes nearly
always are. Its name goes where Sphinx keeps the encoding of sources, for documents of every kind.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

TOLERANT = "eventreport-utf-8"
_STRICT = "utf-8-sig"


def read_strangers_as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: decode the bytes that are not UTF-8 as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    strange = error.object[error.start : error.end]
    return strange.decode("cp1252", errors="replace"), error.end


def find_codec(name: str) -> codecs.CodecInfo | None:
    """Codec search function for :data:`TOLERANT`."""
    if name.replace("_", "-") != TOLERANT:
        return None
    strict = codecs.lookup(_STRICT)

    def decode(data: bytes, _errors: str = "strict") -> tuple[str, int]:
        return codecs.decode(data, _STRICT, TOLERANT), len(data)

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        def _buffer_decode(self, data: bytes, _errors: str, final: bool) -> tuple[str, int]:  # noqa: FBT001
            return decode(data) if final else ("", 0)

    class StreamReader(codecs.StreamReader):
        def decode(self, data: bytes, errors: str = "strict") -> tuple[str, int]:
            return decode(data, errors)

    return codecs.CodecInfo(
        encode=strict.encode,
        decode=decode,
        incrementalencoder=strict.incrementalencoder,
        incrementaldecoder=IncrementalDecoder,
        streamwriter=strict.streamwriter,
        streamreader=StreamReader,
        name=TOLERANT,
    )


def register_codec() -> None:
    """Make :data:`TOLERANT` known to Python."""
    codecs.register_error(TOLERANT, read_strangers_as_windows_1252)
    codecs.register(find_codec)


def read_tolerantly(_app: Sphinx, env: BuildEnvironment, _docnames: list[str]) -> None:
    """Let Sphinx read sources with our codec (``env-before-read-docs``), unless the site chose one."""
    if str(env.settings.get("input_encoding", _STRICT)).lower() == _STRICT:
        env.settings["input_encoding"] = TOLERANT


def encoding_problem(data: bytes) -> Problem | None:
    """Return what is wrong with the bytes of a source, with the line of the first wrong byte."""
    try:
        data.decode(_STRICT)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(
            Subtype.ENCODING,
            f"The file is not UTF-8: byte 0x{data[error.start]:02X} was read as Windows-1252",
            line=line,
            hint="save the file as UTF-8",
        )
    return None
