"""The minutes of the next meeting, made from those of the last ones."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinx_eventreport.core.minutes.next_meeting import in_order, next_day, next_minutes, open_actions
from sphinx_eventreport.core.records import Minutes, Report
from sphinx_eventreport.core.reports import read_report_text

DAY = dt.date(2026, 5, 18)


def meeting(
    day: str, *, front: str = "", minutes: str = "status: draft", body: str = "", name: str = "Maps"
) -> Report:
    """Return the minutes of the meeting on *day*."""
    text = f"---\n{front}event: {{name: {name}, start: {day}}}\nminutes: {{{minutes}}}\n---\n{body}"
    return read_report_text(text, filename=f"{day}-maps.md")[0]


def text_of(*meetings: Report, in_turn: bool = False) -> str:
    """Return the minutes that follow *meetings*."""
    return next_minutes(meetings, DAY, in_turn=in_turn)[1]


def test_meetings_are_put_in_order() -> None:
    """Those of the series of the newest, or of the one that is named; a report that is none is left out."""
    may, april, other = meeting("2026-05-04"), meeting("2026-04-20"), meeting("2026-05-01", name="Sea")
    found = [may, other, april, Report("page"), Report("undated", minutes=Minutes())]
    assert in_order(found) == [april, may]
    assert in_order(found, "Sea") == [other]
    assert in_order([]) == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2026-05-01"], None),
        (["2024-05-01", "2026-05-01"], None),
        (["2026-05-01", "2026-05"], None),
        (["2026-05-01", "2026-05-08"], dt.date(2026, 5, 15)),
    ],
)
def test_the_next_day_needs_a_rhythm(days: list[str], expected: dt.date | None) -> None:
    """Two days, not years apart."""
    assert next_day([meeting(day) for day in days]) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Maps #9, 2026-05-04", "Maps #10"),
        ("Maps 9 of 2026", "Maps 10 of 2026"),
        ("Maps 2026", "Maps 2026"),
        ("Maps #2026", "Maps #2027"),
        ("2026-05-04", "Maps"),
    ],
)
def test_a_title_is_counted_on(title: str, expected: str) -> None:
    """Its last number is that of the meeting; a year is not, nor is the day."""
    assert next_minutes([meeting("2026-05-04", front=f"title: '{title}'\n")], DAY)[0] == expected


def test_what_the_last_meeting_says_is_kept() -> None:
    """Series, address of the event, quorum, who led."""
    front = "title: Maps\n"
    text = text_of(
        meeting(
            "2026-05-04",
            front=front,
            name="Maps, series: maps, url: 'https://maps.example/'",
            minutes="quorum: 3, chair: Kim Gil",
        )
    )
    found, problems = read_report_text(text, filename="a.md")
    assert problems == ()
    assert found.minutes is not None
    assert found.event is not None
    assert (found.event.series, found.event.url, found.minutes.quorum) == ("maps", "https://maps.example/", 3)
    assert [one.name for one in found.minutes.chair] == ["Kim Gil"]


def test_who_did_it_longest_ago_does_it() -> None:
    """If it is asked for; otherwise who did it last."""
    meetings = [
        meeting(f"2026-05-0{day}", minutes=f"chair: {who}")
        for day, who in ((1, "Ann Lee"), (2, "Bo Ek"), (3, "Ann Lee"))
    ]
    found = [
        read_report_text(text_of(*meetings, in_turn=turn), filename="a.md")[0].minutes
        for turn in (True, False)
    ]
    assert [one.chair[0].name for one in found if one] == ["Bo Ek", "Ann Lee"]


@pytest.mark.parametrize(("chair", "expected"), [("chair: Ann Lee", ["Ann Lee"]), ("quorum: 3", [])])
def test_a_turn_goes_past_a_meeting_of_which_nobody_says_who_led(chair: str, expected: list[str]) -> None:
    """Nobody has a turn where nobody ever did it."""
    meetings = [meeting("2026-05-01", minutes=chair), meeting("2026-05-02", minutes="quorum: 3")]
    found = read_report_text(text_of(*meetings, in_turn=True), filename="a.md")[0].minutes
    assert found is not None
    assert [one.name for one in found.chair] == expected


def test_open_actions_are_carried_on() -> None:
    """Each as the last meeting says it, by its full name; what is done is not."""
    april = meeting(
        "2026-04-20",
        body="~~~{action} Draw `x`\n:label: draw\n:owner: Bo Ek\n:due: 2026-06-01\n~~~\n\n"
        "```{action} Print\n```\n",
    )
    may = meeting(
        "2026-05-04",
        body="```{action} Draw\n:continues: draw\n:status: started\n```\n\n"
        "```{action} Print\n:continues: 2026-04-20-maps/print\n:done: 2026-05-01\n```\n\n"
        "~~~{action} Ask `y`\n~~~\n",
    )
    assert [name for name, _action in open_actions([april, may])] == [
        "2026-05-04-maps/draw",
        "2026-05-04-maps/ask-y",
    ]
    found = read_report_text(text_of(april, may), filename="a.md")[0].actions
    assert [(one.title, one.continues, one.status) for one in found] == [
        ("Draw", "2026-05-04-maps/draw", "started"),
        ("Ask `y`", "2026-05-04-maps/ask-y", "open"),
    ]
    [draw, _print] = read_report_text(text_of(april), filename="a.md")[0].actions
    assert ([one.name for one in draw.owner], str(draw.due and draw.due.isoformat())) == (
        ["Bo Ek"],
        "2026-06-01",
    )


def test_a_meeting_without_a_name() -> None:
    """Is one, and is called so."""
    report = Report("a", minutes=Minutes())
    assert next_minutes([report], DAY)[0] == "Meeting"
