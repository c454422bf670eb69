"""What pages say of the decisions and actions of others: what was superseded, approved, carried on."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Action
from sphinx_eventreport.sphinx_ext.site.decided_names import (
    Placed,
    accepted_decisions,
    approves_itself,
    circles,
    named_in,
    placed_objects,
    problems_of,
)
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import PlacedObject


_MOST_EARLIER = 12
"""Meetings that spoke of an action, as many as are in a year: the first of them leads on to those before."""


class State(NamedTuple):
    """What other pages say of a decision or an action; empty where they say nothing."""

    superseded_by: tuple[Link, ...] = ()
    """The accepted decisions that take its place."""
    amended_by: tuple[Link, ...] = ()
    """The accepted decisions that change it."""
    status: str = ""
    """How far the same action is in the last meeting that speaks of it."""
    done: PartialDate | None = None
    """When it was done, by that meeting."""
    later: Link | None = None
    """The same action in that meeting."""
    earlier: tuple[Link, ...] = ()
    """The same action in the last meetings before."""
    topic: tuple[Link, ...] = ()
    """The last meetings before that spoke of its topic."""
    problems: tuple[Problem, ...] = ()
    """What cannot be of what it says of others."""


class _Moment(NamedTuple):
    """What orders the entries of an action."""

    day: tuple[int, int, str]
    steps: int
    """How many of those that it continues were before it."""
    docname: str
    line: int


class MinutesState(NamedTuple):
    """How far minutes are."""

    status: str = ""
    """A key of the statuses of minutes, "" where nothing is known."""
    approved: PartialDate | None = None
    """The day on which they were approved."""
    by: Link | None = None
    """The decision that approved them."""
    problem: Problem | None = None
    """Why what they say of their approval cannot be."""


def states(site: Site, page: Page) -> Mapping[str, State]:
    """Return what others say of the decisions and actions on *page*, by their ids; none if nobody does."""
    found: dict[str, State] = {}
    for placed in page.objects:
        if placed.type not in {"decision", "action"}:
            continue
        one = Placed(page, placed)
        is_decision = placed.type == "decision"
        state = state_of_decision(site, page, placed) if is_decision else _of_action(site, one)
        state = state._replace(problems=problems_of(site, one), topic=_topic_before(site, one))
        if state != State():
            found[placed.anchor] = state
    return found


def state_of_decision(site: Site, page: Page, placed: PlacedObject) -> State:
    """Return what others say of a decision on *page*."""
    name = Placed(page, placed).name
    return State(_newer(site, "supersedes").get(name, ()), _newer(site, "amends").get(name, ()))


def last_actions(site: Site) -> Sequence[Placed]:
    """Return each action once, where the last meeting speaks of it, in the order of the documents."""
    return sorted(
        (chain[-1] for chain in _chains(site)), key=lambda one: (one.page.docname, one.placed.line or 0)
    )


def chain_of(site: Site, one: Placed) -> Sequence[Placed]:
    """Return an action in all meetings that speak of it, the first meeting first."""
    return _chain_of(site).get(one.name, (one,))


def minutes_state(site: Site, page: Page) -> MinutesState:
    """Return how far the minutes of *page* are: as it says itself, or as a decision approved them."""
    minutes = page.report.minutes if page.report else None
    if minutes is None or page.report is None:
        return MinutesState()
    approval = _approvals(site).get(page.report.label)
    if minutes.approved_by:
        entry = next(iter(site.names.find("decision", minutes.approved_by)), None)
        if entry is not None and entry.docname == page.docname:
            own = _approved_by_itself(minutes.approved_by)
            by, day = (approval.link, approval.page.start) if approval else (None, None)
            return MinutesState("approved" if by else minutes.status or "draft", day, by, own)
        if entry is not None:
            made = next((one for one in placed_objects(site, "decision") if one.name == entry.name), None)
            by, day = (made.link, made.page.start) if made else (site.link(entry), None)
            return MinutesState("approved", day, by)
    problem = _unknown_approval(minutes.approved_by) if minutes.approved_by else None
    if approval is not None:
        return MinutesState("approved", approval.page.start, approval.link, problem)
    status = (
        "approved" if minutes.approved and minutes.status in {None, "draft", "proposed"} else minutes.status
    )
    return MinutesState(status or "", minutes.approved, problem=problem)


def _approved_by_itself(label: str) -> Problem:
    return Problem(
        Subtype.VALUE,
        f"`minutes.approved` is {label!r}, a decision of these minutes: they do not approve themselves",
        field="minutes.approved",
        hint="name a decision of a later meeting, or write a day",
    )


def _unknown_approval(label: str) -> Problem:
    return Problem(
        Subtype.UNKNOWN_TARGET,
        f"`minutes.approved` is {label!r}, which is neither a day nor the label of a decision",
        field="minutes.approved",
        hint="write a day such as 2016-05-31, or correct the label",
    )


def _of_action(site: Site, one: Placed) -> State:
    chain = chain_of(site, one)
    before = [other.name for other in chain].index(one.name)
    earlier = tuple(_meeting(site, other) for other in chain[max(0, before - _MOST_EARLIER) : before])
    last = chain[-1]
    action = last.placed.record
    if last.name == one.name or not isinstance(action, Action):
        return State(earlier=earlier)
    done = action.done or (last.page.start if action.status == "done" else None)
    return State(status=action.status, done=done, later=_meeting(site, last), earlier=earlier)


def _meeting(site: Site, one: Placed) -> Link:
    """Return the link to the place of an action, by the title of the meeting."""
    return site.page_link(one.page.docname)._replace(anchor=one.placed.anchor)


def _topic_before(site: Site, one: Placed) -> tuple[Link, ...]:
    """Return the links to what the last meetings before said of the topic of *one*: the first of each."""
    topic = getattr(one.placed.record, "topic", None)
    if not topic or one.page.start is None:
        return ()
    day = one.page.start.sort_key
    before: dict[str, Placed] = {}
    for other in _by_topic(site).get(slugify(topic), ()):
        if other.page.start and other.page.start.sort_key < day:
            before.setdefault(other.page.docname, other)
    return tuple(_meeting(site, other) for other in list(before.values())[-_MOST_EARLIER:])


@fact
def _by_topic(site: Site) -> Mapping[str, Sequence[Placed]]:
    """Return the decisions and actions of each topic, those of the first meeting first."""
    found: dict[str, list[Placed]] = {}
    for one in (*placed_objects(site, "decision"), *placed_objects(site, "action")):
        topic = getattr(one.placed.record, "topic", None)
        if topic and one.page.start:
            found.setdefault(slugify(topic), []).append(one)
    for every in found.values():
        every.sort(key=lambda one: one.page.start.sort_key if one.page.start else ())
    return found


@fact
def _chain_of(site: Site) -> Mapping[str, Sequence[Placed]]:
    return {one.name: chain for chain in _chains(site) for one in chain}


@fact
def _chains(site: Site) -> Sequence[Sequence[Placed]]:
    """Return the entries of each action that meetings carried on, the first meeting first."""
    by_name = {one.name: one for one in placed_objects(site, "action")}
    root = {name: name for name in by_name}

    def top(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    for name, before in named_in(site, "continues").items():
        for other in before:
            if other in root:
                # A circle has one top as well.
                root[top(name)] = top(other)
    chains: dict[str, list[Placed]] = {}
    for name, one in by_name.items():
        chains.setdefault(top(name), []).append(one)
    moments = _moments(site, by_name)
    return [sorted(chain, key=lambda one: moments[one.name]) for chain in chains.values()]


def _moments(site: Site, actions: Mapping[str, Placed]) -> Mapping[str, _Moment]:
    """Return what orders *actions*: by their days, and none before the one that it continues."""
    in_circle = circles(site, "continues")
    before = {
        name: [other for other in others if other in actions and name not in in_circle]
        for name, others in named_in(site, "continues").items()
    }
    found: dict[str, _Moment] = {}
    for name in TopologicalSorter({**dict.fromkeys(actions, ()), **before}).static_order():
        one = actions[name]
        start = one.page.start
        day, steps = start.sort_key if start else (0, 0, ""), 0
        for other in before.get(name, ()):
            day, steps = max(day, found[other].day), found[other].steps + 1
        found[name] = _Moment(day, steps, one.page.docname, one.placed.line or 0)
    return found


@fact
def _newer(site: Site, field: str) -> Mapping[str, tuple[Link, ...]]:
    """Return the accepted decisions that name others in *field*, by the full name of the other."""
    found: dict[str, list[Link]] = {}
    named = named_in(site, field)
    for one, _decision in accepted_decisions(site):
        for name in named[one.name]:
            if name != one.name:
                found.setdefault(name, []).append(site.told_apart(one.link))
    return {name: tuple(links) for name, links in found.items()}


@fact
def _approvals(site: Site) -> Mapping[str, Placed]:
    """Return the accepted decision that approves the minutes of a report, by the label of the report."""
    found: dict[str, Placed] = {}
    for one, decision in accepted_decisions(site):
        for label in decision.approves:
            for entry in site.names.find("event", label)[:1]:
                if not approves_itself(site, one, label):
                    found.setdefault(entry.name, one)
    return found
