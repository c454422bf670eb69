"""Lines of iCalendar: what is escaped, how a line is folded, and in which order they are."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from sphinx_eventreport.core.exports.calendar_lines import Component, text

LONG = ["a" * 66, "a" * 67, "a" * 300, "é" * 80, "日本語 " * 40, "😀" * 40, "a" * 65 + ";" * 90]
"""Texts about as long as a line can be, and longer."""


def lines(found: Component) -> list[str]:
    """Return the lines of a component, without the first and the last."""
    return found.to_ical().decode().split("\r\n")[1:-2]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Tides", "Tides"),
        ("one; two, three", "one\\; two\\, three"),
        ("back\\slash and \\, comma", "back\\\\slash and \\\\\\, comma"),
        ("two\nlines", "two\\nlines"),
        ("two\r\nlines", "two\\nlines"),
        ("two\rlines", "two\\nlines"),
        ("\\Nabla", "\\\\Nabla"),
    ],
)
def test_texts_are_escaped(value: str, written: str) -> None:
    """As RFC 5545 says (3.3.11); what looks like an escape is none."""
    found = Component("VEVENT")
    found.add("SUMMARY", value)
    assert lines(found) == [f"SUMMARY:{written}"]


@pytest.mark.parametrize("value", LONG)
def test_lines_are_folded(value: str) -> None:
    """None has more than 75 octets, none ends within an escape, and all together are what was written."""
    found = Component("VEVENT")
    found.add("SUMMARY", value)
    pieces = lines(found)
    assert max(len(piece.encode()) for piece in pieces) <= 75
    assert not any(piece.endswith("\\") for piece in pieces)
    assert "".join(pieces[:1] + [piece.removeprefix(" ") for piece in pieces[1:]]) == f"SUMMARY:{text(value)}"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (dt.date(2024, 5, 17), ";VALUE=DATE:20240517"),
        (dt.date(987, 5, 17), ";VALUE=DATE:09870517"),
        (dt.datetime(2024, 5, 17, 9, 30, tzinfo=dt.UTC), ":20240517T093000Z"),
        (dt.datetime(2024, 5, 17, 9, 30), ":20240517T093000"),  # noqa: DTZ001 -- calendars allow it
        (
            dt.datetime(2024, 5, 17, 9, 30, tzinfo=ZoneInfo("Europe/Lisbon")),
            ";TZID=Europe/Lisbon:20240517T093000",
        ),
        (dt.datetime(2024, 5, 17, 9, 30, tzinfo=ZoneInfo("UTC")), ":20240517T093000Z"),
    ],
)
def test_days_and_moments_say_their_zone(moment: dt.date, written: str) -> None:
    """A day has no time, UTC a Z, another zone its name, and a moment of no zone nothing."""
    found = Component("VEVENT")
    found.add("DTSTART", moment)
    assert lines(found) == [f"DTSTART{written}"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("PLAIN", "PLAIN"),
        ("https://example.org/a", '"https://example.org/a"'),
        ('say "yes"', "say ^'yes^'"),
        ("a^b", "a^^b"),
        ("two\nlines", "two^nlines"),
        ("half; half", '"half; half"'),
    ],
)
def test_parameters_are_quoted_where_they_have_to_be(value: str, written: str) -> None:
    """Quotation marks and line breaks are written as RFC 6868 says."""
    found = Component("VEVENT")
    found.add("CONTACT", "Ann", {"LABEL": value})
    assert lines(found) == [f"CONTACT;LABEL={written}:Ann"]


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
