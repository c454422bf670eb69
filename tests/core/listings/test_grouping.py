"""Rows of a listing in groups."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.listings.grouping import grouped
from sphinx_eventreport.core.listings.view import Grouping

ROWS: list[dict[str, Any]] = [
    {"label": "a", "start": parse_date("2016-05-31"), "city": "Paris", "tags": ("iot", "cloud"), "talks": 2},
    {"label": "b", "start": None, "tags": (), "city": ""},
    {"label": "c", "start": parse_date("2015-12-07T09:00"), "city": "Paris", "tags": ("cloud",), "talks": 0},
    {"label": "d", "start": parse_date("2016-05"), "city": "Nancy", "tags": ("iot",), "talks": 2},
]


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        (Grouping("start", "year"), "2016:ad 2015:c None:b"),
        (Grouping("start", "month"), "2016-05:ad 2015-12:c None:b"),
        (Grouping("start"), "2016-05-31:a 2015-12-07:c 2016-05:d None:b"),
        (Grouping("city"), "Paris:ac Nancy:d None:b"),
        (Grouping("tags"), "iot:ad cloud:c None:b"),
        (Grouping("talks"), "2:ad 0:c None:b"),
    ],
)
def test_a_group_stands_where_its_first_row_stood(grouping: Grouping, expected: str) -> None:
    """What lacks the field comes last; of several values the first counts."""
    groups = [
        (getattr(group.key, "isoformat", lambda key=group.key: key)(), group)
        for group in grouped(ROWS, lambda row: row.get(grouping.field), grouping.part)
    ]
    assert (
        " ".join(f"{key}:{''.join(row['label'] for row in group.rows)}" for key, group in groups) == expected
    )
