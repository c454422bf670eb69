"""What can be said of a decision and of an action: read, documented and completed from here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.fields import Findings, Place
from sphinx_eventreport.core.frontmatter import front_matter_of
from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Action, Decision, Votes
from sphinx_eventreport.core.schema import kinds
from sphinx_eventreport.core.schema.records import read_values
from sphinx_eventreport.core.schema.table import Field, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.records import Event, Person

LONGEST_TITLE = 90
"""Characters of a wording that become the title of what has none: two lines on a card."""

LONGEST_ACTION = 20
"""Years from a meeting until what it asked for is to be done, or was: the archives of groups span as many."""

DECISION = Table(
    name="Decision",
    path="decision",
    description="Something that a meeting decided, or is asked to decide.",
    fields=(
        Field(
            "title", kinds.TITLE, "What it is about.", "Minutes are public", "the beginning of the wording"
        ),
        Field("label", kinds.TITLE, "Name for references.", "D41", "made from the title"),
        Field("status", kinds.DECISION_STATUS, "What became of it.", "accepted", "accepted"),
        Field("date", kinds.DATE, "When it was made.", "2016-06-15", "the day of the meeting"),
        Field("by", kinds.PEOPLE, "Who made it.", "Jane Doe, John Roe"),
        Field("consulted", kinds.PEOPLE, "Who was asked.", "Ann Lee"),
        Field("informed", kinds.PEOPLE, "Who was told.", "Ann Lee"),
        Field("moved-by", kinds.PEOPLE, "Who proposed it.", "Jane Doe"),
        Field("seconded-by", kinds.PEOPLE, "Who supported the proposal.", "John Roe"),
        Field("votes", kinds.VOTES, "How many were for and against.", "yes 5, no 0, abstain 1"),
        Field("yes", kinds.VOTED, "How many were in favour, or who.", "Jane Doe, John Roe"),
        Field("no", kinds.VOTED, "How many were against, or who.", "0"),
        Field("abstain", kinds.VOTED, "How many abstained, or who.", "Ann Lee"),
        Field("requires", kinds.TEXT, "What was needed.", "two thirds of those present"),
        Field("how", kinds.TEXT, "In which way it was made.", "consensus"),
        Field("closes", kinds.DATE, "Until when one can object, between meetings.", "2016-07-01"),
        Field("supersedes", kinds.LABELS, "Decisions that it takes the place of.", "D12"),
        Field("amends", kinds.LABELS, "Decisions that it changes.", "D13"),
        Field("approves", kinds.LABELS, "Reports whose minutes it approves.", "2016-05-18-maps"),
        Field("topic", kinds.TEXT, "What it belongs to, across meetings.", "maps"),
        Field("tags", kinds.TAGS, "What it is about.", "docs, sphinx"),
        Field("audience", kinds.AUDIENCE, "For whom it is.", "internal", "public"),
    ),
)

ACTION = Table(
    name="Action",
    path="action",
    description="Something that somebody is to do.",
    fields=(
        Field(
            "title", kinds.TITLE, "What is to be done.", "Ask the printers", "the beginning of the details"
        ),
        Field("label", kinds.TITLE, "Name for references.", "ask-printers", "made from the title"),
        Field("owner", kinds.PEOPLE, "Who does it.", "Jane Doe"),
        Field("due", kinds.DATE, "Until when.", "2016-07-01"),
        Field("status", kinds.ACTION_STATUS, "How far it is.", "open", "open; `done` where `done` is a day"),
        Field("done", kinds.DATE, "When it was done.", "2016-06-28"),
        Field(
            "continues", kinds.TITLE, "The same action in an earlier meeting.", "2016-05-18-maps/ask-printers"
        ),
        Field("issue", kinds.URL, "Where its progress is tracked.", "https://example.org/issues/7"),
        Field("topic", kinds.TEXT, "What it belongs to, across meetings.", "maps"),
        Field("tags", kinds.TAGS, "What it is about.", "docs, sphinx"),
        Field("audience", kinds.AUDIENCE, "For whom it is.", "internal", "public"),
    ),
)

VOTERS = {"yes": "in_favor", "no": "against", "abstain": "abstaining"}
"""The attribute of `Votes` for who voted so, for each that says how many did."""


def read_decision(
    mapping: Mapping[str, object],
    lines: Mapping[str, int] | None = None,
    *,
    wording: str = "",
    number: int = 1,
    event: Event | None = None,
) -> tuple[Decision, tuple[Problem, ...]]:
    """Return the decision that *mapping* says, and what is wrong.

    *lines* gives the line of each key; *wording* a title where none is written; *number* is which of the
    decisions of its page it is. *event* tells the zone of times.
    """
    values, place = _values(DECISION, mapping, lines, event)
    votes = _votes(values)
    if votes is not None:
        values["votes"] = votes
    for key in ("moved-by", "seconded-by"):
        if key in values:
            values[key.replace("-", "_")] = values.pop(key)
    named = _named(values, place, wording, f"Decision {number}", f"decision-{number}")
    return Decision(**named, number=number), tuple(place.findings.problems)


def read_action(
    mapping: Mapping[str, object],
    lines: Mapping[str, int] | None = None,
    *,
    wording: str = "",
    number: int = 1,
    event: Event | None = None,
) -> tuple[Action, tuple[Problem, ...]]:
    """Return the action that *mapping* says, and what is wrong; the arguments are as of `read_decision`."""
    values, place = _values(ACTION, mapping, lines, event)
    if "done" in values and values.get("status", "done") in {"open", "started"}:
        place.child("status").report(
            Subtype.VALUE, f"is {values['status']}, and the action was done", "remove one of the two"
        )
    if "done" in values:
        values.setdefault("status", "done")
    _check_days(values, place, event)
    named = _named(values, place, wording, f"Action {number}", f"action-{number}")
    return Action(**named, number=number), tuple(place.findings.problems)


def _check_days(values: Mapping[str, Any], place: Place, event: Event | None) -> None:
    """Say which days of an action can only be misspelled."""
    start = event.start if event else None
    if start is None:
        return
    for key in ("due", "done"):
        day = values.get(key)
        if day and day.year > start.year + LONGEST_ACTION:
            message = f"is {day.isoformat()}, more than {LONGEST_ACTION} years after the meeting"
            place.child(key).report(Subtype.VALUE, message, "correct the year")
        elif day and key == "due" and day.precedes(start):
            message = f"is {day.isoformat()}, before the meeting on {start.isoformat()}"
            place.child(key).report(Subtype.VALUE, message, "correct the day")


def _values(
    table: Table, mapping: Mapping[str, object], lines: Mapping[str, int] | None, event: Event | None
) -> tuple[dict[str, Any], Place]:
    timezone = event.timezone if event else None
    place = Place(front_matter_of(dict(mapping), lines), Findings(), timezone=timezone)
    return read_values(table, mapping, place), place


def _named(values: dict[str, Any], place: Place, wording: str, name: str, label: str) -> dict[str, Any]:
    """Return *values* with a title and a label: as written, or else of the *wording*, or else these."""
    is_short = bool(values.get("title"))
    if not is_short and not wording.strip():
        message = "is missing, and there is no text to take it from"
        place.child("title").report(Subtype.VALUE, message, "write it after the name of the directive")
    title = values.get("title") or shortened(wording) or name
    written = values.get("label") or (title if is_short else "")
    return {**values, "title": title, "label": slug_or(written, label)}


def shortened(wording: str) -> str:
    """Return the first sentence of *wording*, or as many of its words as make a title."""
    line = " ".join(wording.split())
    sentence, stop, _rest = line.partition(". ")
    line = sentence if stop else line
    if len(line) <= LONGEST_TITLE:
        return line.rstrip(".")
    return line[:LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:") + " …"


def _votes(values: dict[str, Any]) -> Votes | None:
    """Return what `votes`, and the options for each side, say together; names are counted."""
    found: Votes | None = values.get("votes")
    for side, names in VOTERS.items():
        said: int | tuple[Person, ...] | None = values.pop(side, None)
        if said is None:
            continue
        more: dict[str, Any] = {side: said} if isinstance(said, int) else {side: len(said), names: said}
        found = replace(found or Votes(), **more)
    return found
