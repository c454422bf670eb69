"""Schedules, and that one which was exported and is imported again is the same."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from sphinx_eventreport.core.exports.schedule import frab_json, frab_xml, schedule_of_report
from sphinx_eventreport.core.reports import read_report_text
from sphinx_eventreport.importing.schedule import report_of, schedule_of
from sphinx_eventreport.importing.schedule_xml import schedule_of_xml

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_eventreport.core.exports.schedule import Schedule
    from sphinx_eventreport.core.records import Report

TEXT = """\
---
label: 2024-05-17-coast-day
event:
  name: Coast Day
  start: 2024-05-17
  end: 2024-05-18
  timezone: Europe/Lisbon
  url: https://coast.example.org/
  location: {name: Harbour, address: {city: Porto}}
talks:
- title: "Moon & <tide>"
  speakers: [Ada Wrack, "Dr. Bo Dulse (Sea, Inc.)"]
  start: 2024-05-17 10:00
  duration: 20
  room: R1
  track: Sky
  type: Talk
  language: pt
  license: CC-BY-4.0
  deck: https://files.example.org/moon.pdf
  recording: https://video.example.org/moon.mp4
  links: [{label: Code, url: "https://code.example.org/"}]
- {title: Wind, start: 2024-05-18 09:00, end: 2024-05-18 10:30}
- {title: Storm, start: "2024-05-18 09:00", duration: 0, room: R2}
- Sand
---
"""
REPORT, _PROBLEMS = read_report_text(TEXT, filename="a.md")
BASE = "https://example.org/"
READERS: dict[str, Callable[[Schedule], Any]] = {
    "JSON": lambda made: json.loads(frab_json(made)),
    "XML": lambda made: schedule_of_xml(frab_xml(made)),
}


def read(made: Schedule, form: str) -> Report:
    """Return the report in the schedule *made*, in one form or the other."""
    schedule = schedule_of(READERS[form](made))
    assert schedule is not None
    _name, report, _problems = report_of(schedule)
    return report


@pytest.mark.parametrize("form", READERS)
def test_a_schedule_that_was_imported_comes_out_as_it_was(form: str) -> None:
    """Exported and imported again, every field is the same."""
    first = read(schedule_of_report(REPORT, BASE, ["https://example.org/a.html#moon"]), form)
    assert read(schedule_of_report(first, BASE), form) == first


@pytest.mark.parametrize("form", READERS)
def test_a_report_of_ours_keeps_what_a_schedule_has_a_place_for(form: str) -> None:
    """The links have the page of the talk and its slides besides."""
    moon = read(schedule_of_report(REPORT, BASE, ["https://example.org/a.html#moon"]), form).talks[0]
    ours = REPORT.talks[0]
    assert ours.start is not None
    assert replace(moon, links=()) == replace(ours, links=(), start=replace(ours.start, zone=None))
    assert [link.label for link in moon.links] == ["Programme", "Code", "Moon & <tide>"]


def test_a_talk_without_a_time_is_counted() -> None:
    """It has no place in a schedule."""
    assert schedule_of_report(REPORT, BASE).left_out == 1


def test_names_of_talks_hold() -> None:
    """Apps keep what a visitor starred by them."""

    def names(report: Report) -> list[str]:
        days = schedule_of_report(report, BASE).content["schedule"]["conference"]["days"]
        return [talk["guid"] for day in days for talks in day["rooms"].values() for talk in talks]

    moved = replace(REPORT, talks=(REPORT.talks[2], replace(REPORT.talks[0], title="Moons"), REPORT.talks[1]))
    assert (sorted(names(moved)), len(set(names(moved)))) == (sorted(names(REPORT)), 3)


def test_each_day_says_when_it_begins_and_ends() -> None:
    """Of a talk with an end and no duration, the end counts."""
    days = schedule_of_report(REPORT, BASE).content["schedule"]["conference"]["days"]
    assert [(day["index"], day["day_start"], day["day_end"]) for day in days] == [
        (1, "2024-05-17T10:00:00+01:00", "2024-05-17T10:20:00+01:00"),
        (2, "2024-05-18T09:00:00+01:00", "2024-05-18T10:30:00+01:00"),
    ]


def test_a_time_of_no_zone_has_none() -> None:
    """Nobody knows which one it is."""
    text = "---\ntalks: [{title: A, start: 2024-05-17 10:00}]\n---\n"
    report, _problems = read_report_text(text, filename="a.md")
    (day,) = schedule_of_report(report, "").content["schedule"]["conference"]["days"]
    assert day["rooms"]["-"][0]["date"] == "2024-05-17T10:00:00"


def test_an_event_without_talks_is_a_schedule_of_no_day() -> None:
    """Its version is a word, where it has no date."""
    report, _problems = read_report_text("---\nevent: A\n---\n", filename="a.md")
    schedule = schedule_of_report(report, BASE).content["schedule"]
    assert (schedule["version"], schedule["conference"]["days"]) == ("1", [])


def test_what_xml_has_no_place_for_is_replaced() -> None:
    """A title may have anything."""
    talk = replace(REPORT.talks[0], title="A\x07\ud800")
    written = frab_xml(schedule_of_report(replace(REPORT, talks=(talk,)), BASE))
    found = ET.fromstring(written).find("day/room/event/title")  # noqa: S314 -- what we wrote
    assert found is not None
    assert found.text == "A\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"
