"""An entry of a feed: an event, a talk, a deck, a decision or an action, as others get to know of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.record import Record

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Mode, Status


@dataclass(frozen=True, slots=True)
class Author(Record):
    """Somebody to whom an entry is owed."""

    name: str
    """What they are called."""
    url: str = ""
    """A page about them, "" where none is known."""


@dataclass(frozen=True, slots=True)
class Enclosure(Record):
    """A file or recording that comes with an entry."""

    title: str
    """What it is called."""
    url: str
    """Where it is."""
    media_type: str
    """What it is, as IANA calls it: "application/pdf"."""
    length: int = 0
    """How many bytes it has; 0 where that is not known."""


@dataclass(frozen=True, slots=True)
class Entry(Record):
    """One entry. What is unknown is empty, and is left out of what is written."""

    type: str
    """The object type: "event", "talk", "deck", "recording", "decision" or "action"; "digest"
    for what is new with an event of a series."""
    identity: str
    """Its full name on the site, which does not change when another page comes: "2021-01-14-maps/opening"."""
    title: str
    """Its title."""
    url: str = ""
    """Its address, "" where nobody knows where the site is."""
    published: PartialDate | None = None
    """When it was published."""
    updated: PartialDate | None = None
    """When it was last changed, if it was."""
    summary: str = ""
    """What it is about, in a sentence or two."""
    content: str = ""
    """All of it as HTML with whole addresses, where it is more than `summary`."""
    authors: tuple[Author, ...] = ()
    """Who wrote, gave, or made it, or is to do it."""
    tags: tuple[str, ...] = ()
    """What it is about, in words."""
    language: str = ""
    """A BCP 47 tag."""
    license: str = ""
    """An SPDX identifier as written."""
    enclosures: tuple[Enclosure, ...] = ()
    """Its slides and recordings."""
    start: PartialDate | None = None
    """When it begins."""
    end: PartialDate | None = None
    """The last day, or the end."""
    minutes: int = 0
    """How long it takes, in minutes, where no end is known; 0 where that is not known either."""
    place: str = ""
    """Where it is, in one line."""
    online_url: str = ""
    """Where to take part from elsewhere."""
    status: Status = "scheduled"
    """Whether it takes place as planned."""
    mode: Mode | None = None
    """Whether people meet in one place, online, or both."""
    part_of: str = ""
    """The identity of the event that it belongs to, "" where it is one itself."""
    has_minutes: bool = False
    """Whether its report is the minutes of a meeting."""
    state: str = ""
    """How far a decision, an action or minutes are, in the words of front matter."""
    due: PartialDate | None = None
    """Until when an action is to be done."""
    done: PartialDate | None = None
    """When it was done."""

    @property
    def changed(self) -> PartialDate | None:
        """When it was last changed, or else published, or else took place."""
        return self.updated or self.published or self.start

    @property
    def lacks_day(self) -> bool:
        """Whether only the month or the year is known of what a calendar has on a day."""
        if self.type not in {"event", "decision"} or self.start is None:
            return False
        return self.start.precision not in {"day", "time"}


def instant(date: PartialDate) -> dt.datetime:
    """Return the first moment in UTC that *date* can mean; a time of no zone counts as one of UTC.

    It is the same on each machine and day, for nothing else is asked.
    """
    zone = dt.timezone(dt.timedelta(minutes=date.offset or 0))
    moment = dt.datetime.combine(date.date, date.time or dt.time(), zone)
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:  # The first or last day that Python knows.
        return moment.replace(tzinfo=dt.UTC)


def timestamp(moment: dt.datetime) -> str:
    """Return *moment*, which is in UTC, as RFC 3339 has it: with four digits for the year 1 as well."""
    return f"{moment.year:04}-{moment:%m-%dT%H:%M:%SZ}"
