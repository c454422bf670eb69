"""Bytes of a source file -> its text."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.files.text import decode


@pytest.mark.parametrize("head", [b"", b"\xe9"], ids=["UTF-8", "Windows-1252"])
def test_a_lone_carriage_return_ends_a_line(head: bytes) -> None:
    """One before a line feed is a part of the same line end."""
    assert decode(head + b"a\rb\r\nc\r\rd\n\r")[0][len(head) :] == "a\nb\r\nc\n\nd\n\n"
