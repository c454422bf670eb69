"""The codec that reads sources whatever their bytes are."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING

import pytest
from support.site import Built, Site

from sphinx_eventreport.sphinx_ext.reading.encoding import (
    TOLERANT,
    find_codec,
    read_tolerantly,
    register_codec,
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
    register_codec()
    yield
    codecs.unregister(find_codec)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a site that was built once."""
    return Site(tmp_path_factory.mktemp("site")).write({"index.md": "# Index\n"}).build("dummy")


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


def test_what_sphinx_reads_with_by_default_is_replaced(built: Built) -> None:
    """A site that says nothing about encodings gets the tolerant one."""
    built.app.env.settings["input_encoding"] = "utf-8-sig"
    read_tolerantly(built.app, built.app.env, [])
    assert built.app.env.settings["input_encoding"] == TOLERANT


def test_the_encoding_that_a_site_chose_is_kept(built: Built) -> None:
    """A site in another encoding is read in it."""
    built.app.env.settings["input_encoding"] = "latin-1"
    read_tolerantly(built.app, built.app.env, [])
    assert built.app.env.settings["input_encoding"] == "latin-1"
