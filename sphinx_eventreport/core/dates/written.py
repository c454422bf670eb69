"""Dates as authors write them: a date, a range, or a day among other words."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.dates.partial import PartialDate, calendar_day, from_datetime, moment, parse_date
from sphinx_eventreport.core.dates.text import find_days, plain, read_written
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.dates.text import Written

_BETWEEN = lazy_regex(
    r"\s*(?:[–—〜~]|\.\.)\s*|\s+-\s+|(?<=[0-9Zz])/(?=[0-9]{4}|[0-9]{2}(?![0-9/]))"
    r"|\s+(?:to|until|till?|through|thru|au|bis|al|a|do|до|tot|t/m|and|&|und|et|y|e|et|и)\s+"
    r"|(?<=[0-9])(?:st|nd|rd|th|er|\.)?-(?=[0-9]{1,2}(?![0-9]))",
    re.IGNORECASE,
)
_FROM = lazy_regex(
    r"^(?:from|between|du|des|vom|von|del?|dal|od|с)\s+(?:the\s+)?",  # noqa: RUF001 -- Russian
    re.IGNORECASE,
)
_NUMBER = lazy_regex("[0-9]+")
_YEAR = lazy_regex("(?<![0-9])[0-9]{4}(?![0-9])")
_LIKE_ZONE = lazy_regex(r"[+\u2212-][0-9]|[A-Za-z_]+/[A-Za-z_]")
_LONGEST = 120

Range = tuple[PartialDate, PartialDate]


class DateReading(NamedTuple):
    """The days that were written."""

    start: PartialDate
    """The first of them."""
    end: PartialDate | None = None
    """The last of them, if there is more than one."""
    unread: str = ""
    """The words that were not understood, "" for none."""


def parse_range(value: object, *, timezone: str | None = None, language: str | None = None) -> Range | None:
    """Read "November 17–22, 2019", "30 May to 2 June 2016" or a single date, as first and last.

    Two times of one day are a range, too. *timezone* and *language* are as for :func:`.parse_date`.
    """
    single = parse_date(value, timezone=timezone, language=language)
    if single is not None:
        return single, single
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    times = _times_of_a_day(value, timezone, language)
    return times or next(_halves(_FROM.sub("", plain(value)), timezone, language), None)


def read_date(
    value: object, *, timezone: str | None = None, language: str | None = None
) -> DateReading | None:
    """Return what *value* says of one day or several; a day survives whatever else cannot be read.

    *value*, *timezone* and *language* are as for :func:`.parse_date`. ``None`` is returned for what has no
    day, or several that are not a range.
    """
    if isinstance(value, dt.datetime):
        return _of_datetime(value, timezone)
    days = parse_range(value, timezone=timezone, language=language)
    if days is not None:
        start, end = days
        return DateReading(start, None if end == start else end)
    if not isinstance(value, str):
        return None
    found = find_days(value, language)
    if len(found) != 1:
        return None
    day = calendar_day(found[0].day)
    return _with_rest(day, found[0], plain(value), timezone) if day else None


def day_in(text: str, language: str | None = None) -> PartialDate | None:
    """Return the day in *text*, a heading, if there is exactly one."""
    found = [day for written in find_days(text, language) if (day := calendar_day(written.day))]
    return found[0] if len(found) == 1 else None


def _of_datetime(value: dt.datetime, timezone: str | None) -> DateReading:
    start = from_datetime(value, timezone)
    lost = value.utcoffset() is not None and start.offset is None
    return DateReading(start, unread=str(value.tzinfo) if lost else "")


def _with_rest(day: PartialDate, written: Written, text: str, timezone: str | None) -> DateReading:
    """Return *day*, at its time where that is plain, and the words around it that say nothing known."""
    before, behind = text[: written.start].strip(" ,;:("), text[written.end :].strip(" .,;")
    start = moment(day, written.tail, None if _LIKE_ZONE.match(written.tail.rest) else timezone)
    if start is not None:
        return DateReading(
            start, _until(start, written, timezone), " … ".join(filter(None, (before, written.tail.rest)))
        )
    # A zone that nobody knows leaves the time as it was written, and it is not that of the place.
    zoneless = written.tail._replace(zone=None, offset=None)
    start = moment(day, zoneless, None) if written.tail.zone else None
    unread = " ".join(filter(None, (written.tail.zone, written.tail.rest))) if start else behind
    return DateReading(start or day, unread=" … ".join(filter(None, (before, unread))))


def _times_of_a_day(value: str, timezone: str | None, language: str | None) -> Range | None:
    written = read_written(value, language)
    day = calendar_day(written.day) if written and written.tail.until and not written.tail.rest else None
    start = moment(day, written.tail, timezone) if written and day else None
    end = _until(start, written, timezone) if written and start else None
    return (start, end) if start and end else None


def _until(start: PartialDate, written: Written, timezone: str | None) -> PartialDate | None:
    """Return the second of two times; one that is earlier is on the next day."""
    until = written.tail.until
    if until is None:
        return None
    is_next = written.tail.clock is not None and until < written.tail.clock
    if is_next and start.date == dt.date.max:
        return None
    date = start.date + dt.timedelta(days=is_next)
    return moment(PartialDate(date.year, date.month, date.day), written.tail._replace(clock=until), timezone)


def _halves(text: str, timezone: str | None, language: str | None) -> Iterator[Range]:
    """Yield the ranges that *text* is, wherever it is cut in two."""
    for cut in _BETWEEN.finditer(text):
        left, right = text[: cut.start()].strip(), text[cut.end() :].strip()
        start = _first_date(_left_halves(left, right), timezone, language)
        end = _first_date(_right_halves(left, right), timezone, language)
        if start and end and start.precision == end.precision and not end.precedes(start):
            yield start, end


def _left_halves(left: str, right: str) -> Iterator[str]:
    """Yield *left* alone, and with what only *right* says: "30" of "30-31 May", "May 30" of its year."""
    yield left
    number, year = _NUMBER.search(right), _YEAR.search(right)
    if number and number[0] != (year and year[0]):
        yield left.rstrip(".") + right[number.end() :]
    if year:
        yield f"{left}, {year[0]}"
        yield f"{left} {year[0]}"


def _right_halves(left: str, right: str) -> Iterator[str]:
    """Yield *right* alone, and with what only *left* says: "2" of "June 1-2", "03" of "2024-06-01–03"."""
    yield right
    *_, last = [None, *_NUMBER.finditer(left)]
    if last is not None:
        yield left[: last.start()] + right


def _first_date(texts: Iterator[str], timezone: str | None, language: str | None) -> PartialDate | None:
    found = (parse_date(text, timezone=timezone, language=language) for text in texts)
    return next((date for date in found if date), None)
