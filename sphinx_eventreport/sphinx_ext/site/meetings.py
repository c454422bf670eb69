"""What the minutes of a site say of somebody, and of a series."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.records import Action, Decision
from sphinx_eventreport.sphinx_ext.site.decided import last_actions, state_of_decision
from sphinx_eventreport.sphinx_ext.site.editions import editions
from sphinx_eventreport.sphinx_ext.site.site import Site, fact
from sphinx_eventreport.sphinx_ext.site.works import reports_by_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Minutes
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import PlacedObject

MOST_MEETINGS = 12
"""Columns of a table of attendance: the meetings of a year, and about what a page is wide for."""
_OPEN = frozenset({"open", "started"})


class Meeting(NamedTuple):
    """A meeting, as a list of them shows it."""

    link: Link
    """The way to it."""
    start: PartialDate | None
    """Its first day."""


class OpenAction(NamedTuple):
    """An action that is to be done, as the last meeting that speaks of it says."""

    link: Link
    """The way to it."""
    owners: tuple[str, ...]
    """The names of those who do it."""
    due: PartialDate | None
    """Until when."""
    meeting: Link
    """The way to that meeting."""


@dataclass(frozen=True, slots=True)
class OfPerson:
    """What minutes say of somebody; the newest meeting first, and what is due first."""

    actions: list[OpenAction] = field(default_factory=list)
    """What they are to do."""
    chaired: list[Meeting] = field(default_factory=list)
    """The meetings that they led."""
    attended: list[Meeting] = field(default_factory=list)
    """The others at which they were."""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.actions or self.chaired or self.attended)


class Present(NamedTuple):
    """Who was at the last meetings of a series."""

    meetings: tuple[Meeting, ...] = ()
    """The meetings, the newest first."""
    counts: tuple[tuple[int, int | None], ...] = ()
    """How many were at each, and how many had to be there, if that was said."""
    people: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Everybody by name, and what they were at each: "present", "remote", "guest", "regrets" or ""."""


class OfSeries(NamedTuple):
    """What the minutes of a series say."""

    in_force: tuple[Meeting, ...] = ()
    """The decisions that hold, with their days, the newest first."""
    actions: tuple[OpenAction, ...] = ()
    """What is to be done, what is due first before all else."""
    present: Present = Present()
    """Who was there."""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return any((self.in_force, self.actions, self.present.people))


@fact
def meetings_of_people(site: Site) -> Mapping[str, OfPerson]:
    """Return what minutes say of everybody, by label."""
    found: dict[str, OfPerson] = {}
    for page in reports_by_date(site):
        minutes = page.report.minutes if page.report else None
        if minutes is None:
            continue
        meeting = Meeting(page.link, page.start)
        chairs = {one.label for one in minutes.chair}
        for label in chairs:
            found.setdefault(label, OfPerson()).chaired.append(meeting)
        for label in {one.person.label for one in (*minutes.attendees, *minutes.guests)} - chairs:
            found.setdefault(label, OfPerson()).attended.append(meeting)
    for _page, action, shown in _open_actions(site):
        for one in action.owner:
            found.setdefault(one.label, OfPerson()).actions.append(shown)
    return found


@fact
def meetings_of_series(site: Site) -> Mapping[str, OfSeries]:
    """Return what the minutes of each series say, by the label of the series."""
    actions: dict[str, list[OpenAction]] = {}
    for page, _action, shown in _open_actions(site):
        actions.setdefault(page.series_label(), []).append(shown)
    return {
        label: OfSeries(_in_force(site, pages), tuple(actions.get(label, ())), _present(pages))
        for label, pages in editions(site).items()
    }


@fact
def _open_actions(site: Site) -> Sequence[tuple[Page, Action, OpenAction]]:
    """Return the open actions of reports, what is due first before all else."""
    found = [
        (page, action, _shown(site, page, placed, action))
        for page, placed in last_actions(site)
        if isinstance(action := placed.record, Action) and action.status in _OPEN and page.report is not None
    ]
    return sorted(found, key=lambda one: (one[1].due is None, one[1].due.sort_key if one[1].due else ()))


def _shown(site: Site, page: Page, placed: PlacedObject, action: Action) -> OpenAction:
    owners = tuple(one.name for one in action.owner)
    return OpenAction(page.object_link(placed), owners, action.due, site.told_apart(page.link))


def _in_force(site: Site, pages: Sequence[Page]) -> tuple[Meeting, ...]:
    return tuple(
        Meeting(page.object_link(placed), decision.date or page.start)
        for page in pages
        for placed in page.objects_of("decision")
        if isinstance(decision := placed.record, Decision)
        and decision.status == "accepted"
        and not state_of_decision(site, page, placed).superseded_by
    )


def _present(pages: Sequence[Page]) -> Present:
    """Return who was at the last of the meetings that say who was there."""
    said = [
        (page, page.report.minutes)
        for page in pages
        if page.report and page.report.minutes and page.report.minutes.attendees
    ][:MOST_MEETINGS]
    rolls = [_roll(minutes) for _page, minutes in said]
    names = {label: name for roll in reversed(rolls) for label, (name, _what) in roll.items()}
    people = [
        (name, tuple(roll[label][1] if label in roll else "" for roll in rolls))
        for label, name in names.items()
    ]
    counts = [(len(minutes.attendees), minutes.quorum) for _page, minutes in said]
    meetings = [Meeting(page.link, page.start) for page, _minutes in said]
    return Present(tuple(meetings), tuple(counts), tuple(sorted(people, key=lambda row: row[0].casefold())))


def _roll(minutes: Minutes) -> Mapping[str, tuple[str, str]]:
    """Return name and presence of everybody whom *minutes* name, by label."""
    found: dict[str, tuple[str, str]] = {}
    for one in minutes.attendees:
        found[one.person.label] = (one.name, "remote" if one.remote else "present")
    for people, what in ((minutes.guests, "guest"), (minutes.regrets, "regrets")):
        for one in people:
            found.setdefault(one.person.label, (one.name, what))
    return found
