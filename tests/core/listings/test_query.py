from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.listings.query import Fields, Query, parse_conditions, parse_sort, select
from sphinx_eventreport.core.problems import Subtype

if TYPE_CHECKING:
    from collections.abc import Callable

FIELDS = ("label", "series", "start", "tags", "city", "talks")


def read(name: str) -> Callable[[dict[str, Any]], Any]:
    """Return the function that reads the field *name* of a row."""
    return lambda row: row.get(name)


READ: Fields[dict[str, Any]] = {name: read(name) for name in FIELDS}
ROWS: list[dict[str, Any]] = [
    {
        "label": "a",
        "series": "aws-summit",
        "start": parse_date("2015-05-01"),
        "tags": ("iot", "cloud"),
        "talks": 9,
    },
    {
        "label": "b",
        "series": "aws-day",
        "start": parse_date("2016-03"),
        "tags": ("web",),
        "city": "Paris",
        "talks": 10,
    },
    {"label": "c", "series": "dotjs", "start": parse_date("2016"), "tags": (), "city": "Lyon"},
    {"label": "d", "series": None, "start": None, "tags": ("cloud",)},
]


def labels(include: str = "", exclude: str = "", sort: str = "", max_items: int | None = None) -> str:
    """Return the labels of the rows that a listing shows, in its order."""
    query = Query(
        "event",
        include=parse_conditions(include, FIELDS)[0],
        exclude=parse_conditions(exclude, FIELDS)[0],
        sort=parse_sort(sort, FIELDS)[0],
        max_items=max_items,
    )
    return "".join(row["label"] for row in select(ROWS, query, READ))


def test_a_condition_takes_the_spellings_of_a_vocabulary() -> None:
    """Whatever front matter takes for a word means it in a listing, too."""
    words = {"series": {"canceled": "cancelled", "moved_online": "moved_online"}}
    [condition], problems = parse_conditions("series=Canceled|Moved online|x", FIELDS, words)
    assert (condition.values, problems) == (("cancelled", "moved_online", "x"), [])


@pytest.mark.parametrize(
    ("include", "expected"),
    [
        ("series=aws-*", "ab"),
        ("series=AWS-*", "ab"),
        ("tags=cloud", "ad"),
        ("tags=web|iot", "ab"),
        ("tags!=cloud", "bc"),
        ("start>=2016", "bc"),
        ("start<2016", "a"),
        ("start=2016", "bc"),
        ("start<=2015-05-01", "a"),
        ("start>2015", "bc"),
        ("start=20*", "abc"),
        ("city>=M", "b"),
        ("series=aws-*, start>=2016", "b"),
        ('series="dotjs"', "c"),
        ("city!=Paris", "acd"),
        ("talks>=10", "b"),
        ("talks=9", "a"),
        ("talks<many", ""),
    ],
)
def test_include_keeps_the_rows_that_meet_every_condition(include: str, expected: str) -> None:
    """Each condition is one comparison; several are a conjunction."""
    assert labels(include=include) == expected


def test_exclude_drops_the_rows_that_meet_every_condition() -> None:
    """Conditions of exclude are a conjunction, too."""
    assert labels(exclude="series=aws-*, start>=2016") == "acd"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("start", "acbd"),
        ("start desc", "bcad"),
        ("city, label desc", "cbda"),
        ("series desc", "cabd"),
        ("tags", "dabc"),
        ("talks desc", "bacd"),
    ],
)
def test_sort_orders_by_each_key_and_puts_rows_without_it_last(sort: str, expected: str) -> None:
    """The first key counts most; descending order leaves what has no value at the end."""
    assert labels(sort=sort) == expected


def test_max_items_cuts_after_sorting() -> None:
    """The limit takes the first rows of the order asked for."""
    assert labels(sort="label desc", max_items=2) == "dc"


@pytest.mark.parametrize(
    ("include", "values"),
    [
        ('city="Paris, France"', [("Paris, France",)]),
        ("city='Paris, France' | \"Lyon, France\", talks=9", [("Paris, France", "Lyon, France"), ("9",)]),
        ('tags="a|b"|c', [("a|b", "c")]),
        ("tags=a||b", [("a", "", "b")]),
        ("city=Val d'Or, label=l'été", [("Val d'Or",), ("l'été",)]),
        ('city="Paris, talks=9', [("Paris",), ("9",)]),
        ('city= "Paris" , talks=9', [("Paris",), ("9",)]),
        ("city=", [("",)]),
    ],
)
def test_a_value_in_quotation_marks_is_one(include: str, values: list[tuple[str, ...]]) -> None:
    """Its commas and bars part nothing; a mark that is not closed, or an apostrophe, is a character."""
    conditions, problems = parse_conditions(include, FIELDS)
    assert ([condition.values for condition in conditions], problems) == (values, [])


@pytest.mark.parametrize("text", ["serie=x", "start", "=x", "start ~ 3"])
def test_a_condition_that_is_none_is_a_problem_and_filters_nothing(text: str) -> None:
    """An unknown field or operator is said, and the listing shows everything."""
    conditions, problems = parse_conditions(text, FIELDS)
    assert (conditions, [problem.subtype for problem in problems]) == ((), [Subtype.LISTING])


@pytest.mark.parametrize("text", ["nothing", "start upwards"])
def test_a_sort_key_that_is_none_is_a_problem(text: str) -> None:
    """An unknown field or direction is said, and does not sort."""
    keys, problems = parse_sort(text, FIELDS)
    assert (keys, [problem.subtype for problem in problems]) == ((), [Subtype.LISTING])


@given(st.text(), st.text())
def test_any_text_is_a_filter_or_a_problem(include: str, sort: str) -> None:
    """No text makes reading or selecting fail."""
    labels(include=include, sort=sort)


@pytest.mark.parametrize(
    ("include", "year"),
    [
        ("start=2016", 2016),
        ("series=a, start=2016", 2016),
        ("start=2016-05", None),
        ("start>=2016", None),
        ("start=2016|2017", None),
        ("start=soon", None),
        ("date=2016", None),
        ("", None),
    ],
)
def test_a_query_knows_the_year_it_is_about(include: str, year: int | None) -> None:
    """If there is but one."""
    conditions, _problems = parse_conditions(include, ("start", "series", "date"))
    assert Query("event", include=conditions).year == year


def test_a_very_long_comparison_is_left_out() -> None:
    """A pattern of brackets costs the square of its length, so the whole of it is a problem."""
    conditions, problems = parse_conditions(f"city={'[' * 100_000}, label=a", FIELDS)
    assert [condition.field for condition in conditions] == ["label"]
    assert [problem.subtype for problem in problems] == [Subtype.LIMIT]
