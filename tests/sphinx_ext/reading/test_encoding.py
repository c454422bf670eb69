"""The codec that reads sources whatever their bytes are."""

from __future__ import annotations

import codecs
import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.site import CONF, Site

from sphinx_eventreport.sphinx_ext.reading.encoding import (
    TOLERANT,
    find_codec,
    known_codec,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BYTES = {
    "UTF-8": ("Café – ☕".encode(), "Café – ☕"),
    "nothing": (b"", ""),
    "a byte order mark": (codecs.BOM_UTF8 + b"text", "text"),
    "Windows-1252": (b"d\xe9j\xe0 \x96 \x80", "déjà – €"),
    "Windows-1252 among UTF-8": ("é ".encode() + b"\xe9", "é é"),
    "a byte that means nothing": (b"a\x81b", "a\ufffdb"),
    "a character cut short": ("é".encode()[:1], "Ã"),
}


@pytest.fixture(autouse=True)
def _registered() -> Iterator[None]:
    """Make the codec known for the time of a test."""
    with known_codec():
        yield


@pytest.mark.parametrize(("data", "text"), BYTES.values(), ids=BYTES)
def test_any_bytes_are_text(data: bytes, text: str) -> None:
    """What is not UTF-8 is Windows-1252, and U+FFFD where that has no character."""
    assert data.decode(TOLERANT) == text


@pytest.mark.parametrize(("data", "text"), BYTES.values(), ids=BYTES)
def test_bytes_may_come_one_by_one(data: bytes, text: str) -> None:
    """A decoder that is fed in pieces, as a file is, tells the text when it has all."""
    pieces = [data[index : index + 1] for index in range(len(data))]
    assert "".join(codecs.iterdecode(pieces, TOLERANT)) == text


@pytest.mark.parametrize(("data", "text"), BYTES.values(), ids=BYTES)
def test_a_file_is_read(tmp_path: Path, data: bytes, text: str) -> None:
    """``open`` takes the codec by its name."""
    path = tmp_path / "file"
    path.write_bytes(data)
    assert path.read_text(encoding=TOLERANT) == text


def test_a_stream_is_read_by_lines() -> None:
    """A reader that asks for some bytes at a time cuts no character in two."""
    text = "a" + "é" * 500 + "\nb"
    assert list(codecs.getreader(TOLERANT)(io.BytesIO(text.encode()))) == [text[:-1], "b"]


def test_only_its_own_name_is_found() -> None:
    """Python asks for every name it does not know."""
    assert find_codec("utf-7-something") is None


CONF_NOTES = """
import codecs

def note(app, env, docnames):
    app.noted = env.settings["input_encoding"]

def choose(app):
    app.env.settings["input_encoding"] = {chosen!r}

def setup(app):
    app.connect("builder-inited", choose)
    app.connect("env-before-read-docs", note)
"""


@pytest.mark.parametrize(
    ("chosen", "read_with"), [("utf-8-sig", TOLERANT), ("UTF-8-SIG", TOLERANT), ("latin-1", "latin-1")]
)
def test_sources_are_read_with_the_codec(site: Site, chosen: str, read_with: str) -> None:
    """Unless the site chose another encoding; afterwards the one it chose is back."""
    site.write({"index.md": "# Index\n", "conf.py": CONF + CONF_NOTES.replace("{chosen!r}", repr(chosen))})
    app = site.build("dummy").app
    assert (app.noted, app.env.settings["input_encoding"]) == (read_with, chosen)  # type: ignore[attr-defined]


def test_a_build_leaves_no_codec(tmp_path: Path) -> None:
    """One that has read a file with it, and in a process of its own."""
    site = Site(tmp_path).write({"index.md": b"# Gar\xe7on\n"})
    code = f"""if True:
        import codecs
        from sphinx.cmd.build import main
        main(["-q", {str(site.source)!r}, {str(tmp_path / "out")!r}])
        codecs.lookup({TOLERANT!r})
    """
    ended = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert f"LookupError: unknown encoding: {TOLERANT}" in ended.stderr
