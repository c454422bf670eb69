from __future__ import annotations

from typing import Any

import pytest

from sphinx_eventreport.importing.schedule import conference_of, report_of

TALK: dict[str, Any] = {
    "date": "2025-05-16T10:00:00+01:00",
    "duration": "00:45",
    "title": "Docs as code",
    "track": {"en": "Main"},
    "persons": [{"public_name": "Noor Castellan"}, {"name": "Piet Hallam"}, {}],
    "attachments": [{"title": "Slides", "url": "https://conf.example.org/a.pdf"}, {"title": "none"}],
    "url": "https://conf.example.org/t/1",
}
DAY = {"date": "2025-05-16", "rooms": {"Loft": [TALK, {"title": "Late", "start": "23:00"}, "no talk"]}}
CONFERENCE = {"title": "Docs Day", "start": "2025-05-16", "end": "2025-05-17", "days": [DAY]}


def test_a_schedule_is_a_report() -> None:
    """With its event, named after day and title."""
    name, report, problems = report_of(CONFERENCE)
    assert report.event is not None
    assert (name, report.title, report.event.name, problems) == (
        "2025-05-16-docs-day.md",
        "Docs Day",
        "Docs Day",
        (),
    )


def test_a_talk_has_its_facts() -> None:
    """As pretalx and frab write them."""
    _name, report, _problems = report_of({**CONFERENCE, "days": [{**DAY, "rooms": {"Loft": [TALK]}}]})
    (talk,) = report.talks
    assert talk.start is not None
    assert (
        talk.title,
        talk.start.isoformat(),
        talk.duration,
        talk.room,
        talk.track,
        [person.name for person in talk.speakers],
        [deck.source for deck in talk.decks],
        [link.label for link in talk.links],
    ) == (
        "Docs as code",
        "2025-05-16T10:00+01:00",
        45,
        "Loft",
        "Main",
        ["Noor Castellan", "Piet Hallam"],
        ["https://conf.example.org/a.pdf"],
        ["Programme", "Slides"],
    )


def test_a_time_without_a_day_is_of_its_day() -> None:
    """As in exports that have no date of a talk."""
    _name, report, _problems = report_of(
        {**CONFERENCE, "days": [{**DAY, "rooms": {"A": [{"start": "23:00"}]}}]}
    )
    assert [talk.start.isoformat() for talk in report.talks if talk.start] == ["2025-05-16T23:00"]


@pytest.mark.parametrize("data", [[], {}, {"schedule": 1}, {"schedule": {"conference": {}}}])
def test_other_json_is_no_schedule(data: object) -> None:
    """It is passed by."""
    assert conference_of(data) is None


@pytest.mark.parametrize("days", [[], [1], [{"rooms": 1}], [{"rooms": {"A": 1}}], [{"rooms": {"A": [{}]}}]])
def test_odd_days_do_no_harm(days: list[object]) -> None:
    """Whatever stands where a day should."""
    assert report_of({"days": days})[1].title == "Conference"
