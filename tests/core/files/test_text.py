"""Bytes of a source file -> its text."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.files.text import LARGEST, decode, line_with, read_bytes

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("head", [b"", b"\xe9"], ids=["UTF-8", "Windows-1252"])
def test_a_lone_carriage_return_ends_a_line(head: bytes) -> None:
    """One before a line feed is a part of the same line end."""
    assert decode(head + b"a\rb\r\nc\r\rd\n\r")[0][len(head) :] == "a\nb\r\nc\n\nd\n\n"


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    """Up to its last byte."""
    path = tmp_path / "talks.md"
    with path.open("wb") as file:
        file.truncate(LARGEST)
    assert len(read_bytes(path)) == LARGEST


def test_a_larger_file_is_not_read(tmp_path: Path) -> None:
    """It would take all memory, and is no text."""
    path = tmp_path / "film.md"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(OSError, match="more than 16 MB") as caught:
        read_bytes(path)
    assert (caught.value.errno, caught.value.filename) == (errno.EFBIG, str(path))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n![](top.png)\ntop.png", 2),
        ("laptop.png\nimg/top.png\n![](top.png)", 3),
        ("top.pngs\ntop.png/x\ntop.png.", 3),
        ("{{ base }}/xtop.png", 1),
        ("none", None),
    ],
)
def test_the_line_of_a_name_is_found(text: str, line: int | None) -> None:
    """Not that of a longer one which ends as it does, if there is another."""
    assert line_with(text, "top.png") == line
