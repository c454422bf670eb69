"""Records -> entries: what of them leaves the site."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinx_eventreport.core.dates.partial import PartialDate, parse_date
from sphinx_eventreport.core.exports.entries import (
    Files,
    action_entry,
    decision_entry,
    event_entry,
    media_entry,
    talk_entry,
)
from sphinx_eventreport.core.exports.entry import Author, Enclosure, instant
from sphinx_eventreport.core.records import Deck
from sphinx_eventreport.core.reports import read_report_text

POST = """\
---
title: Tide tables
label: tides
date: 2024-06-21
updated: 2024-06-25
description: How we read them.
tags: [sea]
authors: [{name: Ada Wrack, url: "mailto:ada@example.org"}, {name: Bo Dulse, url: "https://dulse.example.org/"}]
event:
  name: Coast Day
  start: 2024-05-17 09:30
  end: 2024-05-17 17:00
  timezone: Europe/Lisbon
  location: {name: Old Harbour, address: {city: Porto}, online_url: "https://join.example.org/sea"}
minutes: {status: proposed}
talks:
- title: Moon
  speakers: [Cy Eelgrass]
  start: "10:00"
  duration: 20
  room: Room 2
  deck: https://files.example.org/moon.pdf
  recording: https://youtu.be/abcdefghijk
---

```{decision} Buy a gauge
:by: Di Laver
```

```{action} Order it
:owner: Ed Carrageen
:due: 2024-07-01
```
"""
REPORT, _PROBLEMS = read_report_text(POST, filename="tides.md")
TALK = REPORT.talks[0]
WORD = "kelp-forest"


def test_an_event_says_what_its_report_says() -> None:
    """Title, text, days and place are those of the record."""
    entry = event_entry(REPORT, "https://example.org/tides.html")
    assert (entry.type, entry.identity, entry.title, entry.url, entry.summary, entry.place, entry.state) == (
        "event",
        "tides",
        "Tide tables",
        "https://example.org/tides.html",
        "How we read them.",
        "Old Harbour, Porto",
        "proposed",
    )


def test_an_address_of_e_mail_stays_here() -> None:
    """Of somebody who has no page on the web only the name leaves the site."""
    assert event_entry(REPORT, "").authors == (
        Author("Ada Wrack"),
        Author("Bo Dulse", "https://dulse.example.org/"),
    )


def test_a_report_about_no_event_is_an_entry_too() -> None:
    """It has the day on which it was published, and no place."""
    report, _problems = read_report_text(
        "---\neventreport: true\ndate: 2024-01-02\n---\n\n# A\n", filename="a.md"
    )
    entry = event_entry(report, "")
    assert (entry.start, entry.place, entry.has_minutes) == (PartialDate(2024, 1, 2), "", False)


def test_organizers_stand_in_for_authors() -> None:
    """Where nobody is said to have written the report, it is theirs."""
    report, _problems = read_report_text("---\nevent: {name: A, organizers: [Ada]}\n---\n", filename="a.md")
    assert event_entry(report, "").authors == (Author("Ada"),)


def test_a_talk_is_part_of_its_event() -> None:
    """Its name begins with that of the event, and its room is in the venue."""
    entry = talk_entry(TALK, REPORT, "")
    assert (entry.identity, entry.part_of, entry.place, entry.minutes) == (
        "tides/moon",
        "tides",
        "Room 2, Old Harbour, Porto",
        20,
    )


def test_a_talk_without_a_time_is_on_the_day_of_its_event() -> None:
    """It begins when the event does."""
    report, _problems = read_report_text(
        "---\nevent: {name: A, start: 2024-01-02}\ntalks: [B]\n---\n", filename="a.md"
    )
    assert talk_entry(report.talks[0], report, "").start == PartialDate(2024, 1, 2)


def test_files_are_enclosures_and_players_are_not() -> None:
    """A video at a host is a page, which no program can take for the file."""
    assert talk_entry(TALK, REPORT, "").enclosures == (
        Enclosure("Moon", "https://files.example.org/moon.pdf", "application/pdf"),
    )


def test_a_file_of_the_site_has_its_address_and_its_length() -> None:
    """Both are asked of who knows where it is published."""
    deck = Deck("moon", "Moon", "moon.pdf", "file", path="talks/moon.pdf", password=WORD)
    files = Files(lambda path: f"https://example.org/_downloads/{path}", len)
    entry = media_entry(deck, REPORT, "", TALK, files)
    assert entry.enclosures == (
        Enclosure("Moon", "https://example.org/_downloads/talks/moon.pdf", "application/pdf", 14),
    )
    assert WORD not in repr(entry)


def test_a_deck_without_a_talk_is_of_nobody() -> None:
    """Who wrote the report did not give it."""
    entry = media_entry(TALK.recordings[0], REPORT, "https://example.org/#r")
    assert (entry.type, entry.authors, entry.tags) == ("recording", (), ())


def test_what_was_decided_later_counts() -> None:
    """The state of a decision is what others made of it."""
    decision = REPORT.decisions[0]
    assert decision_entry(decision, REPORT, "").state == "accepted"
    assert decision_entry(decision, REPORT, "", "superseded").state == "superseded"


def test_an_action_has_its_owner_and_its_day() -> None:
    """They are what a list of things to do needs."""
    entry = action_entry(REPORT.actions[0], REPORT, "")
    assert (entry.authors, entry.due, entry.state) == (
        (Author("Ed Carrageen"),),
        PartialDate(2024, 7, 1),
        "open",
    )


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2024", "2024-01-01T00:00:00"),
        ("2024-05", "2024-05-01T00:00:00"),
        ("2024-05-17 09:30", "2024-05-17T09:30:00"),
        ("2024-05-17T09:30+02:00", "2024-05-17T07:30:00"),
        ("0001-01-01T00:30+02:00", "0001-01-01T00:30:00"),
    ],
)
def test_a_date_has_one_first_moment(written: str, moment: str) -> None:
    """It is asked of no clock."""
    date = parse_date(written)
    assert date is not None
    assert instant(date) == dt.datetime.fromisoformat(f"{moment}+00:00")
