"""The shapes in which people write dates, read into plain parts; :mod:`.partial` checks and orders them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.dates.clock import Tail, read_tail
from sphinx_eventreport.core.dates.months import find_named_days
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.dates.months import Day

_MONTH_NAMES = """
1 january jan janvier janv januar jänner
2 february feb février fevrier févr fevr februar
3 march mar mars märz maerz mär
4 april apr avril avr
5 may mai
6 june jun juin juni
7 july jul juillet juil juli
8 august aug août aout
9 september sep sept septembre
10 october oct octobre oktober okt
11 november nov novembre
12 december dec décembre decembre déc dezember dez
"""
_WEEKDAY_NAMES = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
lundi mardi mercredi jeudi vendredi samedi dimanche
montag dienstag mittwoch donnerstag freitag samstag sonntag
"""
MONTHS = {
    name: int(line.split()[0]) for line in _MONTH_NAMES.strip().split("\n") for name in line.split()[1:]
}
"""Months in English, French and German; other languages are in :mod:`.months`."""

_MONTH = "(?P<name>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.)?"
_YEAR = "(?P<year>[0-9]{4})(?![0-9])"
_WEEKDAY = lazy_regex(r"(?:" + "|".join(_WEEKDAY_NAMES.split()) + r")\b[.,]*\s+")
_SHAPES = (
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?(?![0-9])",
    r"(?P<year>[0-9]{4})[/._](?P<month>[0-9]{1,2})[/._](?P<day>[0-9]{1,2})(?![0-9])",
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?![0-9])",
    r"(?P<year>[0-9]{4})\s?[年년]\s?(?P<month>[0-9]{1,2})\s?[月월](?:\s?(?P<day>[0-9]{1,2})\s?[日號号일])?",
    rf"(?:ngày )?(?P<day>[0-9]{{1,2}}) tháng (?P<month>[0-9]{{1,2}})(?:,| năm) {_YEAR}",
    rf"{_DAY}\s*(?:of\s|de\s)?\s*{_MONTH},?\s*(?:de\s)?\s*{_YEAR}",
    rf"{_MONTH}\s*{_DAY},?\s+{_YEAR}",
    rf"{_MONTH},?\s*{_YEAR}",
    rf"(?P<day>[0-9]{{1,2}})\.\s?(?P<month>[0-9]{{1,2}})\.\s?{_YEAR}",
    rf"(?P<first>[0-9]{{1,2}})(?P<mark>[-/])(?P<second>[0-9]{{1,2}})(?P=mark){_YEAR}",
)


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    """Return the shapes of dates; compiled when a date is read, as a build without a change reads none."""
    return tuple(map(re.compile, _SHAPES))


@cache
def _anywhere() -> tuple[re.Pattern[str], ...]:
    """Return the shapes of dates in a text."""
    return tuple(re.compile(rf"(?<![0-9A-Za-z])(?:{shape})") for shape in _SHAPES)


# The same length as what they stand for, so that places in the text stay what they are.
_NARROW = str.maketrans(
    dict(zip("：／－．，　（）", ":/-., ()", strict=True)) | {"\u2010": "-", "\u2011": "-", "\xa0": " "}  # noqa: RUF001
)
_LONGEST = 80
_LONGEST_SEARCHED = 500
_HALF_DAY = 12


class Written(NamedTuple):
    """A date as written, unchecked."""

    day: Day
    """The day."""
    tail: Tail
    """What comes after the day: a time, an end."""
    start: int
    """Where the day begins in the text."""
    end: int
    """Where the day ends in the text."""


def read_written(text: str, language: str | None = None) -> Written | None:
    """Return the date that *text* begins with, or ``None`` if it has no known shape or two readings.

    Of several readings it is the first that leaves nothing over, else the one that leaves least.
    """
    if len(text) > _LONGEST:
        return None
    text = plain(text)
    weekday = _WEEKDAY.match(text.lower())
    start = weekday.end() if weekday else 0
    found: list[Written] = []
    for place in _days_at(text, start):
        found.append(Written(place[2], read_tail(text[place[1] :]), *place[:2]))
        if not found[-1].tail.rest:
            return found[-1]
    if not found or all(written.day[2] is None for written in found):
        found += [
            Written(day, read_tail(text[end:]), *(0, end)) for _, end, day in find_named_days(text, language)
        ]
    return min(found, key=lambda written: len(written.tail.rest), default=None)


def find_days(text: str, language: str | None = None) -> list[Written]:
    """Return the days that are written in full anywhere in *text*, in their order, each once."""
    text = plain(text[:_LONGEST_SEARCHED])
    lowered = text.lower()
    places = [
        (match.start(), match.end(), day)
        for shape in _anywhere()
        for match in shape.finditer(lowered)
        if (day := _day(match)) and day[2] is not None
    ]
    if not places:
        places = list(find_named_days(text, language, anywhere=True))
    found: dict[Day, Written] = {}
    for start, end, day in sorted(places, key=lambda place: (place[0], -place[1])):
        if day[2] is not None and not any(start < other.end for other in found.values()):
            found.setdefault(day, Written(day, read_tail(text[end:]), start, end))
    return list(found.values())


def plain(text: str) -> str:
    """Return *text* with digits and marks of ASCII in place of those of other scripts.

    In lower case it is as long, so that what is found there is at the same place in it.
    """
    if text.isascii():
        return text.strip()
    digits = (str(unicodedata.decimal(char, char)) for char in text)
    narrow = "".join(digits).translate(_NARROW).strip()
    return narrow if len(narrow.lower()) == len(narrow) else narrow.lower()


def _days_at(text: str, start: int) -> Iterator[tuple[int, int, Day]]:
    lowered = text.lower()
    for shape in _dates():
        match = shape.match(lowered, start)
        day = _day(match) if match else None
        if match and day:
            yield match.start(), match.end(), day


def _day(match: re.Match[str]) -> Day | None:
    found = {name: value for name, value in match.groupdict().items() if value}
    year = int(found["year"])
    if "first" in found:
        return _in_one_order(year, int(found["first"]), int(found["second"]))
    month = MONTHS[found["name"]] if "name" in found else _number(found.get("month"))
    return year, month, _number(found.get("day"))


def _in_one_order(year: int, first: int, second: int) -> Day | None:
    """Read ``27-05-2016`` and ``05/31/2016``; ``05/06/2016`` could be two dates, so it is not read."""
    if first == second or second > _HALF_DAY:
        return year, first, second
    return (year, second, first) if first > _HALF_DAY else None


def _number(text: str | None) -> int | None:
    return int(text) if text else None
