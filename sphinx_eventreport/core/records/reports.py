"""The records of a page about an event, and of its talks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sphinx_eventreport.core.identifiers import undated
from sphinx_eventreport.core.record import NamedRecord, Record

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records.audience import Audience
    from sphinx_eventreport.core.records.events import Event
    from sphinx_eventreport.core.records.media import Deck, Recording
    from sphinx_eventreport.core.records.meetings import Action, Decision, Minutes
    from sphinx_eventreport.core.records.people import Link, Person

Visibility = Literal["public", "unlisted", "draft"]


@dataclass(frozen=True, slots=True)
class Canonical(Record):
    """Where a report was first published."""

    url: str
    """The address of the original."""
    label: str | None = None
    """The name of that place; without it, its host."""


@dataclass(frozen=True, slots=True)
class Talk(NamedRecord):
    """One talk of an event."""

    label: str
    """The name for references, unique on its page among talks."""
    title: str
    """Its title, without the speakers."""
    speakers: tuple[Person, ...] = ()
    """Who gave it, in the order they were named."""
    start: PartialDate | None = None
    """When it began; a time without a day is on the first day of the event."""
    end: PartialDate | None = None
    """When it ended."""
    duration: int | None = None
    """How long it took, in minutes."""
    room: str | None = None
    """Where it was, as written."""
    track: str | None = None
    """The track of the programme, as written."""
    type: str | None = None
    """The sort of talk, as written: "Keynote", "Workshop"."""
    language: str | None = None
    """A BCP 47 tag such as ``en`` or ``pt-BR``."""
    level: str | None = None
    """How advanced it is, as written: "beginner"."""
    license: str | None = None
    """The licence of its material, an SPDX identifier as written."""
    tags: tuple[str, ...] = ()
    """Its tags."""
    links: tuple[Link, ...] = ()
    """Further links, such as to its code."""
    decks: tuple[Deck, ...] = ()
    """Its slides."""
    recordings: tuple[Recording, ...] = ()
    """Its videos."""
    audience: Audience = "public"
    """For whom it is."""


@dataclass(frozen=True, slots=True)
class Report(Record):
    """A page about an event: the post, the minutes."""

    label: str
    """The name for references, unique on a site."""
    title: str | None = None
    """The title of the page; ``None`` if neither front matter nor a heading says it."""
    description: str | None = None
    """One or two sentences, for cards and search engines."""
    date: PartialDate | None = None
    """The day on which it was published."""
    updated: PartialDate | None = None
    """The day on which its text was last changed."""
    authors: tuple[Person, ...] = ()
    """Who wrote it."""
    tags: tuple[str, ...] = ()
    """Its tags."""
    thumbnail: str | None = None
    """The picture of its card: a path or URL, as written."""
    banner: str | None = None
    """The picture at its top: a path or URL, as written."""
    canonical: Canonical | None = None
    """Where it was first published, if that was elsewhere."""
    license: str | None = None
    """The licence of the text, an SPDX identifier as written."""
    language: str | None = None
    """A BCP 47 tag such as ``en`` or ``pt-BR``."""
    event: Event | None = None
    """The event it is about."""
    minutes: Minutes | None = None
    """Who held the meeting, if the page is its minutes."""
    talks: tuple[Talk, ...] = ()
    """The talks: those of sections in the order of the page, then those of the front matter only."""
    decisions: tuple[Decision, ...] = ()
    """What was decided, in the order of the page."""
    actions: tuple[Action, ...] = ()
    """What is to be done, in the order of the page."""
    visibility: Visibility = "public"
    """Who finds the page: everybody, those who have its address, or nobody."""
    publish_date: PartialDate | None = None
    """The day before which nobody sees the page, where a generator has one."""
    expiry_date: PartialDate | None = None
    """The day from which on nobody sees the page, where a generator has one."""
    audience: Audience = "public"
    """For whom the page is; what only a part of it says is with that part."""
    raw_directive: bool = True
    """Whether ``{raw}`` passes on the page; it does not where it came from a post of another generator."""
    dialect: str = "native"
    """The name of the dialect its front matter was read in."""
    extra: tuple[tuple[str, object], ...] = ()
    """The keys that no field has, with their plain values."""
    sources: tuple[tuple[str, str], ...] = ()
    """For each field that another key filled, that key: ``("description", "excerpt")``."""

    @property
    def name(self) -> str:
        """The title, or what the label says without its date."""
        return self.title or undated(self.label) or self.label

    @property
    def start(self) -> PartialDate | None:
        """The first day of the event; of one without a date, the day on which the report was published."""
        return self.event.start if self.event and self.event.start else self.date
