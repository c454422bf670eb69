"""Dates as readers of a language write them."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.dates.partial import PartialDate, parse_date


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
    ("written", "language", "expected"),
    [
        ("2016-06-15", "en", "15 Jun 2016"),
        ("2016-06-15", "de", "15.06.2016"),
        ("2016-06", "en", "Jun 2016"),
        ("2016", "en", "2016"),
    ],
)
def test_a_date_in_a_row_is_short(written: str, language: str, expected: str) -> None:
    """As the language shortens it."""
    assert date_text(date(written), language, is_short=True) == expected
