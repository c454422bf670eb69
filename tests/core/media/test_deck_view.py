from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.media.deck_view import MAX_CHOSEN, parse_pages, read_view
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.records import DEFAULT_VIEW, DeckView


def test_every_option_is_read() -> None:
    """Letter case and blanks do not count."""
    options = {
        "view": " Gallery ",
        "pages": "2, 4-5",
        "text": "none",
        "width": "60 %",
        "align": "right",
        "download": "no",
    }
    assert read_view(options) == (DeckView("gallery", (2, 4, 5), "none", "60%", "right", download=False), ())


def test_what_is_not_said_is_the_default_itself() -> None:
    """It is pickled once for all decks of a site."""
    assert read_view({"title": "A deck"})[0] is DEFAULT_VIEW


def test_what_is_not_said_is_as_in_the_default_given() -> None:
    """A site may have a default of its own."""
    default = DeckView("poster", (1,), "open", "20em", "left", download=False)
    expected = DeckView("link", (1,), "open", "20em", "left", download=False)
    assert read_view({"view": "link"}, default=default)[0] == expected


@pytest.mark.parametrize(
    ("name", "written", "hint"),
    [
        ("view", "slideshow", "write one of player, gallery, link, poster"),
        ("text", "yes", "write one of closed, open, none"),
        ("align", "middle", "write one of left, center, right"),
        ("pages", "1-", "write numbers and ranges, such as 1-10,15"),
        ("width", "wide", "write a length or percentage, such as 60% or 30em"),
        ("download", "perhaps", "write yes or no"),
    ],
)
def test_what_means_nothing_is_a_problem_that_says_what_to_write(name: str, written: str, hint: str) -> None:
    """The option counts as not there."""
    view, (problem,) = read_view({name: written}, line=7)
    assert view == DEFAULT_VIEW
    assert (problem.subtype, problem.line, problem.field, problem.hint) == (Subtype.VALUE, 7, name, hint)


@pytest.mark.parametrize(("written", "download"), [("", True), ("Yes", True), ("off", False)])
def test_download_is_a_flag(written: str, *, download: bool) -> None:
    """Without a value it says yes."""
    assert read_view({"download": written})[0].download is download


def test_no_more_slides_are_chosen_than_can_be_shown() -> None:
    """The rest is left out, with a problem."""
    view, (problem,) = read_view({"pages": "1-999999"})
    assert (len(view.pages), problem.subtype) == (MAX_CHOSEN, Subtype.LIMIT)


@pytest.mark.parametrize("written", ["1-3000", "1-1001", "1-600, 601-3000"])
def test_a_problem_does_not_guess_how_many_are_chosen(written: str) -> None:
    """Only the first of a range are counted."""
    _view, (problem,) = read_view({"pages": written})
    assert problem.message.startswith("More than 1,000 slides are chosen")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", ()),
        ("3", (3,)),
        ("1-3,2", (1, 2, 3)),
        ("7 \N{EN DASH} 8, 1", (1, 7, 8)),
        ("0", None),
        ("5-3", None),
        ("a", None),
        ("1;2", None),
    ],
)
def test_pages(text: str, numbers: tuple[int, ...] | None) -> None:
    """Numbers and ranges, from 1, each once and in rising order."""
    assert parse_pages(text) == numbers


@given(st.dictionaries(st.sampled_from("view pages text width align download".split()), st.text()))
def test_any_text_is_read(options: dict[str, str]) -> None:
    """Whatever an author writes, there is a view."""
    assert isinstance(read_view(options)[0], DeckView)
