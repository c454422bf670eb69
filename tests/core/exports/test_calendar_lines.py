"""Lines of iCalendar, compared with those of the library that other programs read them with."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from icalendar import Event

from sphinx_eventreport.core.exports.calendar_lines import Component, text

TEXTS = [
    "Tides",
    "one; two, three",
    "back\\slash and \\, comma",
    "two\nlines",
    "two\r\nlines",
    "two\rlines",
    "a" * 66,
    "a" * 67,
    "a" * 300,
    "é" * 80,
    "日本語 " * 40,
    "😀" * 40,
    "a" * 65 + ";" * 90,
    "a" * 66 + "^" * 90,
]
"""Signs with a meaning, and lines about as long as one can be."""
MOMENTS = [
    dt.date(2024, 5, 17),
    dt.date(987, 5, 17),
    dt.datetime(2024, 5, 17, 9, 30, tzinfo=dt.UTC),
    dt.datetime(2024, 5, 17, 9, 30),  # noqa: DTZ001 -- of no zone, which calendars allow
    dt.datetime(2024, 5, 17, 9, 30, tzinfo=ZoneInfo("Europe/Lisbon")),
    dt.datetime(2024, 5, 17, 9, 30, tzinfo=ZoneInfo("Etc/UTC")),
]
PARAMETERS = ["PLAIN", "https://example.org/a", 'say "yes"', "a^b", "two\nlines", "half; half"]


@pytest.mark.parametrize("value", TEXTS)
def test_texts_are_escaped_and_folded(value: str) -> None:
    """The library writes the same bytes."""
    ours, theirs = Component("VEVENT"), Event()
    ours.add("SUMMARY", value)
    theirs.add("summary", value)
    assert ours.to_ical() == theirs.to_ical()


@pytest.mark.parametrize("value", MOMENTS)
def test_days_and_moments_say_their_zone(value: dt.date) -> None:
    """A day has no time, UTC a Z, another zone its name, and a moment of no zone nothing."""
    ours, theirs = Component("VEVENT"), Event()
    ours.add("DTSTART", value)
    theirs.add("dtstart", value)
    assert ours.to_ical() == theirs.to_ical()


@pytest.mark.parametrize("value", PARAMETERS)
def test_parameters_are_quoted_where_they_have_to_be(value: str) -> None:
    """Quotation marks and line breaks are written as RFC 6868 says."""
    ours, theirs = Component("VEVENT"), Event()
    ours.add("CONTACT", "Ann", {"LABEL": value})
    theirs.add("contact", "Ann", {"LABEL": value})
    assert ours.to_ical() == theirs.to_ical()


def test_properties_have_one_order() -> None:
    """What a reader looks for first comes first, and those of one name stay as they were added."""
    found = Component("VEVENT")
    for name, value in (("UID", "u"), ("CONTACT", "b"), ("CONTACT", "a"), ("SUMMARY", "s"), ("SEQUENCE", 3)):
        found.add(name, value)
    assert found.to_ical().decode().split("\r\n")[1:-2] == [
        *("SUMMARY:s", "UID:u", "SEQUENCE:3", "CONTACT:b", "CONTACT:a")
    ]


def test_addresses_are_as_they_are() -> None:
    """A comma in an address is one of its letters."""
    found = Component("VEVENT")
    found.add_uri("URL", "https://example.org/a,b;c")
    assert b"\r\nURL:https://example.org/a,b;c\r\n" in found.to_ical()


def test_tags_are_in_one_line() -> None:
    """The commas between them mean something, the commas in them do not."""
    found = Component("VEVENT")
    found.add_texts("CATEGORIES", ["maps", "wind, tide"])
    assert b"\r\nCATEGORIES:maps,wind\\, tide\r\n" in found.to_ical()


def test_a_duration_is_of_days() -> None:
    """How long a program may wait before it looks again."""
    found = Component("VCALENDAR")
    found.add("REFRESH-INTERVAL", dt.timedelta(days=1), {"VALUE": "DURATION"})
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in found.to_ical()


def test_components_are_within_components() -> None:
    """So is what was written before."""
    found = Component("VCALENDAR", parts=[Component("VEVENT"), "BEGIN:X\r\nEND:X"])
    lines = found.to_ical().decode().split("\r\n")
    assert lines == [
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:X", "END:X", "END:VCALENDAR", "")
    ]


def test_a_command_of_tex_is_no_line_break() -> None:
    """What a text says is not escaped already."""
    assert text(r"\Nabla") == r"\\Nabla"
