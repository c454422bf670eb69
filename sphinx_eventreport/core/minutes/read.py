"""The lines of minutes -> who was there, what was decided, who does what.

Precision comes before recall: what is not plainly one of these stays prose.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.dates.written import day_in
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.minutes.attendance import read_roll
from sphinx_eventreport.core.minutes.known import Known, speakers
from sphinx_eventreport.core.minutes.labels import ATTENDANCE, labelled
from sphinx_eventreport.core.minutes.marks import TURN, Marked, Marks
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Action, Attendee, Decision, Minutes, Person, Report
from sphinx_eventreport.core.schema.minutes import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.minutes.lines import Line

_DIGIT = lazy_regex(r"\d")
_SEVERAL = 3
"""Dated headings of one level that make several meetings of a page."""


class Turn(NamedTuple):
    """A line that begins with who says it."""

    line: int
    """Its index."""
    words: str
    """What stands before its colon."""
    person: Person
    """Who says it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a page say."""

    minutes: Minutes
    """Who was there, by front matter or else by the page."""
    marked: tuple[Marked, ...] = ()
    """What was decided and what is to be done, in the order of the page."""
    turns: tuple[Turn, ...] = ()
    """What people said, in the order of the page."""
    problems: tuple[Problem, ...] = ()
    """What is in a passage of names and is none."""
    told: frozenset[str] = frozenset()
    """The kinds of people, as in ``ATTENDANCE``, of whom the page names everybody."""


def read_words(
    lines: Sequence[Line],
    report: Report,
    *,
    is_minutes: bool = False,
    by_default: bool = True,
    taken: Mapping[str, Sequence[str]] | None = None,
) -> Words | None:
    """Return what *lines* say; ``None`` where their page is not one of minutes, or does not want it.

    *report* is what the front matter says. *is_minutes* tells that the site calls the page minutes: without
    that, and without ``minutes`` in the front matter, it has to begin with a passage of attendance.
    *by_default* is what counts where the page does not say whether it wants to be read. *taken* has the
    labels of the decisions and actions that are on the page already, by their types.
    """
    given = report.minutes
    if not (by_default if given is None or given.words is None else given.words):
        return None
    roll = read_roll(lines)
    if not (is_minutes or given is not None or roll.is_at_top):
        return None
    problems = [_unread(line, text) for line, text in roll.unread] if is_minutes or given else []
    problems += _shared_initials(lines, roll.minutes.attendees) if is_minutes or given else ()
    found = roll.minutes
    meetings = _meetings(lines, report.language)
    if len(meetings) >= _SEVERAL:
        found, problems = Minutes(), [_several(meetings)]
    minutes = _completed(given, found)
    known = Known(minutes, speakers(lines))
    marked = tuple(Marks(lines, known, taken or {}, report.language).read())
    turns = tuple(_turns(lines, known, marked))
    return Words(minutes, marked, turns, tuple(problems), _told(minutes, found))


def with_words(report: Report, lines: Sequence[Line]) -> tuple[Report, tuple[Problem, ...]]:
    """Return *report* with what *lines*, those of its page, say besides, and what is wrong with that."""
    labels = {
        "decision": [one.label for one in report.decisions],
        "action": [one.label for one in report.actions],
    }
    words = read_words(lines, report, taken=labels)
    if words is None:
        return report, ()
    records = [one.record for one in words.marked]
    decisions = [one for one in records if isinstance(one, Decision)]
    actions = [one for one in records if isinstance(one, Action)]
    more = replace(
        report,
        minutes=words.minutes,
        decisions=(*report.decisions, *decisions),
        actions=(*report.actions, *actions),
    )
    return more, words.problems


def _meetings(lines: Sequence[Line], language: str | None) -> list[Line]:
    """Return the headings that begin a meeting: those of one level that name different days."""
    dated: dict[int, dict[PartialDate, Line]] = {}
    for line in lines:
        day = day_in(line.text, language) if line.kind == "heading" and _DIGIT.search(line.text) else None
        if day is not None:
            # The first of several may be the first heading of the page.
            dated.setdefault(max(line.level, 2), {}).setdefault(day, line)
    return list(max(dated.values(), key=len, default={}).values())


def _several(meetings: Sequence[Line]) -> Problem:
    message = f"The page has {len(meetings)} meetings, so nobody is read as present at all of them"
    return Problem(
        Subtype.VALUE,
        message,
        meetings[0].line,
        hint="make a page of each, or write `words: false` below `minutes`",
    )


def _completed(given: Minutes | None, found: Minutes) -> Minutes:
    """Return what front matter says, with what only the page says."""
    if given is None:
        return found
    more = {kind: getattr(found, kind) for kind in ATTENDANCE if not getattr(given, kind)}
    return replace(given, **more)


def _told(minutes: Minutes, found: Minutes) -> frozenset[str]:
    """Return the kinds of people of whom *found*, the words of the page, has all that *minutes* has."""
    return frozenset(
        kind
        for kind in ATTENDANCE
        if getattr(minutes, kind) and _labels(minutes, kind) <= _labels(found, kind)
    )


def _labels(minutes: Minutes, kind: str) -> set[str]:
    people: Iterable[Person | Attendee] = getattr(minutes, kind)
    return {(one.person if isinstance(one, Attendee) else one).label for one in people}


def _unread(line: int | None, text: str) -> Problem:
    message = f"{shortened(text)!r} is not read as somebody who was there"
    return Problem(Subtype.VALUE, message, line, hint="write a name, or put it in another paragraph")


def _shared_initials(lines: Sequence[Line], attendees: Iterable[Attendee]) -> Iterator[Problem]:
    """Say which initials two have; what is said under them is nobody's."""
    names: dict[str, list[str]] = {}
    for one in attendees:
        names.setdefault(one.initials or "", []).append(one.name)
    for initials, people in names.items():
        if initials and len(people) > 1:
            line = next((line.line for line in lines if initials in line.text), None)
            message = f"{initials!r} is short for {' and for '.join(people)}"
            hint = "write other initials for all but one of them"
            yield Problem(Subtype.VALUE, message, line, hint=hint)


def _turns(lines: Sequence[Line], known: Known, marked: Iterable[Marked]) -> Iterator[Turn]:
    """Yield the lines that are somebody's turn: initials or name of one who is named stand before a colon."""
    said = {place for one in marked for place in one.lines}
    for index, line in enumerate(lines):
        match = TURN.match(line.text) if line.kind in {"text", "item"} and not line.is_escaped else None
        person = known.named(match[1]) if match and index not in said and not labelled(line) else None
        if match and person:
            yield Turn(index, match[1], person)
