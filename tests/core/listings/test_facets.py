"""By what readers can narrow a listing down."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.listings.facets import FACET_NAMES, FACETS_FROM, facets_of

KEYS = {name: (lambda row, name=name: row.get(name)) for name in ("start", "series", "speakers", "decks")}


def facets(*rows: dict[str, Any], names: tuple[str, ...] = FACET_NAMES) -> list[dict[str, Any]]:
    """Return the facets of *rows*, after which others come that have nothing."""
    return facets_of([*rows, *({} for _ in range(FACETS_FROM - len(rows)))], names, KEYS)


@pytest.mark.parametrize(
    ("rows", "values", "of"),
    [
        ([{"series": "moss"}, {"series": "Alder"}], ["Alder", "moss"], [[1], [0]]),
        ([{"speakers": ("Ida", "Bo", "Ida")}], ["Bo", "Ida"], [[1, 0]]),
        ([{"start": parse_date("2019-05")}, {"start": parse_date("2021")}], ["2021", "2019"], [[1], [0]]),
    ],
    ids=["words", "several", "years, from the last"],
)
def test_a_choice_has_the_values_and_where_each_row_has_its_own(
    rows: list[dict[str, Any]], values: list[str], of: list[list[int]]
) -> None:
    """A row without any has none."""
    [found] = facets(*rows)
    assert (found["values"], found["of"]) == (values, [*of, *([] for _ in range(FACETS_FROM - len(of)))])


def test_a_box_has_the_places_of_the_rows_that_it_keeps() -> None:
    """A number above none."""
    assert facets({"decks": 2}, {"decks": 0}, {"decks": 1}) == [{"name": "slides", "has": [0, 2]}]


@pytest.mark.parametrize("row", [{"series": "moss"}, {"decks": 0}], ids=str)
def test_what_parts_no_rows_is_no_facet(row: dict[str, Any]) -> None:
    """One value, or a box that keeps nothing."""
    assert facets(row) == []


def test_a_box_that_keeps_all_rows_is_no_facet() -> None:
    """There is nothing to leave out."""
    assert facets_of([{"decks": 1}] * FACETS_FROM, FACET_NAMES, KEYS) == []


def test_facets_are_those_that_were_asked_for() -> None:
    """In their own order."""
    rows = ({"series": "a", "decks": 1}, {"series": "b"})
    assert [facet["name"] for facet in facets(*rows, names=("slides", "series"))] == ["series", "slides"]
    assert [facet["name"] for facet in facets(*rows, names=("slides",))] == ["slides"]


def test_a_few_rows_need_no_facets() -> None:
    """They are in sight at once."""
    assert facets_of([{"series": "a"}, {"series": "b"}], FACET_NAMES, KEYS) == []
