"""The title of a page whose front matter says none."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.reports.page_body import title_of_name


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
