"""What a browser is told of a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.listings.data import last_days, order_of, tags_of

if TYPE_CHECKING:
    from sphinx_eventreport.core.listings.query import Row

ROWS: list[Row] = [
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
    assert order_of(ROWS, field) == expected


def test_equal_rows_keep_places_of_their_own() -> None:
    """Two rows may say the same."""
    assert order_of([{"title": "b"}, {"title": "a"}, {"title": "a"}], "title")["up"] == [1, 2, 0]


def test_tags_come_by_how_many_rows_have_them() -> None:
    """Each row has the numbers of its tags, each once."""
    rows = [*ROWS, {"tags": ("flies", "flies")}]
    assert tags_of(rows) == (["Wings", "flies", "night"], [[2, 0], [], [0], [1]])


def test_the_last_day_is_the_end_or_the_start() -> None:
    """Without the time, and as exact as it was written."""
    assert last_days([*ROWS, {"start": parse_date("2021-01-01T10:00+02:00")}]) == [
        "2020-09",
        "",
        "2019-06-02",
        "2021-01-01",
    ]
