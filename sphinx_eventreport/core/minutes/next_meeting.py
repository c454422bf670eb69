"""The minutes of the last meetings of a series -> those of the next one, ready to be filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.frontmatter import write_front_matter
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.names import written_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.core.records import Action, Event, Person, Report

_NUMBER = lazy_regex(r"(?<![\w-])(#?)(\d{1,5})(?![\w-])")
_OPEN = frozenset({"open", "started"})
_LONGEST_GAP = 400
"""Days between meetings that still make a rhythm: those of a yearly one, late."""
_MARKUP = lazy_regex(r"([\\`*_{}\[\]<>#&|$%])")


def in_order(reports: Sequence[Report], series: str | None = None) -> list[Report]:
    """Return the minutes among *reports* that have a day, the oldest first.

    They are those of *series*, or else of the series of the newest.
    """
    found = [one for one in reports if one.minutes and one.event and one.start]
    if series is None and found:
        newest = max(found, key=lambda one: one.start.sort_key if one.start else ())
        series = _series_of(newest)
    return sorted(
        (one for one in found if _series_of(one) == series),
        key=lambda one: one.start.sort_key if one.start else (),
    )


def next_day(meetings: Sequence[Report]) -> dt.date | None:
    """Return the day of the next meeting: as long after the last one as that was after the one before."""
    days = [one.start.date for one in meetings if one.start and one.start.day]
    if len(days) < 2 or not 0 < (days[-1] - days[-2]).days <= _LONGEST_GAP:  # noqa: PLR2004 -- a gap has two ends
        return None
    gap = days[-1] - days[-2]
    return days[-1] + gap


def next_minutes(meetings: Sequence[Report], day: dt.date, *, in_turn: bool = False) -> tuple[str, str]:
    """Return title and text of the minutes of the meeting on *day*, which follows *meetings*.

    Number, chair and scribe are those of the last meeting, counted on; *in_turn* has those lead and write who
    did it longest ago. The actions that are open are carried on.
    """
    last = meetings[-1]
    event, minutes = last.event, last.minutes
    name = _counted_on(event.name if event else last.title or "Meeting")
    title = _counted_on(_without_day(last.title, last) or name)
    said: dict[str, Any] = {"status": "draft"}
    for field in ("chair", "scribe"):
        people = _in_turn(meetings, field) if in_turn else getattr(minutes, field)
        if people:
            said[field] = [written_name(one) for one in people]
    if minutes and minutes.quorum:
        said["quorum"] = minutes.quorum
    front = {"title": f"{title}, {day}", "date": day, "event": _event(event, name, day), "minutes": said}
    return title, write_front_matter(front) + _body(open_actions(meetings), last)


def open_actions(meetings: Sequence[Report]) -> Sequence[tuple[str, Action]]:
    """Return the actions that are open after *meetings*, each with its full name."""
    found: dict[str, Action] = {}
    names: dict[str, str] = {}
    for meeting in meetings:
        for action in meeting.actions:
            name = f"{meeting.label}/{action.label}"
            if action.continues:
                found.pop(names.get(action.continues, action.continues), None)
            found[name] = action
            names[name] = names[action.label] = name
    return [(name, action) for name, action in found.items() if action.status in _OPEN]


def _series_of(report: Report) -> str:
    event = report.event
    return (event.series or event.name) if event else ""


def _counted_on(name: str) -> str:
    """Return *name* with its last number one higher: "Meeting #12" is followed by "Meeting #13"."""
    # A year is not the number of a meeting.
    numbers = [found for found in _NUMBER.finditer(name) if found[1] or len(found[2]) != len("2025")]
    if not numbers:
        return name
    last = numbers[-1]
    return f"{name[: last.start()]}{last[1]}{int(last[2]) + 1}{name[last.end() :]}"


def _without_day(title: str | None, report: Report) -> str:
    written = report.start.isoformat()[:10] if report.start else ""
    return (title or "").replace(written, "").strip(" ,–—-()") if written else title or ""


def _in_turn(meetings: Sequence[Report], field: str) -> Sequence[Person]:
    """Return who did it longest ago, of those who did it at all."""
    last: dict[str, tuple[int, Person]] = {}
    for number, meeting in enumerate(meetings):
        for one in getattr(meeting.minutes, field):
            last[one.label] = (number, one)
    return [person for _number, person in sorted(last.values(), key=lambda found: found[0])[:1]]


def _event(event: Event | None, name: str, day: dt.date) -> Mapping[str, object]:
    found: dict[str, object] = {"name": name}
    if event and event.series:
        found["series"] = event.series
    found["start"] = day
    if event and event.url:
        found["url"] = event.url
    return found


def _body(actions: Sequence[tuple[str, Action]], last: Report) -> str:
    lines = ["", "Present:", "", "Regrets:", "", "## Agenda", ""]
    lines += [f"- Minutes of {_escaped(last.title or last.label)}", "- Open actions", ""]
    if actions:
        lines += ["## Open actions", ""]
    for name, action in actions:
        lines += _carried_on(name, action)
    return "\n".join([*lines, "## Topics", "", "## Next meeting", ""])


def _carried_on(name: str, action: Action) -> list[str]:
    # A fence of backticks can have none behind it.
    fence = "~~~" if "`" in action.title else "```"
    lines = [f"{fence}{{action}} {action.title}", f":continues: {name}", f":label: {action.label}"]
    if action.owner:
        lines.append(f":owner: {', '.join(written_name(one) for one in action.owner)}")
    if action.due:
        lines.append(f":due: {action.due.isoformat()}")
    if action.status != "open":
        lines.append(f":status: {action.status}")
    return [*lines, fence, ""]


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
