from __future__ import annotations

import pytest

from sphinx_eventreport.core.dates.partial import PartialDate, parse_date
from sphinx_eventreport.sphinx_ext.inline.dates import (
    country_name,
    language_name,
    range_text,
    time_node,
    weekday_text,
    zone_text,
)


def date(text: str) -> PartialDate:
    """Return the date that *text* is."""
    found = parse_date(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2016-06-17", "2016-06-18", "17–18 June 2016"),
        ("2016-05-31", "2016-06-01", "31 May – 1 June 2016"),
        ("2016-12-30", "2017-01-02", "30 December 2016 – 2 January 2017"),
        ("2016-05-31", "2016-05-31", "31 May 2016"),
        ("2016-05-31 09:00", "2016-05-31 18:00", "31 May 2016"),
        ("2016-05", "2016-06", "May 2016 – June 2016"),
        ("2016", None, "2016"),
    ],
)
def test_a_range_has_two_dates_where_they_differ(start: str, end: str | None, expected: str) -> None:
    """Times of one day make no range of days."""
    assert range_text(date(start), date(end) if end else None, "en") == expected


@pytest.mark.parametrize(
    ("start", "end", "language", "expected"),
    [
        ("2025-06-17", "2025-06-18", "de", "17.–18. Juni 2025"),
        ("2025-06-30", "2025-07-02", "pl", "30 czerwca – 2 lipca 2025"),
        ("2025-06-17", "2025-06-18", "ja", "2025年6月17日\N{FULLWIDTH TILDE}18日"),
        ("2025", "2025-06-18", "fr", "2025 – 18 juin 2025"),
        ("2025-06-18", "2025-06-17", "en", "18 June 2025 – 17 June 2025"),
    ],
)
def test_a_range_is_as_short_as_the_language_has_it(
    start: str, end: str, language: str, expected: str
) -> None:
    """What both days have in common is said once; nothing is shortened the wrong way round."""
    assert range_text(date(start), date(end), language) == expected


@pytest.mark.parametrize(
    ("written", "zone", "expected"),
    [
        ("2025-06-17 09:30", "Europe/Paris", "Europe/Paris"),
        ("2025-06-17 09:30+05:30", None, "UTC+05:30"),
        ("2025-06-17 09:30-03:30", None, "UTC-03:30"),
        ("2025-06-17 09:30Z", None, "UTC"),
        ("2025-06-17 09:30", None, ""),
    ],
)
def test_a_zone_has_a_name_or_its_distance(written: str, zone: str | None, expected: str) -> None:
    """Nobody has to guess whose morning it is."""
    moment = parse_date(written, timezone=zone)
    assert moment is not None
    assert zone_text(moment) == expected


@pytest.mark.parametrize(
    ("language", "is_short", "expected"),
    [
        ("en", False, "Tuesday 17 June"),
        ("en", True, "Tue 17 June"),
        ("fr", True, "mar. 17 juin"),
        ("de", True, "Di., 17. Juni"),
        ("de", False, "Dienstag, 17. Juni"),
    ],
)
def test_a_day_of_the_week(language: str, *, is_short: bool, expected: str) -> None:
    """The year is that of the event, and is said there."""
    assert weekday_text(date("2025-06-17"), language, is_short=is_short) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Wednesday 31 December 2025"),
        ("de", "Mittwoch, 31. Dezember 2025"),
    ],
)
def test_a_day_of_the_week_with_its_year(language: str, expected: str) -> None:
    """For an event that goes on into the next one."""
    assert weekday_text(date("2025-12-31"), language, has_year=True) == expected


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


@pytest.mark.parametrize(
    ("country", "language", "expected"),
    [("IE", "en", "Ireland"), ("DE", "fr", "Allemagne"), ("Scotland", "en", "Scotland"), ("XX", "en", "XX")],
)
def test_a_country_is_called_by_its_name(country: str, language: str, expected: str) -> None:
    """In the language of the site, where what is written is the code of one."""
    assert country_name(country, language) == expected
