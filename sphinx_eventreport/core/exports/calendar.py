"""Entries as a calendar: iCalendar (RFC 5545), with some properties of RFC 7986.

Events and talks are VEVENT, actions VTODO, minutes and decisions VJOURNAL. Nothing says METHOD:
the file is one to subscribe to, and invites nobody.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.zones import zone_info
from sphinx_eventreport.core.exports.addresses import as_uri, host_of
from sphinx_eventreport.core.exports.calendar_lines import Component
from sphinx_eventreport.core.exports.entry import instant
from sphinx_eventreport.core.exports.identity import uid, uid_of
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.exports.feed import Feed

PRODUCT = "-//sphinx-eventreport//sphinx-eventreport//EN"
_CONTROL = lazy_regex("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
"""What RFC 5545 (3.1) lets into no text, and the line breaks of Unicode, which some programs heed."""
_STATUSES = {
    "scheduled": "CONFIRMED",
    "moved_online": "CONFIRMED",
    "cancelled": "CANCELLED",
    "postponed": "TENTATIVE",
}
_TODO = {"open": "NEEDS-ACTION", "started": "IN-PROCESS", "done": "COMPLETED", "dropped": "CANCELLED"}
_JOURNAL = dict.fromkeys(("approved", "final", "accepted", "deprecated"), "FINAL") | dict.fromkeys(
    ("rejected", "withdrawn"), "CANCELLED"
)
"""The status of minutes and decisions; what is not here is a DRAFT."""
_DAY = dt.timedelta(days=1)


_UNIVERSAL_TIME = "\r\n".join(
    (
        *("BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
        *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"),
    )
)
"""What a calendar of nothing has, because it has at least one component."""


@dataclass(slots=True)
class _Zones:
    """The zones that a calendar names, each with the first and the last year for which it does."""

    years: dict[str, tuple[int, int]] = field(default_factory=dict)

    def note(self, zone: str, year: int) -> None:
        first, last = self.years.get(zone, (year, year))
        self.years[zone] = (min(first, year), max(last, year))


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar, and how much of what was given is not in it."""

    content: bytes
    """The file."""
    left_out: int
    """How many events have no day, but a month or a year: nothing in a calendar can begin there."""


def calendar_feed(feed: Feed) -> CalendarFile:
    """Return *feed* as a calendar to subscribe to."""
    # icalendar ends with an error at a line break in a property that it does not know.
    title = " ".join(feed.title.split())
    about = {"NAME": title, "X-WR-CALNAME": title, "URL": feed.page, "SOURCE": f"{feed.file}.ics"}
    return _calendar(feed.entries, host_of(feed.base), about)


def calendar_of(entries: Iterable[Entry], base: str) -> CalendarFile:
    """Return a calendar of *entries* to put into one's own; *base* is the site's address, "" if unknown."""
    return _calendar(entries, host_of(base), {})


def _calendar(entries: Iterable[Entry], host: str, about: Mapping[str, str]) -> CalendarFile:
    zones = _Zones()
    found: list[Component] = []
    left_out = 0
    for entry in entries:
        components = _components(entry, host, zones)
        left_out += entry.lacks_day
        found += components
    calendar = Component("VCALENDAR")
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    for name, value in about.items():
        if name in {"URL", "SOURCE"}:
            calendar.add_uri(name, as_uri(value))
        else:
            calendar.add(name, _text(value))
    if about:
        calendar.add("REFRESH-INTERVAL", _DAY, {"VALUE": "DURATION"})
    # A calendar has at least one component, and the last open action may be done.
    calendar.parts += [*_timezones(zones), *found] or [_UNIVERSAL_TIME]
    return CalendarFile(calendar.to_ical(), left_out)


def _components(entry: Entry, host: str, zones: _Zones) -> list[Component]:
    """Return what *entry* is in a calendar; nothing where it has no day, or is not for one: a deck."""
    if entry.type == "action":
        return [_todo(entry, host)]
    start = entry.start if entry.start and entry.start.precision in {"day", "time"} else None
    if start is None:
        return []
    if entry.type == "decision":
        return [_journal(entry, start, uid(entry, host), entry.part_of, host)]
    if entry.type not in {"event", "talk"} or (entry.type == "talk" and start.time is None):
        return []
    found: list[Component] = [_event(entry, start, host, zones)]
    if entry.has_minutes:
        found.append(_journal(entry, start, uid_of("minutes", entry.identity, host), entry.identity, host))
    return found


def _event(entry: Entry, start: PartialDate, host: str, zones: _Zones) -> Component:
    found = Component("VEVENT")
    _add_all(found, entry, uid(entry, host))
    begins = _moment(start, zones)
    found.add("DTSTART", begins)
    ends = _end(entry, begins, zones)
    if ends is not None and _follows(ends, begins):
        found.add("DTEND", ends)
    found.add("STATUS", _STATUSES[entry.status])
    if not isinstance(begins, dt.datetime):
        # A conference of three days does not keep a whole team from being invited.
        found.add("TRANSP", "TRANSPARENT")
    if entry.place:
        found.add("LOCATION", _text(entry.place))
    if entry.online_url:
        found.add_uri("CONFERENCE", as_uri(entry.online_url), {"VALUE": "URI", "LABEL": "Online"})
    if entry.part_of:
        found.add("RELATED-TO", uid_of("event", entry.part_of, host), {"RELTYPE": "PARENT"})
    for each in entry.enclosures:
        found.add_uri("ATTACH", as_uri(each.url), {"FMTTYPE": each.media_type})
    return found


def _todo(entry: Entry, host: str) -> Component:
    found = Component("VTODO")
    _add_all(found, entry, uid(entry, host))
    found.add("STATUS", _TODO.get(entry.state, "NEEDS-ACTION"))
    if entry.due:
        found.add("DUE", entry.due.date)
    if entry.done and entry.state == "done":
        found.add("COMPLETED", instant(entry.done))
    if entry.part_of:
        found.add("RELATED-TO", uid_of("event", entry.part_of, host), {"RELTYPE": "PARENT"})
    return found


def _journal(entry: Entry, start: PartialDate, name: str, event: str, host: str) -> Component:
    found = Component("VJOURNAL")
    _add_all(found, entry, name)
    found.add("DTSTART", start.date)
    if entry.state:
        found.add("STATUS", _JOURNAL.get(entry.state, "DRAFT"))
    found.add("RELATED-TO", uid_of("event", event, host), {"RELTYPE": "PARENT"})
    return found


def _add_all(found: Component, entry: Entry, name: str) -> None:
    """Add what every component has: its name, when it was changed, what it is about, whose it is."""
    found.add("UID", name)
    changed = entry.changed
    moment = instant(changed) if changed else instant(entry.start) if entry.start else _EPOCH
    found.add("DTSTAMP", moment)
    if entry.updated and entry.published:
        found.add("LAST-MODIFIED", moment)
        # Days since it was published: a later change has a larger number, on each machine the same.
        found.add("SEQUENCE", max(0, (entry.updated.date - entry.published.date).days))
    found.add("SUMMARY", _text(entry.title or entry.identity))
    if entry.summary:
        found.add("DESCRIPTION", _text(entry.summary))
    if entry.url:
        found.add_uri("URL", as_uri(entry.url))
    if entry.tags:
        found.add_texts("CATEGORIES", [_text(tag) for tag in entry.tags])
    # Not ORGANIZER or ATTENDEE: those want an address of e-mail, and a name has none.
    for author in entry.authors:
        found.add("CONTACT", _text(author.name), {"ALTREP": as_uri(author.url)} if author.url else {})


_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def _moment(date: PartialDate, zones: _Zones) -> dt.date | dt.datetime:
    """Return a day; a time with its zone, in UTC where only its distance is known, or of no zone at all."""
    if date.time is None:
        return date.date
    plain = dt.datetime.combine(date.date, date.time)
    zone = zone_info(date.zone) if date.zone else None
    if date.zone and zone:
        zones.note(date.zone, date.year)
        return plain.replace(tzinfo=zone)
    return plain if date.offset is None else instant(date)


def _end(entry: Entry, begins: dt.date | dt.datetime, zones: _Zones) -> dt.date | dt.datetime | None:
    """Return the first moment, or day, after *entry*, of the same sort as that at which it *begins*."""
    end = entry.end if entry.end and entry.end.precision in {"day", "time"} else None
    try:
        if not isinstance(begins, dt.datetime):
            return end.date + _DAY if end else None
        if end is None:
            return begins + dt.timedelta(minutes=entry.minutes) if entry.minutes else None
        if end.time is None:
            return dt.datetime.combine(end.date + _DAY, dt.time(), begins.tzinfo)
    except OverflowError:
        return None
    return _moment(end, zones)


def _follows(end: dt.date | dt.datetime, start: dt.date | dt.datetime) -> bool:
    if isinstance(end, dt.datetime) and isinstance(start, dt.datetime):
        if (end.tzinfo is None) != (start.tzinfo is None):
            return False
        return end > start
    return end > start


def _timezones(zones: _Zones) -> list[str]:
    return [_timezone(name, *years) for name, years in sorted(zones.years.items())]


@lru_cache(maxsize=200)
def _timezone(name: str, first: int, last: int) -> str:
    """Return the rules of a zone from the year *first* to the year *last*."""
    # A tenth of a second, which no site without zones pays.
    from icalendar import Timezone  # noqa: PLC0415

    last_day = dt.date(min(last + 1, 9999), 1, 1)
    zone = Timezone.from_tzid(name, first_date=dt.date(first, 1, 1), last_date=last_day)
    written: bytes = zone.to_ical()
    return written.decode().removesuffix("\r\n")


def _text(text: str) -> str:
    return _CONTROL.sub(" ", text.replace("\r\n", "\n"))
