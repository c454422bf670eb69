"""Levels of headings without gaps, whichever way the headings are written."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.posts import in_order


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# A\n\n### B", "## A\n\n### B"),
        ("A\n===\n\nB\n---", "## A\n\n\n### B\n"),
        ("A\nB\n===\n\n# C", "## A B\n\n\n\n## C"),
        ("In C #\n===", "## In C \\#\n"),
    ],
    ids=["with marks", "underlined", "underlined, on two lines", "with an end that would be a mark"],
)
def test_headings_are_below_a_title(before: str, after: str) -> None:
    """Each line keeps its number."""
    lines = before.split("\n")
    in_order(lines, above=True)
    assert "\n".join(lines) == after
