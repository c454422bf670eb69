"""Records of an event: what it is called, when and where it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sphinx_eventreport.core.record import Record

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records.people import Person

Mode = Literal["offline", "online", "mixed"]
Status = Literal["scheduled", "cancelled", "postponed", "moved_online"]


@dataclass(frozen=True, slots=True)
class Location(Record):
    """A place, a virtual one, or both (schema.org's ``Place``, ``PostalAddress`` and ``VirtualLocation``)."""

    name: str | None = None
    """The building or venue."""
    city: str | None = None
    """The town."""
    region: str | None = None
    """The state, province or region."""
    country: str | None = None
    """The country, as written: a name or an ISO 3166-1 code."""
    street: str | None = None
    """The street and number."""
    online_url: str | None = None
    """Where to join online."""
    url: str | None = None
    """The place's own page."""

    def __str__(self) -> str:
        """Return "Carrousel du Louvre, Paris, FR", or an empty string."""
        parts = (self.name, self.street, self.city, self.region, self.country)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Event(Record):
    """A conference, meetup or meeting (schema.org's ``Event``)."""

    name: str
    """The name of the event."""
    series: str | None = None
    """The series it belongs to, such as a yearly conference."""
    start: PartialDate | None = None
    """The first day, or its beginning with the time."""
    end: PartialDate | None = None
    """The last day, or its end with the time."""
    timezone: str | None = None
    """An IANA name such as ``Europe/Paris``, for times that have none of their own."""
    url: str | None = None
    """The event's own page."""
    location: Location = field(default_factory=Location)
    """Where it is; empty if nothing was said."""
    mode: Mode | None = None
    """Whether people meet in one place, online, or both; ``None`` if nothing was said."""
    status: Status = "scheduled"
    """Whether it takes place as planned."""
    organizers: tuple[Person, ...] = ()
    """Who runs it."""
