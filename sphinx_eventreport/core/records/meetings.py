"""Records of a meeting: who was there, what was decided, what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sphinx_eventreport.core.record import NamedRecord, Record

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records.audience import Audience
    from sphinx_eventreport.core.records.people import Person

MinutesStatus = Literal["draft", "proposed", "approved", "final"]
DecisionStatus = Literal["proposed", "accepted", "rejected", "deferred", "withdrawn", "deprecated"]
ActionStatus = Literal["open", "started", "done", "dropped"]


@dataclass(frozen=True, slots=True)
class Attendee(Record):
    """Somebody at a meeting, or who could not come."""

    person: Person
    """Who it is, with affiliation and handle where they were written."""
    initials: str | None = None
    """What the minutes call them for short: "KG"."""
    role: str | None = None
    """What they are there, as written: "voting member"."""
    remote: bool = False
    """Whether they took part from elsewhere."""

    @property
    def name(self) -> str:
        """What they are called."""
        return self.person.name


@dataclass(frozen=True, slots=True)
class Minutes(Record):
    """Who held a meeting, who was there, and how far its minutes are."""

    status: MinutesStatus | None = None
    """How far they are; ``None`` where nothing was said."""
    approved: PartialDate | None = None
    """The day on which they were approved."""
    approved_by: str | None = None
    """The label of the decision that approved them."""
    chair: tuple[Person, ...] = ()
    """Who led the meeting."""
    scribe: tuple[Person, ...] = ()
    """Who wrote the minutes."""
    attendees: tuple[Attendee, ...] = ()
    """Who was there."""
    guests: tuple[Attendee, ...] = ()
    """Who was there without being one of the group."""
    regrets: tuple[Attendee, ...] = ()
    """Who sent their apologies."""
    quorum: int | None = None
    """How many have to be there."""
    agenda: str | None = None
    """A URL: what was to be talked about."""
    words: bool | None = None
    """Whether lines such as "ACTION: ..." in the text count; ``None`` where the site decides."""


@dataclass(frozen=True, slots=True)
class Votes(Record):
    """How many were for something, against it, and neither; with names where they were written."""

    yes: int | None = None
    """How many were in favour."""
    no: int | None = None
    """How many were against."""
    abstain: int | None = None
    """How many abstained."""
    in_favor: tuple[Person, ...] = ()
    """Who was in favour."""
    against: tuple[Person, ...] = ()
    """Who was against."""
    abstaining: tuple[Person, ...] = ()
    """Who abstained."""


@dataclass(frozen=True, slots=True)
class Decision(NamedRecord):
    """What a meeting decided, or is asked to decide."""

    label: str
    """The name for references, unique on its page among decisions."""
    title: str
    """What it is about, in a few words."""
    number: int = 0
    """Which of its meeting's decisions it is, counted from 1."""
    status: DecisionStatus = "accepted"
    """What became of it; what put it out of force is said by the decision that did."""
    date: PartialDate | None = None
    """When it was made; without it, when the meeting was."""
    by: tuple[Person, ...] = ()
    """Who made it."""
    consulted: tuple[Person, ...] = ()
    """Who was asked."""
    informed: tuple[Person, ...] = ()
    """Who was told."""
    moved_by: tuple[Person, ...] = ()
    """Who proposed it."""
    seconded_by: tuple[Person, ...] = ()
    """Who supported the proposal."""
    votes: Votes | None = None
    """How the votes were, if there was a vote."""
    requires: str | None = None
    """What was needed, as written: "two thirds of those present"."""
    how: str | None = None
    """In which way it was made, as written: "consensus", "email"."""
    closes: PartialDate | None = None
    """Until when one can object or vote, where it is made between meetings."""
    supersedes: tuple[str, ...] = ()
    """The labels of the decisions that it takes the place of."""
    amends: tuple[str, ...] = ()
    """The labels of the decisions that it changes."""
    approves: tuple[str, ...] = ()
    """The labels of the reports whose minutes it approves."""
    topic: str | None = None
    """What it belongs to, across meetings."""
    tags: tuple[str, ...] = ()
    """What it is about."""
    audience: Audience = "public"
    """For whom it is."""


@dataclass(frozen=True, slots=True)
class Action(NamedRecord):
    """What somebody is to do."""

    label: str
    """The name for references, unique on its page among actions."""
    title: str
    """What is to be done."""
    number: int = 0
    """Which of its meeting's actions it is, counted from 1."""
    owner: tuple[Person, ...] = ()
    """Who does it; empty where nobody was found yet."""
    due: PartialDate | None = None
    """Until when."""
    status: ActionStatus = "open"
    """How far it is."""
    done: PartialDate | None = None
    """When it was done."""
    continues: str | None = None
    """The label of the same action in an earlier meeting."""
    issue: str | None = None
    """A URL: where its progress is tracked."""
    topic: str | None = None
    """What it belongs to, across meetings."""
    tags: tuple[str, ...] = ()
    """What it is about."""
    audience: Audience = "public"
    """For whom it is."""
