"""Options of decisions and actions -> records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.names import person
from sphinx_eventreport.core.records import Event, Votes
from sphinx_eventreport.core.reports import read_report_text
from sphinx_eventreport.core.schema.minutes import read_action, read_decision

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.record import NamedRecord

PAGE = """\
---
title: Maps
label: maps
event: {name: Maps, start: 2026-05-21}
minutes: {approved: june/d7, chair: [Ann Lee, Bo Ray]}
---

```{decision} Coasts are dashed
:supersedes: D12, D13

From now on.
```

```{resolution}
All maps have a north arrow. It is red.
```

````{note}
```{action} Redraw
:owner: Kim Gil
:due: 2026-05-01
```

```{action-item} Redraw
```
````
"""


def test_a_page_has_what_was_decided() -> None:
    """By both names of the directive."""
    report, _problems = read_report_text(PAGE, filename="maps.md")
    assert [(one.label, one.title, one.number) for one in report.decisions] == [
        ("coasts-are-dashed", "Coasts are dashed", 1),
        ("decision-2", "All maps have a north arrow", 2),
    ]


def test_a_page_has_what_is_to_be_done() -> None:
    """Two of one title are two."""
    report, _problems = read_report_text(PAGE, filename="maps.md")
    assert [(one.label, one.number) for one in report.actions] == [("redraw", 1), ("redraw-2", 2)]


def test_a_day_before_the_meeting_is_a_problem() -> None:
    """On the line of the option."""
    _report, problems = read_report_text(PAGE, filename="maps.md")
    assert [(problem.line, "before the meeting" in problem.message) for problem in problems] == [(21, True)]


@pytest.mark.parametrize(
    ("key", "day", "count"), [("done", "3000-01-01", 1), ("due", "2226-07-01", 1), ("done", "2046-01-01", 0)]
)
def test_a_year_that_can_only_be_misspelled_is_a_problem(key: str, day: str, count: int) -> None:
    """Nobody does in a thousand years what a meeting asked for."""
    event = Event(name="Maps", start=parse_date("2026-05-01"))
    _action, problems = read_action({"title": "Redraw", key: day}, event=event)
    assert len(problems) == count


def test_minutes_are_approved_by_a_day_or_a_decision() -> None:
    """A day is one, all else is a label."""
    by_label, _problems = read_report_text(PAGE, filename="maps.md")
    by_day, _problems = read_report_text("---\nminutes: {approved: 2026-06-01}\n---\n", filename="maps.md")
    assert by_label.minutes is not None
    assert by_day.minutes is not None
    assert (by_label.minutes.approved_by, str(by_day.minutes.approved and by_day.minutes.approved.date)) == (
        "june/d7",
        "2026-06-01",
    )


def test_names_of_voters_are_counted() -> None:
    """A number beside them stays that of the other side."""
    decision, problems = read_decision(
        {"title": "Maps", "votes": "yes 9, no 1", "yes": "Ann Lee, Bo Ray", "abstain": "0"}
    )
    assert (decision.votes, problems) == (
        Votes(2, 1, 0, in_favor=(person("Ann Lee"), person("Bo Ray"))),
        (),
    )


def test_who_moved_it() -> None:
    """Options with hyphens are fields with underscores."""
    decision, _problems = read_decision({"moved-by": "Ann Lee", "seconded-by": "Bo Ray"})
    assert (decision.moved_by, decision.seconded_by) == ((person("Ann Lee"),), (person("Bo Ray"),))


@pytest.mark.parametrize(
    ("wording", "title"),
    [
        ("", "Decision 3"),
        ("Short.", "Short"),
        ("One. Two.", "One"),
        ("long " * 30, "long " * 17 + "long …"),
    ],
)
def test_a_decision_without_a_title_begins_with_one(wording: str, title: str) -> None:
    """Its first sentence, if that is not too long for a card."""
    assert read_decision({}, wording=wording, number=3)[0].title == title


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({}, "open"),
        ({"done": "2026-06-01"}, "done"),
        ({"status": "closed"}, "done"),
        ({"status": "dropped", "done": "2026-06-01"}, "dropped"),
    ],
)
def test_an_action_is_open_until_it_is_done(options: dict[str, object], status: str) -> None:
    """Words of other systems are read."""
    assert read_action(options)[0].status == status


def test_an_action_that_is_open_and_done_is_a_problem() -> None:
    """One of the two is not true."""
    _action, problems = read_action({"status": "open", "done": "2026-06-01"})
    assert "the action was done" in problems[0].message


@pytest.mark.parametrize("read", [read_decision, read_action])
def test_what_says_nothing_is_a_problem(read: Callable[..., tuple[NamedRecord, tuple[Problem, ...]]]) -> None:
    """It is kept, for its other options."""
    one, problems = read({"tags": "maps"})
    assert one.title.endswith(" 1")
    assert [problem.message for problem in problems] == [
        "`title` is missing, and there is no text to take it from"
    ]
