"""Options of a listing that say how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.listings.facets import FACET_NAMES
from sphinx_eventreport.core.listings.view import Grouping, View, Vocabulary, parse_number, parse_view

if TYPE_CHECKING:
    from sphinx_eventreport.core.problems import Problem

WORDS = Vocabulary(("title", "start", "city"), ("title", "start", "city", "image"), ("start", "title"))


def view(**options: str) -> View:
    """Return what is made of *options*, which have no problems."""
    found, problems = parse_view(_named(options), WORDS)
    assert problems == []
    return found


def problem(**options: str) -> str:
    """Return the message of the only problem of *options*."""
    [found] = parse_view(_named(options), WORDS)[1]
    return found.message


def _named(options: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): text for name, text in options.items()}


def test_without_options_a_listing_asks_nothing_of_a_browser() -> None:
    """A plain listing needs no script."""
    assert not view().is_interactive


@pytest.mark.parametrize(
    "option",
    [{"filter_ui": ""}, {"sort_ui": ""}, {"page_size": "9"}, {"categories": "yes"}, {"upcoming": "mark"}],
    ids=str,
)
def test_each_control_needs_the_script(option: dict[str, str]) -> None:
    """One of them is enough."""
    assert view(**option).is_interactive


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("year", Grouping("start", "year")),
        ("month", Grouping("start", "month")),
        ("start year", Grouping("start", "year")),
        ("city", Grouping("city")),
        (" start  month ", Grouping("start", "month")),
    ],
)
def test_group_by_is_a_field_and_for_dates_a_part(text: str, expected: Grouping | None) -> None:
    """A part alone is that of the start."""
    assert view(group_by=text).group_by == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("room", "A listing has no field 'room'"),
        ("start week", "A listing cannot be grouped by the 'week' of a field"),
    ],
)
def test_what_cannot_group_is_a_problem(text: str, expected: str) -> None:
    """The message names the word."""
    assert problem(group_by=text) == expected


def test_fields_keep_their_order_and_come_once() -> None:
    """What can only be shown is a field here as well."""
    assert view(fields="image, title , start,title").fields == ("image", "title", "start")


def test_an_unknown_field_costs_only_itself() -> None:
    """The others are shown."""
    found, [unknown] = parse_view({"fields": "room, title"}, WORDS)
    assert (found.fields, unknown.hint) == (("title",), "the fields are city, image, start, title")


@pytest.mark.parametrize(
    ("text", "expected"), [("", True), ("yes", True), ("true", True), ("no", False), ("false", False)]
)
def test_a_switch_is_on_when_it_is_there(text: str, expected: bool) -> None:  # noqa: FBT001
    """As in Quarto, ``false`` switches off."""
    assert (view(filter_ui=text).filter_ui, view(toctree=text).toctree) == (expected, expected)


def test_a_switch_of_another_word_is_off() -> None:
    """And the word is a problem."""
    assert problem(toctree="perhaps") == "toctree cannot be 'perhaps'"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", "yes"), ("yes", "yes"), ("true", "yes"), ("numbered", "numbered"), ("no", "")],
)
def test_categories_are_links_or_links_with_numbers(text: str, expected: str) -> None:
    """Yes, whatever the word for it, is links without numbers."""
    assert view(categories=text).categories == expected


def test_another_word_for_categories_is_a_problem() -> None:
    """The listing has none then."""
    assert problem(categories="cloud") == "categories cannot be 'cloud'"


@pytest.mark.parametrize(
    ("text", "expected"), [("", ("start", "title")), ("no", ()), ("city, title", ("city", "title"))]
)
def test_sort_ui_offers_the_usual_fields_or_those_named(text: str, expected: tuple[str, ...]) -> None:
    """Yes is what the type of the listing is usually sorted by."""
    assert view(sort_ui=text).sort_ui == expected


@pytest.mark.parametrize(("text", "expected"), [("", None), (" 12 ", 12), ("999999", 999999)])
def test_a_number_counts_from_one(text: str, expected: int | None) -> None:
    """Nothing is no limit."""
    problems: list[Problem] = []
    assert (parse_number("page-size", text, problems), problems) == (expected, [])


@pytest.mark.parametrize("text", ["0", "-1", "ten", "1.5", "²", "9" * 5000])
def test_what_is_no_number_is_a_problem(text: str) -> None:
    """However long it is."""
    problems: list[Problem] = []
    assert (parse_number("page-size", text, problems), len(problems)) == (None, 1)


@pytest.mark.parametrize(
    ("text", "facets"),
    [
        ("", FACET_NAMES),
        ("yes", FACET_NAMES),
        ("tag, year", ("year", "tag")),
        ("text", ()),
        ("no", ()),
    ],
)
def test_filter_ui_offers_all_facets_or_those_named(text: str, facets: tuple[str, ...]) -> None:
    """In their own order; "text" names the field alone."""
    found = view(filter_ui=text)
    assert (found.filter_ui, found.facets) == (text != "no", facets)


def test_an_unknown_facet_is_a_problem() -> None:
    """The known ones are named."""
    [found] = parse_view({"filter-ui": "year, perhaps"}, WORDS)[1]
    assert found.message == "filter-ui cannot be 'perhaps'"
    assert found.hint == "write one of yes, no, year, series, person, tag, language, slides, video"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("atom", ("atom",)),
        ("Atom, ics json ics", ("atom", "ics", "json")),
        ("", ("atom",)),
        ("yes", ("atom",)),
        ("no", ()),
    ],
)
def test_a_feed_has_one_format_or_several(text: str, expected: tuple[str, ...]) -> None:
    """A yes is one for readers of feeds."""
    assert view(feed=text).feed == expected


def test_a_feed_of_another_format_is_a_problem() -> None:
    """The others are written."""
    found, [wrong] = parse_view({"feed": "rss ics"}, WORDS)
    assert (found.feed, wrong.hint) == (("ics",), "write one of atom, ics, json")


@pytest.mark.parametrize(("text", "name"), [("ada-2024", "ada-2024"), ("", "")])
def test_a_feed_may_have_a_name(text: str, name: str) -> None:
    """Without one it has that of the page."""
    assert view(feed_name=text).feed_name == name


@pytest.mark.parametrize("text", ["../a", "a.b", "-a", "a b", "\N{LATIN SMALL LETTER E WITH ACUTE}"])
def test_what_is_not_the_name_of_a_file_is_a_problem(text: str) -> None:
    """It is written beside the page, under the same name on each system."""
    assert (
        problem(feed_name=text) == f"feed-name should be the name of a file without its suffix, not {text!r}"
    )
