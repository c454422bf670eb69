"""How a problem is said."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.problems import Problem, Subtype


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b]0;owned\x07\x1b[31mred", "\\x1b]0;owned\\x07\\x1b[31mred"),
        ("one\nWARNING: two\r", "one\\nWARNING: two\\r"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("half \ud83d", "half \\ud83d"),
        ("Zo\xeb\xa0\u2026 \u0646\u200c\u0627 \U0001f9a6", "Zo\xeb\xa0\u2026 \u0646\u200c\u0627 \U0001f9a6"),
    ],
    ids=["escapes", "lines", "C1", "direction", "surrogate", "letters"],
)
def test_what_a_terminal_obeys_is_spelled_out(written: str, shown: str) -> None:
    """Messages quote strangers; letters of any script, and the joiners between them, stay."""
    assert str(Problem(Subtype.VALUE, written, hint="mend it")) == f"{shown}; mend it"
