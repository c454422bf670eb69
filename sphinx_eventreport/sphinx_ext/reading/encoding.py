"""Files that are not UTF-8: read all the same, with a warning that says where.

Sphinx reads sources strictly and stops the whole build at the first wrong byte. We register a
codec that reads what is not UTF-8, too, as the core does. Its name goes where Sphinx keeps the
encoding of sources, for documents of every kind.
"""

from __future__ import annotations

import codecs
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.text import decode as decode_source
from sphinx_eventreport.core.patching import SharedChange, run_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import ReadableBuffer as Buffer
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

TOLERANT = "eventreport-utf-8"
_STRICT = "utf-8-sig"


def find_codec(name: str) -> codecs.CodecInfo | None:
    """Codec search function for :data:`TOLERANT`."""
    if name.replace("_", "-") != TOLERANT:
        return None
    strict = codecs.lookup(_STRICT)

    def decode(data: Buffer, _errors: str = "strict") -> tuple[str, int]:
        octets = bytes(data)
        return decode_source(octets)[0], len(octets)

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        def _buffer_decode(self, data: Buffer, _errors: str, final: bool) -> tuple[str, int]:  # noqa: FBT001
            return decode(data) if final else ("", 0)

    class StreamReader(codecs.StreamReader):
        def decode(self, data: Buffer, errors: str = "strict") -> tuple[str, int]:
            return decode(data, errors)

        def read(self, size: int = -1, chars: int = -1, firstline: bool = False) -> str:  # noqa: FBT001, FBT002
            # All at once: a piece may end in the middle of a character.
            return super().read(-1, chars, firstline)

    return codecs.CodecInfo(
        encode=strict.encode,
        decode=decode,
        incrementalencoder=strict.incrementalencoder,
        incrementaldecoder=IncrementalDecoder,
        streamwriter=strict.streamwriter,
        streamreader=StreamReader,
        name=TOLERANT,
    )


def read_tolerantly(app: Sphinx) -> None:
    """Have sources read with our codec (``builder-inited``), unless the site chose one."""
    run_within(app.builder, "read", lambda: _reading(app.env))


@contextmanager
def _reading(env: BuildEnvironment) -> Iterator[None]:
    chosen = env.settings.get("input_encoding", _STRICT)
    if str(chosen).lower() != _STRICT:
        yield
        return
    with known_codec():
        env.settings["input_encoding"] = TOLERANT
        try:
            yield
        finally:
            env.settings["input_encoding"] = chosen


@contextmanager
def _registered() -> Iterator[None]:
    codecs.register(find_codec)
    try:
        yield
    finally:
        codecs.unregister(find_codec)


known_codec = SharedChange(_registered)
"""Makes :data:`TOLERANT` known to Python for as long as a build reads."""
