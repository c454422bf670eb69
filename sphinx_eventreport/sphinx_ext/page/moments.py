"""Days and times of an event's talks, by the clocks of the place where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import in_zone
from sphinx_eventreport.sphinx_ext.inline.dates import clock_text, zone_text

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Event


@dataclass(frozen=True, slots=True)
class Clocks:
    """How a page shows moments."""

    event: Event | None
    """The event that the page is about, if it is about one."""

    @property
    def zone(self) -> str | None:
        """The IANA name of the zone in which all moments are shown; ``None`` where each has its own."""
        return self.event.timezone if self.event else None

    @property
    def start(self) -> PartialDate | None:
        """The beginning of the event."""
        return self.there(self.event.start) if self.event else None

    @property
    def takes_days(self) -> bool:
        """Whether the event takes several days, or nobody knows its day."""
        end = self.there(self.event.end) if self.event else None
        return self.start is None or (end is not None and end.date != self.start.date)

    def there(self, date: PartialDate | None) -> PartialDate | None:
        """Return *date* as it is where the event is."""
        return in_zone(date, self.zone) if date else None

    def text(self, moment: PartialDate) -> str:
        """Return the time of *moment*, with its zone where nothing else on the page tells it."""
        zone = "" if self.zone else zone_text(moment)
        if self.start is not None and self.start.time and zone_text(self.start) == zone:
            zone = ""
        return f"{clock_text(moment)} {zone}".rstrip()
