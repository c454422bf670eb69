from __future__ import annotations

import pytest

from sphinx_eventreport.core.dates.partial import PartialDate, parse_date
from sphinx_eventreport.sphinx_ext.inline.dates import date_text, language_name, range_text, time_node


def date(text: str) -> PartialDate:
    """Return the date that *text* is."""
    found = parse_date(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "language", "expected"),
    [
        ("2016-06-15", "en", "15 June 2016"),
        ("2016-06-15", "en_US", "15 June 2016"),
        ("2016-06-15", "en-GB", "15 June 2016"),
        ("2016-06-15", "fr", "15 juin 2016"),
        ("2016-06-15", "de", "15. Juni 2016"),
        ("2016-06", "en", "June 2016"),
        ("2016-06", "fr", "juin 2016"),
        ("2016", "de", "2016"),
        ("2016-06-15 19:30", "en", "15 June 2016"),
        ("2016-06-15", "xx", "15 June 2016"),
        ("2016-06-15", "not a language", "15 June 2016"),
    ],
)
def test_a_date_is_written_as_precise_as_it_is(written: str, language: str, expected: str) -> None:
    """In the order of the language; in English, where the language is none."""
    assert date_text(date(written), language) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2016-05-31", "2016-06-01", "31 May 2016 – 1 June 2016"),
        ("2016-05-31", "2016-05-31", "31 May 2016"),
        ("2016-05-31 09:00", "2016-05-31 18:00", "31 May 2016"),
        ("2016-05", "2016-06", "May 2016 – June 2016"),
        ("2016", None, "2016"),
    ],
)
def test_a_range_has_two_dates_where_they_differ(start: str, end: str | None, expected: str) -> None:
    """Times of one day make no range of days."""
    assert range_text(date(start), date(end) if end else None, "en") == expected


def test_a_date_says_itself_to_machines() -> None:
    """The attribute is ISO 8601, with the offset that a time has."""
    assert time_node(date("2016-05-31T09:00+02:00"), "May")["datetime"] == "2016-05-31T09:00+02:00"


def test_a_date_says_its_text_to_people() -> None:
    """The text is the one that was given."""
    assert time_node(date("2016-05-31"), "the last of May").astext() == "the last of May"


@pytest.mark.parametrize(
    ("tag", "language", "expected"),
    [
        ("fr", "en", "French"),
        ("fr", "fr", "français"),
        ("pt-BR", "en", "Portuguese (Brazil)"),
        ("fr", "xx", "French"),
        ("zz", "en", "zz"),
        ("!!", "en", "!!"),
    ],
)
def test_a_language_is_called_by_its_name(tag: str, language: str, expected: str) -> None:
    """In the language of the site; a tag without a name stands for itself."""
    assert language_name(tag, language) == expected
