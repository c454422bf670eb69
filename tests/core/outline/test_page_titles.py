"""Titles of pages that have none of their own."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.outline.page_titles import is_contents, title_of_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dashboard-ux-breakout", "Dashboard UX breakout"),
        ("cg-05", "CG 05"),
        ("2024-notes", "2024 notes"),
        ("a", "A"),
        ("", ""),
    ],
)
def test_a_file_name_makes_a_title(name: str, expected: str) -> None:
    """Its words, with abbreviations as such."""
    assert title_of_name(name) == expected


@pytest.mark.parametrize(("heading", "expected"), [("Table  of Contents", True), ("Agenda", False)])
def test_contents_are_the_title_of_nothing(heading: str, expected: bool) -> None:  # noqa: FBT001
    """Of no page."""
    assert is_contents(heading) is expected
