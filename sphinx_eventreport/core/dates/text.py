"""The shapes in which people write dates, read into plain parts; :mod:`.dates` checks and orders them."""

from __future__ import annotations

import re
from typing import NamedTuple

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

# Only those that mean one zone wherever they are written: IST and CST would be guesses.
ZONE_OFFSETS = (
    dict.fromkeys(("Z", "UTC", "GMT", "WET"), 0)
    | dict.fromkeys(("CET", "WEST", "BST"), 60)
    | dict.fromkeys(("CEST", "EET"), 120)
    | dict.fromkeys(("EEST", "MSK"), 180)
    | dict.fromkeys(("JST", "KST"), 540)
    | {"EDT": -240, "EST": -300, "CDT": -300, "MDT": -360, "MST": -420, "PDT": -420, "PST": -480}
    | {"AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780}
)
"""Minutes east of Greenwich of the zone abbreviations in use in announcements."""

_MONTH = "(?P<name>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.)?"
_YEAR = "(?P<year>[0-9]{4})"
_WEEKDAY = re.compile(r"(?:" + "|".join(_WEEKDAY_NAMES.split()) + r")\b[.,]*\s+")
_DATES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_YEAR}(?:-(?P<month>[0-9]{{1,2}})(?:-(?P<day>[0-9]{{1,2}}))?)?(?![0-9])",
        rf"{_YEAR}[/.](?P<month>[0-9]{{1,2}})[/.](?P<day>[0-9]{{1,2}})",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
        rf"{_DAY}\s*(?:of\s|de\s)?\s*{_MONTH},?\s*(?:de\s)?\s*{_YEAR}",
        rf"{_MONTH}\s*{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s*{_YEAR}",
        rf"(?P<day>[0-9]{{1,2}})\.\s?(?P<month>[0-9]{{1,2}})\.\s?{_YEAR}",
        rf"(?P<first>[0-9]{{1,2}})(?P<mark>[-/])(?P<second>[0-9]{{1,2}})(?P=mark){_YEAR}",
    )
)
_TIME = re.compile(
    r"(?:\s*,?\s+(?:at\s+|à\s+|um\s+)?|t)(?P<hour>[0-9]{1,2})[:h](?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?\s*(?:(?P<half>am|pm)\b)?"
)
_OFFSET = re.compile(r"(?:UTC|GMT)?(?P<sign>[+-])(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?")
_ZONE_NAME = re.compile(r"[A-Za-z_]+(?:/[A-Za-z_+-]+)+")
_LONGEST = 80
_HALF_DAY = 12


class Parts(NamedTuple):
    """A date and time as written, unchecked; ``offset`` is in minutes, ``zone`` an IANA name."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int, int] | None = None
    offset: int | None = None
    zone: str | None = None


def read_parts(text: str) -> Parts | None:
    """Return the parts of *text*, or ``None`` if it has no known shape or two readings."""
    if len(text) > _LONGEST:
        return None
    text = text.strip()
    lowered = _WEEKDAY.sub("", text.lower(), count=1)
    # Zone names keep their case; lower case has the same length for all that the shapes can match.
    rest_of_text = text[len(text) - len(lowered) :]
    for shape in _DATES:
        match = shape.match(lowered)
        day = _day(match) if match else None
        tail = _read_time(lowered[match.end() :], rest_of_text[match.end() :]) if match else None
        if day and tail:
            return Parts(*day, *tail)
    return None


def _day(match: re.Match[str]) -> tuple[int, int | None, int | None] | None:
    found = {name: value for name, value in match.groupdict().items() if value}
    year = int(found["year"])
    if "first" in found:
        return _in_one_order(year, int(found["first"]), int(found["second"]))
    month = MONTHS[found["name"]] if "name" in found else _number(found.get("month"))
    return year, month, _number(found.get("day"))


def _in_one_order(year: int, first: int, second: int) -> tuple[int, int, int] | None:
    """Read ``27-05-2016`` and ``05/31/2016``; ``05/06/2016`` is two dates, so it is none."""
    if first == second or second > _HALF_DAY:
        return year, first, second
    return (year, second, first) if first > _HALF_DAY else None


def _read_time(lowered: str, text: str) -> tuple[tuple[int, int, int] | None, int | None, str | None] | None:
    if not lowered.strip():
        return None, None, None
    match = _TIME.match(lowered)
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % _HALF_DAY + (_HALF_DAY if match["half"] == "pm" else 0)
    zone = _read_zone(text[match.end() :].strip(" ()"))
    return zone and ((hour, int(match["minute"]), int(match["second"] or 0)), *zone)


def _read_zone(text: str) -> tuple[int | None, str | None] | None:
    if not text:
        return None, None
    if text.upper() in ZONE_OFFSETS:
        return ZONE_OFFSETS[text.upper()], None
    match = _OFFSET.fullmatch(text)
    if match:
        minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
        return (-minutes if match["sign"] == "-" else minutes), None
    return (None, text) if _ZONE_NAME.fullmatch(text) else None


def _number(text: str | None) -> int | None:
    return int(text) if text else None
