"""Directives with a fence of colons where MyST reads none."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.posts.colon_fences import unread_fence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moss.\n\n:::{tip}\nFern.\n:::\n", 3),
        ("> :::: {card} Moss\n> ::::\n", 1),
        ("```{note}\n:::{tip}\n:::\n```\n", 2),
        ("```\n:::{tip}\n```\n", None),
        ("Write `:::{tip}`.\n", None),
        (":::tip\n:::\n", None),
    ],
)
def test_what_stays_text_has_its_line(text: str, expected: int | None) -> None:
    """The first of them; none in code."""
    problem = unread_fence(text)
    assert (problem and problem.line) == expected
