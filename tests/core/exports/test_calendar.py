"""Entries as a calendar, read back by the library that programs of others use."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from sphinx_eventreport.core.dates.partial import PartialDate, parse_date
from sphinx_eventreport.core.exports.calendar import calendar_feed, calendar_of
from sphinx_eventreport.core.exports.entry import Author, Enclosure, Entry
from sphinx_eventreport.core.exports.feed import Feed

BASE = "https://example.org/"
EVENT = Entry("event", "tides", "Tides", "https://example.org/tides.html", start=PartialDate(2024, 5, 17))


def date(text: str, zone: str | None = None) -> PartialDate:
    """Return the date in *text*."""
    found = parse_date(text, timezone=zone)
    assert found is not None
    return found


def components(*entries: Entry) -> list[Any]:
    """Return what a calendar of *entries* has, besides zones."""
    content = calendar_of(entries, BASE).content
    return [each for each in Calendar.from_ical(content).subcomponents if each.name != "VTIMEZONE"]


def component(entry: Entry) -> Any:  # noqa: ANN401 -- each property has a type of its own
    """Return what *entry* is in a calendar."""
    (found,) = components(entry)
    return found


def test_the_last_day_is_said_by_the_one_after() -> None:
    """DTEND is exclusive (RFC 5545, 3.6.1)."""
    found = component(replace(EVENT, end=PartialDate(2024, 5, 19)))
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (dt.date(2024, 5, 17), dt.date(2024, 5, 20))


@pytest.mark.parametrize(
    ("start", "end", "minutes", "begins", "ends"),
    [
        ("2024-05-17 09:30", "2024-05-17 11:00", 0, "20240517T093000", "20240517T110000"),
        ("2024-05-17 09:30", None, 45, "20240517T093000", "20240517T101500"),
        ("2024-05-17 09:30", None, 0, "20240517T093000", None),
        ("2024-05-17 09:30", "2024-05-18", 0, "20240517T093000", "20240519T000000"),
        ("2024-05-17T09:30+02:00", "2024-05-17T11:00+02:00", 0, "20240517T073000Z", "20240517T090000Z"),
        ("2024-05-17", "2024-05-18 16:00", 0, "20240517", "20240519"),
        ("2024-05-17", "2024-05", 0, "20240517", None),
        ("2024-05-17", "2024-05-16", 0, "20240517", None),
        ("2024-05-17 09:30", "2024-05-17T11:00Z", 0, "20240517T093000", None),
        ("9999-12-31", "9999-12-31", 0, "99991231", None),
    ],
)
def test_days_and_times(start: str, end: str | None, minutes: int, begins: str, ends: str | None) -> None:
    """A time of no zone floats, one with a distance is in UTC, and an end that cannot be is left out."""
    found = component(replace(EVENT, start=date(start), end=date(end) if end else None, minutes=minutes))
    assert (found["dtstart"].to_ical().decode(), found["dtend"].to_ical().decode() if ends else None) == (
        begins,
        ends,
    )
    assert ("dtend" in found) == (ends is not None)


def test_a_zone_has_its_rules_for_the_years_that_occur() -> None:
    """No program has to know it."""
    early = replace(EVENT, start=date("2019-03-30 09:30", "Europe/Lisbon"))
    late = replace(EVENT, identity="b", start=date("2021-05-17 09:30", "Europe/Lisbon"))
    content = calendar_of([early, late], BASE).content
    zone: Any
    (zone,) = [each for each in Calendar.from_ical(content).subcomponents if each.name == "VTIMEZONE"]
    assert zone["tzid"] == "Europe/Lisbon"
    assert [b"%d03" % year in zone.to_ical() for year in (2018, 2019, 2021, 2023)] == [
        False,
        True,
        True,
        False,
    ]
    assert components(early)[0].decoded("dtstart") == dt.datetime(
        2019, 3, 30, 9, 30, tzinfo=ZoneInfo("Europe/Lisbon")
    )


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("scheduled", "CONFIRMED"),
        ("moved_online", "CONFIRMED"),
        ("cancelled", "CANCELLED"),
        ("postponed", "TENTATIVE"),
    ],
)
def test_what_does_not_take_place_says_so(status: str, word: str) -> None:
    """In the words of RFC 5545, 3.8.1.11."""
    assert component(replace(EVENT, status=status))["status"] == word  # type: ignore[arg-type]


def test_an_event_says_where_it_is_and_whose_it_is() -> None:
    """Without an address of e-mail nobody can be its ORGANIZER."""
    entry = replace(
        EVENT,
        place="Old Harbour; Porto, PT",
        online_url="https://join.example.org/sea",
        authors=(Author("Ada", "https://ada.example.org/"), Author("Bo")),
        tags=("sea, deep",),
        summary="Why?\nTwice.",
        enclosures=(Enclosure("Moon", "https://example.org/m.pdf", "application/pdf"),),
    )
    found = component(entry)
    assert [str(found[name]) for name in ("location", "conference", "description", "attach", "url")] == [
        "Old Harbour; Porto, PT",
        "https://join.example.org/sea",
        "Why?\nTwice.",
        "https://example.org/m.pdf",
        "https://example.org/tides.html",
    ]
    assert [str(name) for name in found["contact"]] == ["Ada", "Bo"]
    assert b"CATEGORIES:sea\\, deep\r\n" in calendar_of([entry], BASE).content
    assert "organizer" not in found


def test_a_change_has_a_larger_number() -> None:
    """Programs take an event anew where SEQUENCE has grown."""
    published = replace(EVENT, published=PartialDate(2024, 4, 1))
    numbers = [
        component(replace(published, updated=date(day)))["sequence"] for day in ("2024-04-02", "2024-05-30")
    ]
    assert numbers == [1, 59]


def test_the_stamp_is_the_day_of_the_change() -> None:
    """It is asked of no clock, so a file that says the same is the same."""
    stamps = [
        component(entry).decoded("dtstamp").date()
        for entry in (EVENT, replace(EVENT, published=PartialDate(2024, 4, 1)))
    ]
    assert stamps == [dt.date(2024, 5, 17), dt.date(2024, 4, 1)]


def test_a_talk_with_a_time_belongs_to_its_event() -> None:
    """One without has no place in a calendar of its own."""
    talk = replace(EVENT, type="talk", identity="tides/moon", part_of="tides")
    timed = replace(talk, start=date("2024-05-17 10:00", "Europe/Lisbon"))
    assert component(timed)["related-to"] == "event/tides@example.org"
    assert components(talk) == []


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("open", "NEEDS-ACTION"),
        ("started", "IN-PROCESS"),
        ("done", "COMPLETED"),
        ("dropped", "CANCELLED"),
    ],
)
def test_an_action_is_something_to_do(state: str, word: str) -> None:
    """With the day until when, and the day on which it was done."""
    action = Entry(
        "action",
        "tides/gauge",
        "Order it",
        state=state,
        due=PartialDate(2024, 7, 1),
        done=PartialDate(2024, 6, 3),
    )
    found = component(action)
    done = found.decoded("completed").date() if "completed" in found else None
    assert (found.name, found["status"], found.decoded("due"), done) == (
        "VTODO",
        word,
        dt.date(2024, 7, 1),
        dt.date(2024, 6, 3) if state == "done" else None,
    )


def test_an_action_belongs_to_its_meeting() -> None:
    """It is found from there."""
    action = Entry("action", "tides/gauge", "Order it", part_of="tides")
    assert component(action)["related-to"] == "event/tides@example.org"


@pytest.mark.parametrize(
    ("state", "word"),
    [("draft", "DRAFT"), ("proposed", "DRAFT"), ("approved", "FINAL"), ("final", "FINAL"), ("", None)],
)
def test_minutes_are_a_journal(state: str, word: str | None) -> None:
    """Beside the meeting, on its day."""
    event, journal = components(replace(EVENT, has_minutes=True, state=state))
    assert (event.name, journal.name, journal.decoded("dtstart"), journal.get("status")) == (
        "VEVENT",
        "VJOURNAL",
        dt.date(2024, 5, 17),
        word,
    )


def test_a_decision_is_a_journal() -> None:
    """On the day on which it was made."""
    found = component(
        replace(EVENT, type="decision", identity="tides/gauge", part_of="tides", state="rejected")
    )
    assert (found.name, found["status"], found["uid"]) == (
        "VJOURNAL",
        "CANCELLED",
        "decision/tides/gauge@example.org",
    )


def test_what_has_no_day_is_counted() -> None:
    """A year, or a month, cannot begin anything in a calendar."""
    entries = [
        replace(EVENT, start=PartialDate(2024, 5)),
        replace(EVENT, start=None),
        EVENT,
        replace(EVENT, type="deck"),
    ]
    assert calendar_of(entries, BASE).left_out == 1


def test_a_calendar_is_never_empty() -> None:
    """A program that has the last open action has to be told that it is gone (RFC 5545, 3.6)."""
    assert [each.name for each in Calendar.from_ical(calendar_of([], BASE).content).subcomponents] == [
        "VTIMEZONE"
    ]


def test_one_can_subscribe_to_a_calendar() -> None:
    """It has a name, and says when to look again."""
    feed = Feed("Tides, all", "https://example.org/a.html", "https://example.org/a", BASE, "en", (EVENT,))
    lines = calendar_feed(feed).content.decode().split("\r\n")
    assert lines[3:8] == [
        "NAME:Tides\\, all",
        "X-WR-CALNAME:Tides\\, all",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "SOURCE:https://example.org/a.ics",
        "URL:https://example.org/a.html",
    ]


def test_lines_end_and_fold_as_rfc_5545_says() -> None:
    """At most 75 octets, with CRLF, and no control sign anywhere."""
    long = "\N{CJK UNIFIED IDEOGRAPH-6D77}" * 100 + "\x07\x85\u2028\r\nEND:VEVENT"
    content = calendar_of([replace(EVENT, title=long, summary=long, tags=(long,))], BASE).content
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert content.count(b"\n") == content.count(b"\r\n")
    assert content.count(b"END:VEVENT") == 1 + content.count(b"\\nEND:VEVENT")
    assert not set(content) & {7, 0x0B}
