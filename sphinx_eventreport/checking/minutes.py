"""Minutes: what a build is right to show, and somebody has to look at."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.near_names import NearNames
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Action, Decision
from sphinx_eventreport.sphinx_ext.site.decided import last_actions, minutes_state, state_of_decision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.site import Site

OVERDUE = "eventreport.overdue"
"""The title of what is open though its day is over."""
_MINUTES = "eventreport.minutes"
_OPEN = frozenset({"open", "started"})
_OLD_DRAFT = dt.timedelta(days=60)
"""Two months: most groups approve minutes at the next meeting, and meet at least every other month."""


class Note(NamedTuple):
    """Something to look at."""

    docname: str
    """The document it is in."""
    problem: Problem
    """What it is."""
    title: str = _MINUTES
    """What it is called where findings are shown."""


def minutes_notes(site: Site, today: dt.date) -> Iterator[Note]:
    """Yield what is to be looked at in the minutes of *site* on the day *today*."""
    for page in site.pages.values():
        yield from _of_meeting(site, page, today)
        yield from _of_actions(page)
    yield from _unknown_owners(site)
    yield from _overdue(site, today)
    yield from _referred_to(site)


def _of_meeting(site: Site, page: Page, today: dt.date) -> Iterator[Note]:
    minutes = page.report.minutes if page.report else None
    if minutes is None:
        return
    present = len(minutes.attendees)
    if minutes.quorum and 0 < present < minutes.quorum:
        message = f"{present} were present, and the quorum is {minutes.quorum}"
        hint = "add who is missing, or say in the text what follows from it"
        yield Note(page.docname, Problem(Subtype.VALUE, message, field="minutes.quorum", hint=hint))
    status, day = minutes_state(site, page).status, _last_day(page.start)
    if status in {"draft", "proposed"} and day and day + _OLD_DRAFT < today:
        message = (
            f"The minutes are a {status} since {day}"
            if status == "draft"
            else f"The minutes are proposed since {day}"
        )
        hint = "approve them by a {decision} that `approves` them, or write `approved`"
        yield Note(page.docname, Problem(Subtype.VALUE, message, field="minutes.status", hint=hint))


def _of_actions(page: Page) -> Iterator[Note]:
    for placed in page.objects_of("action"):
        action = placed.record
        if not isinstance(action, Action):
            continue
        if len(action.owner) > 1:
            message = f"{action.title!r} has {len(action.owner)} owners"
            hint = "name the one who sees to it first, and the others in the text"
            yield Note(page.docname, Problem(Subtype.VALUE, message, placed.line, "owner", hint))
        if action.status == "done" and action.done is None:
            message = f"{action.title!r} is done, and on no day"
            yield Note(page.docname, Problem(Subtype.VALUE, message, placed.line, "done", "write the day"))


def _unknown_owners(site: Site) -> Iterator[Note]:
    """Yield the owners whom no minutes name as present, where somebody has nearly that name."""
    known = {one.label: one.name for page in site.pages.values() for one in page.at_meeting()}
    known |= {label: one.name for label, one in site.people.people.items()}
    near = NearNames(known.values())
    for page in site.pages.values() if known else ():
        for placed in page.objects_of("action"):
            for one in placed.people():
                if one.label not in known:
                    nearest = near.nearest(one.name)
                    hint = f"did you mean {nearest}?" if nearest else "name them among those who were there"
                    message = f"{one.name} was at no meeting, and has something to do"
                    yield Note(page.docname, Problem(Subtype.VALUE, message, placed.line, "owner", hint))


def _overdue(site: Site, today: dt.date) -> Iterator[Note]:
    for page, placed in last_actions(site):
        action = placed.record
        day = _last_day(action.due) if isinstance(action, Action) and action.status in _OPEN else None
        if day and day < today:
            owners = ", ".join(one.name for one in action.owner) if isinstance(action, Action) else ""
            message = f"{action.title!r} ({owners or 'nobody yet'}) was due on {day}"
            hint = "say in a later meeting how far it is, with `continues`, or write another day"
            yield Note(page.docname, Problem(Subtype.VALUE, message, placed.line, "due", hint), OVERDUE)


def _referred_to(site: Site) -> Iterator[Note]:
    """Yield the references to decisions that others took the place of, but for those on pages of these."""
    gone: dict[str, tuple[str, set[str]]] = {}
    for page in site.pages.values():
        for placed in page.objects_of("decision"):
            later = state_of_decision(site, page, placed).superseded_by
            if later and isinstance(placed.record, Decision):
                link = page.object_link(placed)
                pages = {page.docname, *(one.docname for one in later)}
                gone[f"{link.docname}#{link.anchor}"] = (later[0].title, pages)
    for page in site.pages.values() if gone else ():
        for reference in page.references:
            entries = site.names.find("decision", reference.target) if reference.type == "decision" else ()
            for entry in entries:
                title, pages = gone.get(f"{entry.docname}#{entry.anchor}", ("", {page.docname}))
                if page.docname not in pages:
                    message = f"The decision {reference.target!r} is no longer in force"
                    hint = f"refer to {title!r}, which supersedes it"
                    problem = Problem(Subtype.VALUE, message, hint=hint, target=reference.target)
                    yield Note(page.docname, problem)


def _last_day(date: PartialDate | None) -> dt.date | None:
    """Return the last day that *date* can be: of a month, its last one."""
    if date is None:
        return None
    if date.month is None:
        return dt.date(date.year, 12, 31)
    if date.day is None:
        first = dt.date(date.year + date.month // 12, date.month % 12 + 1, 1)
        return first - dt.timedelta(days=1)
    return dt.date(date.year, date.month, date.day)
