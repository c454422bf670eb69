"""The words that people use in minutes anyway, and what they say."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from sphinx_eventreport.core.frontmatter import front_matter_of
from sphinx_eventreport.core.minutes.markdown_lines import markdown_lines
from sphinx_eventreport.core.minutes.read import Words, read_words
from sphinx_eventreport.core.records import Action
from sphinx_eventreport.core.reports import read_report_text
from sphinx_eventreport.core.schema import read_report_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.minutes.marks import Marked
    from sphinx_eventreport.core.records import Attendee, Report

_CASES = Path(__file__).parent / "cases"
ATTENDANCE = yaml.safe_load((_CASES / "attendance.yml").read_text("utf-8"))
DECIDED = yaml.safe_load((_CASES / "decided.yml").read_text("utf-8"))
PEOPLE = {
    "attendees": [{"name": "Kim Gil", "initials": "KG", "handle": "kimg"}, {"name": "Bo Ek", "handle": "bo"}]
}


def report(minutes: dict[str, Any] | None) -> Report:
    """Return a report with *minutes* in its front matter."""
    mapping: dict[str, Any] = {
        "event": {"name": "Maps"},
        **({} if minutes is None else {"minutes": minutes or {"status": "draft"}}),
    }
    return read_report_fields(front_matter_of(mapping), filename="maps.md")[0]


def words(case: dict[str, Any], people: dict[str, Any] | None) -> Words:
    """Return what the text of *case* says."""
    lines = markdown_lines(case["text"], has_title=case.get("has_title", False))
    found = read_words(lines, report(case.get("minutes", people)))
    return found or Words(report({}).minutes)  # type: ignore[arg-type]


def attendee(one: Attendee) -> str:
    """Return all that is known of *one*."""
    person = one.person
    handle = f"@{person.handle}" if person.handle else None
    said = (one.name, one.initials, one.role, person.affiliation, handle, "remote" if one.remote else None)
    return ", ".join(filter(None, said))


def roll(found: Words) -> Iterator[str]:
    """Yield who was there."""
    groups = {
        "present": found.minutes.attendees,
        "guests": found.minutes.guests,
        "regrets": found.minutes.regrets,
    }
    for group, people in groups.items():
        yield from (f"{group} {attendee(one)}" for one in people)
    yield from (f"chair {one.name}" for one in found.minutes.chair)
    yield from (f"scribe {one.name}" for one in found.minutes.scribe)


def marked(one: Marked) -> str:
    """Return what a decision or action says."""
    record = one.record
    if not isinstance(record, Action):
        return f"decision {record.title} | {record.status}"
    owner = ", ".join(person.name for person in record.owner)
    due = f" | {record.due.isoformat()}" if record.due else ""
    return f"action {record.title} | {owner}{' ' if owner else ''}| {record.status}{due}"


@pytest.mark.parametrize("case", ATTENDANCE, ids=lambda case: case["name"])
def test_who_was_there(case: dict[str, Any]) -> None:
    """People are read with what is said beside their names, and nothing else is."""
    found = words(case, None)
    assert [*roll(found), *map(marked, found.marked)] == case["said"]


@pytest.mark.parametrize("case", ATTENDANCE, ids=lambda case: case["name"])
def test_what_is_not_a_name_is_told_of(case: dict[str, Any]) -> None:
    """With its line, on pages that say that they are minutes."""
    told = [f"{problem.line}: {problem.message}" for problem in words(case, None).problems]
    assert told == case.get("problems", [])


@pytest.mark.parametrize("case", DECIDED, ids=lambda case: case["name"])
def test_what_was_decided_and_said(case: dict[str, Any]) -> None:
    """Decisions, actions and turns are read as the case says."""
    found = words(case, PEOPLE)
    turns = [f"turn {turn.words} {turn.person.name}" for turn in found.turns]
    assert [*map(marked, found.marked), *turns] == case["said"]


def test_labels_are_apart() -> None:
    """Two of one title have two names, also beside those that directives made."""
    lines = markdown_lines("RESOLVED: Seas are blue\n\nRESOLVED: Seas are blue\n")
    found = read_words(lines, report({}), taken={"decision": ["seas-are-blue"]})
    assert found is not None
    assert [(one.record.label, one.record.number) for one in found.marked] == [
        ("seas-are-blue-2", 2),
        ("seas-are-blue-3", 3),
    ]


@pytest.mark.parametrize(
    ("minutes", "is_minutes", "by_default", "expected"),
    [
        (None, False, True, False),
        (None, True, True, True),
        (None, True, False, False),
        ({}, False, True, True),
        ({}, False, False, False),
        ({"words": True}, False, False, True),
        ({"words": False}, True, True, False),
    ],
)
def test_where_words_are_read(
    minutes: dict[str, Any] | None, *, is_minutes: bool, by_default: bool, expected: bool
) -> None:
    """Where the page, or else the site, says that they are minutes, and nobody says no."""
    lines = markdown_lines("RESOLVED: Seas are blue\n")
    found = read_words(lines, report(minutes), is_minutes=is_minutes, by_default=by_default)
    assert (found is not None) is expected


def test_a_page_that_begins_with_attendance_is_minutes() -> None:
    """One in which it comes after other sections is not."""
    top = markdown_lines("# T\n\nPresent: Kim Gil\n")
    late = markdown_lines("# T\n\n## A\n\n## B\n\n## C\n\n## D\n\nPresent: Kim Gil\n")
    assert [read_words(lines, report(None)) is not None for lines in (top, late)] == [True, False]


def test_read_report_says_the_same() -> None:
    """Without Sphinx: people, decisions, actions, and what is wrong."""
    assert not read_report_text("---\nevent: {name: Maps}\n---\nACTION: Kim to write\n", filename="a.md")[
        0
    ].actions
    text = (
        "---\nevent: {name: Maps}\nminutes: {status: draft}\n---\n\n"
        "Present: Kim Gil, Bo Ek, Max Fell, Ann Lee, 3 men\n\n"
        "```{action} One\n```\n\nACTION: Kim to write\n\nRESOLVED: Seas are blue\n"
    )
    found, problems = read_report_text(text, filename="maps.md")
    assert found.minutes is not None
    assert [one.name for one in found.minutes.attendees] == ["Kim Gil", "Bo Ek", "Max Fell", "Ann Lee"]
    assert [(one.title, one.number) for one in found.actions] == [("One", 1), ("Write", 2)]
    assert [one.title for one in found.decisions] == ["Seas are blue"]
    assert [problem.line for problem in problems] == [6]


def test_many_lines_are_read_in_a_moment() -> None:
    """No pattern goes back over what it has read: words without an end cost what their length does."""
    text = "\n\n".join(
        ["ACTION: " + "a " * 3000, "[ ] " + "(" * 3000, "x" * 9000 + ":", "- [ ] " + "@a," * 3000]
    )
    assert len(markdown_lines(text)) == 4
    read_words(markdown_lines(text), report({}))


def test_thousands_of_one_title_are_named_in_a_moment() -> None:
    """Each is looked at once: 5,000 take as long as their lines do."""
    lines = markdown_lines("Present: Bo Ek\n\n" + "\n\n".join(["RESOLVED: blue"] * 5_000))
    begun = time.process_time()
    found = read_words(lines, report({}))
    assert found is not None
    assert found.marked[-1].record.label == "blue-5000"
    assert time.process_time() - begun < 2


def test_no_name_is_longer_than_a_line() -> None:
    """What would be an entry of a book is prose."""
    lines = markdown_lines("## Present\n\n- " + "Kim " * 60 + "\n")
    found = read_words(lines, report({}))
    assert found is not None
    assert not found.minutes.attendees
