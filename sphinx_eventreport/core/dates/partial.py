"""Dates as precise as they were written: parsing, ordering, ranges."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sphinx_eventreport.core.dates.text import read_written
from sphinx_eventreport.core.dates.zones import is_offset, zone_info
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.record import Record

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.clock import Tail
    from sphinx_eventreport.core.dates.months import Day

Precision = Literal["year", "month", "day", "time"]

_DATED_NAME = lazy_regex(r"([0-9]{4})[-_]([0-9]{1,2})[-_]([0-9]{1,2})(?:[-_.\s]+(.*))?", re.DOTALL)
_DATED_PATH = lazy_regex(r"/([0-9]{4})/([0-9]{2})(?:/([0-9]{1,2}))?(?=/|$)")
INDEX_NAMES = frozenset({"index", "_index", "readme"})
"""Names of files that stand for the folder they are in."""
_FILE_SUFFIX = lazy_regex(r"\.[A-Za-z]{1,9}$")
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class PartialDate(Record):
    """A year, a month, a day, or a day with a time."""

    year: int
    """From 1 to 9999."""
    month: int | None = None
    """From 1 to 12; ``None`` if only the year is known."""
    day: int | None = None
    """From 1 to 31; ``None`` if only the month is known."""
    time: dt.time | None = None
    """The time of the day, without a time zone."""
    offset: int | None = None
    """The distance of the time from UTC in minutes, east positive; ``None`` if it is not known."""
    zone: str | None = None
    """The IANA name of the time zone, where known."""

    @property
    def precision(self) -> Precision:
        """Return the name of the smallest part that is known."""
        if self.time is not None:
            return "time"
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def date(self) -> dt.date:
        """Return the first day that this date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Return what orders any two dates: the first moment in UTC, then the less precise one.

        What has no offset is ordered as if written in UTC.
        """
        seconds = self.date.toordinal() * 86_400 - (self.offset or 0) * 60
        if self.time is not None:
            seconds += self.time.hour * 3600 + self.time.minute * 60 + self.time.second
        rank = ("year", "month", "day", "time").index(self.precision)
        return seconds, rank, self.isoformat()

    def isoformat(self) -> str:
        """Return ``2016``, ``2016-05``, ``2016-05-31`` or ``2016-05-31T09:00+02:00``.

        All but a bare year are valid in ``<time datetime>`` with these letters; so is the year.
        """
        text = f"{self.year:04d}"
        text += f"-{self.month:02d}" if self.month else ""
        text += f"-{self.day:02d}" if self.day else ""
        if self.time is not None:
            text += "T" + self.time.isoformat("seconds" if self.time.second else "minutes")
            text += _offset_text(self.offset)
        return text

    def precedes(self, other: PartialDate) -> bool:
        """Return whether this date is certainly before *other*: 2016-05 does not precede 2016-05-31."""
        if self.time is not None and other.time is not None:
            return self.sort_key[0] < other.sort_key[0]
        pairs = zip(_calendar(self), _calendar(other), strict=True)
        known = [(mine, theirs) for mine, theirs in pairs if mine is not None and theirs is not None]
        return [mine for mine, _ in known] < [theirs for _, theirs in known]


def parse_date(
    value: object, *, timezone: str | None = None, language: str | None = None
) -> PartialDate | None:
    """Read a date from a YAML or TOML value, or from the shapes found in the wild.

    *value* is a date, a datetime, a year as a number, or text: ISO 8601 with less or more of it,
    "31 March 2016", "Aug 09 2024", "16.05.2021", "27-05-2016 12:00", "2021-10-14 11:00 EST",
    month names in the languages that Babel knows. *timezone* is an IANA name that counts for times
    without a zone of their own, *language* a BCP 47 tag that tells what a name means that two languages
    have. Return ``None`` for what is not a date, or could be two, or is more than a date.
    """
    if isinstance(value, dt.datetime):
        return from_datetime(value, timezone)
    if isinstance(value, dt.date):
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if isinstance(value, int):
        value = str(value) if 0 < value <= 10**8 else ""
    written = read_written(value, language)
    if written is None or written.tail.rest or written.tail.until:
        return None
    day = calendar_day(written.day)
    return moment(day, written.tail, timezone) if day and written.tail.clock else day


def date_from_filename(name: str) -> tuple[PartialDate | None, str]:
    """Return the date a file name starts with, and the rest of the name.

    *name* may be a path with ``/`` and may have a suffix, which goes. Where there is no date, or
    none in the calendar, the rest is the whole last part of the path.
    """
    last = _FILE_SUFFIX.sub("", name.rpartition("/")[2])
    match = _DATED_NAME.fullmatch(last)
    date = calendar_day((int(match[1]), int(match[2]), int(match[3]))) if match else None
    return (date, match[4] or "") if match and date else (None, last)


def date_from_path(name: str) -> PartialDate | None:
    """Return the date that the last part of a path begins with; that of ``index.md`` is its folder's."""
    folder, _, last = name.rpartition("/")
    if last.partition(".")[0].lower() in INDEX_NAMES:
        last = folder
    return date_from_filename(last)[0]


def date_from_url(url: str) -> PartialDate | None:
    """Return the date in the path of *url*: ``/2016/06/15/`` or ``/2016/06/``."""
    match = _DATED_PATH.search(url)
    if match is None:
        return None
    year, month, day = match.groups()
    return calendar_day((int(year), int(month), int(day) if day else None))


def in_zone(moment: PartialDate, timezone: str | None) -> PartialDate:
    """Return the same *moment* as clocks in *timezone*, an IANA name, show it.

    A day without a time, a time of which nobody knows how far from UTC it is, and a year that no zone has
    rules for stay as they are.
    """
    zone = zone_info(timezone) if timezone else None
    is_elsewhere = moment.time is not None and moment.offset is not None and moment.zone != timezone
    if zone is None or not is_elsewhere or not 1 < moment.year < _LAST_YEAR:
        return moment
    offset = dt.timezone(dt.timedelta(minutes=moment.offset or 0))
    there = dt.datetime.combine(moment.date, moment.time or dt.time(), offset).astimezone(zone)
    distance = there.utcoffset() or dt.timedelta()
    # Before there were zones, clocks were set by the sun: Paris was 9 minutes and 21 seconds east.
    return moment if distance.seconds % 60 else from_datetime(there.replace(tzinfo=None), timezone)


def is_timezone(name: str) -> bool:
    """Return whether *name* is in the time-zone database of this system (``Europe/Paris``)."""
    return zone_info(name) is not None


def calendar_day(written: Day) -> PartialDate | None:
    """Return what was *written* as a date, if the calendar has it."""
    year, month, day = written
    try:
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return PartialDate(year, month, day)


def moment(day: PartialDate, written: Tail, timezone: str | None) -> PartialDate | None:
    """Return *day* at the time that is *written* behind it, if clocks and the map have it."""
    try:
        time = dt.time(*written.clock) if written.clock else None
    except ValueError:
        return None
    if time is None or day.precision != "day":
        return None
    zone = written.zone
    if zone and zone_info(zone) is None:
        zone = timezone if timezone and _is_called(zone, timezone, day, time) else None
        if zone is None:
            return None
    return _in_zone(day.date, time, written.offset, zone or timezone)


def _is_called(abbreviation: str, timezone: str, day: PartialDate, time: dt.time) -> bool:
    """Return whether clocks in *timezone* show then what *abbreviation* means: IST in Asia/Kolkata."""
    zone = zone_info(timezone)
    return zone is not None and dt.datetime.combine(day.date, time, zone).tzname() == abbreviation


def from_datetime(value: dt.datetime, timezone: str | None) -> PartialDate:
    """Return a moment of YAML or TOML; the distance from UTC goes where no zone has it."""
    distance = value.utcoffset()
    offset = None if distance is None else round(distance.total_seconds() / 60)
    time = value.time().replace(microsecond=0)
    if offset is not None and not is_offset(offset):
        return PartialDate(value.year, value.month, value.day, time)
    return _in_zone(value.date(), time, offset, timezone)


def _in_zone(day: dt.date, time: dt.time, offset: int | None, timezone: str | None) -> PartialDate:
    """Return a moment; the zone *timezone* tells the offset where none was written."""
    zone = zone_info(timezone) if timezone and offset is None else None
    if zone is not None and 1 < day.year < _LAST_YEAR:
        distance = dt.datetime.combine(day, time, zone).utcoffset() or dt.timedelta()
        offset = round(distance.total_seconds() / 60)
        return PartialDate(day.year, day.month, day.day, time, offset, timezone)
    return PartialDate(day.year, day.month, day.day, time, offset)


def _offset_text(offset: int | None) -> str:
    if offset is None:
        return ""
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}" if offset else "Z"


def _calendar(date: PartialDate) -> tuple[int, int | None, int | None]:
    return date.year, date.month, date.day
