"""Dates as precise as they were written: parsing, ordering, ranges."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from sphinx_eventreport.core.dates.text import MONTHS, Parts, read_parts
from sphinx_eventreport.core.record import Record

Precision = Literal["year", "month", "day", "time"]

_DATED_NAME = re.compile(r"([0-9]{4})[-_]([0-9]{1,2})[-_]([0-9]{1,2})(?:[-_.\s]+(.*))?", re.DOTALL)
_DATED_PATH = re.compile(r"/([0-9]{4})/([0-9]{2})(?:/([0-9]{1,2}))?(?=/|$)")
_BETWEEN = re.compile(r"\s*[–—]\s*|\s+-\s+|\s+(?:to|until|au|bis)\s+")
_BETWEEN_DAYS = re.compile(r"(?<=[0-9])-(?=[0-9]{1,2}\b)")
INDEX_NAMES = frozenset({"index", "_index", "readme"})
"""Names of files that stand for the folder they are in."""
_FILE_SUFFIX = re.compile(r"\.[A-Za-z]{1,9}$")
_LAST_OFFSET = 24 * 60
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class PartialDate(Record):
    """A year, a month, a day, or a day with a time.

    ``time`` is naive; ``offset`` is its distance from UTC in minutes, east positive, and ``zone``
    the IANA name of its time zone, where known. A time without an offset is one of unknown zone.
    """

    year: int
    month: int | None = None
    day: int | None = None
    time: dt.time | None = None
    offset: int | None = None
    zone: str | None = None

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


def parse_date(value: object, *, timezone: str | None = None) -> PartialDate | None:
    """Read a date from a YAML or TOML value, or from the shapes found in the wild.

    *value* is a date, a datetime, a year as a number, or text: ISO 8601 with less or more of it,
    "31 March 2016", "Aug 09 2024", "16.05.2021", "27-05-2016 12:00", "2021-10-14 11:00 EST",
    month names in English, French and German. *timezone* is an IANA name that counts for times
    without a zone of their own. Return ``None`` for what is no date, or could be two.
    """
    if isinstance(value, dt.datetime):
        return _from_datetime(value, timezone)
    if isinstance(value, dt.date):
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if isinstance(value, int):
        value = str(value) if 0 < value <= 10**8 else ""
    parts = read_parts(value)
    return _checked(parts, timezone) if parts else None


def parse_range(value: object, *, timezone: str | None = None) -> tuple[PartialDate, PartialDate] | None:
    """Read "November 17–22, 2019", "30 May to 2 June 2016" or a single date, as first and last."""
    single = parse_date(value, timezone=timezone)
    if single is not None:
        return single, single
    if not isinstance(value, str):
        return None
    pattern = _BETWEEN if _BETWEEN.search(value) else _BETWEEN_DAYS
    left, *right = pattern.split(value.strip(), maxsplit=1)
    return _joined(left, right[0], timezone) if right else None


def date_from_filename(name: str) -> tuple[PartialDate | None, str]:
    """Return the date a file name starts with, and the rest of the name.

    *name* may be a path with ``/`` and may have a suffix, which goes. Where there is no date, or
    none in the calendar, the rest is the whole last part of the path.
    """
    last = _FILE_SUFFIX.sub("", name.rpartition("/")[2])
    match = _DATED_NAME.fullmatch(last)
    date = _checked(Parts(int(match[1]), int(match[2]), int(match[3])), None) if match else None
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
    return _checked(Parts(int(year), int(month), int(day) if day else None), None)


def is_timezone(name: str) -> bool:
    """Return whether *name* is in the time-zone database of this system (``Europe/Paris``)."""
    return _zone(name) is not None


def _joined(left: str, right: str, timezone: str | None) -> tuple[PartialDate, PartialDate] | None:
    """Complete each half of a range by what only the other one says."""
    year = re.search("[0-9]{4}|$", right)
    months = [word for word in re.findall(r"[^\W\d]+", f"{left} {right}") if word.lower() in MONTHS]
    written = f"{left}, {year[0]}" if year else left
    first, last = (months[0], months[-1]) if months else ("", "")
    end = _first_date((right, f"{last} {right}"), timezone)
    start = _first_date((left, written, written.replace(",", f" {first}")), timezone)
    return (start, end) if start and end and not end.precedes(start) else None


def _first_date(texts: tuple[str, ...], timezone: str | None) -> PartialDate | None:
    return next((date for text in texts if (date := parse_date(text, timezone=timezone))), None)


def _from_datetime(value: dt.datetime, timezone: str | None) -> PartialDate:
    distance = value.utcoffset()
    offset = None if distance is None else round(distance.total_seconds() / 60)
    return _in_zone(value.date(), value.time().replace(microsecond=0), offset, timezone)


def _checked(parts: Parts, timezone: str | None) -> PartialDate | None:
    """Return *parts* as a date, or ``None`` if the calendar, the clock or the zone has no such."""
    try:
        day = dt.date(parts.year, parts.month or 1, parts.day or 1)
        time = dt.time(*parts.clock) if parts.clock else None
    except ValueError:
        return None
    if 0 in {parts.month, parts.day} or abs(parts.offset or 0) >= _LAST_OFFSET:
        return None
    if time is None or parts.day is None:
        return PartialDate(parts.year, parts.month, parts.day) if time is None else None
    if parts.zone and _zone(parts.zone) is None:
        return None
    return _in_zone(day, time, parts.offset, parts.zone or timezone)


def _in_zone(day: dt.date, time: dt.time, offset: int | None, timezone: str | None) -> PartialDate:
    """Return a moment; the zone *timezone* tells the offset where none was written."""
    zone = _zone(timezone) if timezone and offset is None else None
    if zone is not None and 1 < day.year < _LAST_YEAR:
        distance = dt.datetime.combine(day, time, zone).utcoffset() or dt.timedelta()
        offset = round(distance.total_seconds() / 60)
        return PartialDate(day.year, day.month, day.day, time, offset, timezone)
    return PartialDate(day.year, day.month, day.day, time, offset)


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        # KeyError is ZoneInfoNotFoundError; a folder of the database gives OSError.
        return None


def _offset_text(offset: int | None) -> str:
    if offset is None:
        return ""
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}" if offset else "Z"


def _calendar(date: PartialDate) -> tuple[int, int | None, int | None]:
    return date.year, date.month, date.day
