"""What a browser is told of a listing."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.listings.data import last_days, order_of, tags_of

ROWS: list[dict[str, Any]] = [
    {"title": "moths", "start": parse_date("2020-09"), "tags": ("night", "Wings")},
    {"title": "Ants", "start": None},
    {
        "title": "bees",
        "start": parse_date("2019-06-01T10:00"),
        "end": parse_date("2019-06-02"),
        "tags": ("Wings",),
    },
]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("title", {"field": "title", "up": [1, 2, 0], "absent": 0, "descends": False}),
        ("start", {"field": "start", "up": [2, 0, 1], "absent": 1, "descends": True}),
        ("city", {"field": "city", "up": [0, 1, 2], "absent": 3, "descends": False}),
    ],
)
def test_an_order_is_the_places_of_the_rows(field: str, expected: object) -> None:
    """Words ascend, dates usually descend, and what lacks the field is at the end."""
    assert order_of(ROWS, field, lambda row: row.get(field)) == expected


def test_equal_rows_keep_places_of_their_own() -> None:
    """Two rows may say the same."""
    rows = [{"title": "b"}, {"title": "a"}, {"title": "a"}]
    assert order_of(rows, "title", lambda row: row["title"])["up"] == [1, 2, 0]


def test_tags_come_by_how_many_rows_have_them() -> None:
    """Each row has the numbers of its tags, each once."""
    tags = [*(row.get("tags", ()) for row in ROWS), ("flies", "flies")]
    assert tags_of(tags) == (["Wings", "flies", "night"], [[2, 0], [], [0], [1]])


def test_a_last_day_is_without_its_time() -> None:
    """And as exact as it was written."""
    dates = [parse_date("2020-09"), None, parse_date("2021-01-01T10:00+02:00")]
    assert last_days(dates) == ["2020-09", "", "2021-01-01"]
