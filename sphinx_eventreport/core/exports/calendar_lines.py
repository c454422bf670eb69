"""Components of iCalendar as lines: values escaped, properties in one order, folded (RFC 5545, 3.1 to 3.3).

The package icalendar writes the same bytes. Importing it takes longer than writing a page, and every edit of
a report with a day would wait for it, so it is asked about time zones only.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Value = str | int | dt.date | dt.datetime | dt.timedelta

_LONGEST = 74
"""Octets of a line. RFC 5545 (3.1) allows 75, of which a continued one has a space."""
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\r": r"\n", "\n": r"\n"})
_NEEDS_QUOTES = lazy_regex("[,;:’]")
_LEADING = {
    "VCALENDAR": ("VERSION", "PRODID", "NAME", "X-WR-CALNAME"),
    "VEVENT": ("SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE"),
}
"""The properties that come first in a component, in this order; the others follow by name."""


@dataclass(slots=True)
class Component:
    """A component, such as VEVENT: properties, and components within it."""

    name: str
    """As RFC 5545 spells it: ``VEVENT``."""
    properties: dict[str, list[str]] = field(default_factory=dict)
    """Lines by the name of their property, not folded yet."""
    parts: list[Component | str] = field(default_factory=list)
    """The components within, and what is already written."""

    def add(self, name: str, value: Value, parameters: Mapping[str, str] | None = None) -> None:
        """Add a property with a value that is text, a number, a day, a moment or a duration."""
        written = text(value) if isinstance(value, str) else ""
        if isinstance(value, int):
            written = str(value)
        elif isinstance(value, dt.timedelta):
            written = f"P{value.days}D"
        elif isinstance(value, dt.datetime):
            zone, written = _moment(value)
            parameters = {**zone, **(parameters or {})}
        elif isinstance(value, dt.date):
            written, parameters = _day(value), {"VALUE": "DATE", **(parameters or {})}
        self._add_line(name, written, parameters)

    def add_uri(self, name: str, uri: str, parameters: Mapping[str, str] | None = None) -> None:
        """Add a property with an address, in which nothing is escaped."""
        self._add_line(name, uri, parameters)

    def add_texts(self, name: str, texts: Sequence[str]) -> None:
        """Add a property with several texts."""
        self._add_line(name, ",".join(map(text, texts)), None)

    def _add_line(self, name: str, written: str, parameters: Mapping[str, str] | None) -> None:
        more = "".join(f";{key}={_parameter(value)}" for key, value in sorted((parameters or {}).items()))
        self.properties.setdefault(name, []).append(f"{name}{more}:{written}")

    def lines(self) -> Iterator[str]:
        """Yield all lines, folded."""
        yield f"BEGIN:{self.name}"
        leading = _LEADING.get(self.name, ())
        for name in (*leading, *sorted(self.properties.keys() - set(leading))):
            yield from map(_folded, self.properties.get(name, ()))
        for part in self.parts:
            yield from [part] if isinstance(part, str) else part.lines()
        yield f"END:{self.name}"

    def to_ical(self) -> bytes:
        """Return the component as a file."""
        return "".join(f"{line}\r\n" for line in self.lines()).encode(errors="replace")


def text(value: str) -> str:
    """Return *value* as the value of a property of type TEXT (RFC 5545, 3.3.11)."""
    return value.replace("\r\n", "\n").translate(_ESCAPES)


def _parameter(value: str) -> str:
    """Return *value* as that of a parameter, where quotation marks and line breaks cannot be (RFC 6868)."""
    value = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{value}"' if _NEEDS_QUOTES.search(value) else value


def _day(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _moment(moment: dt.datetime) -> tuple[dict[str, str], str]:
    """Return the parameter that says the zone of *moment*, and its value."""
    written = f"{_day(moment)}T{moment.hour:02}{moment.minute:02}{moment.second:02}"
    if moment.tzinfo is None:
        return {}, written
    if moment.tzinfo is dt.UTC:
        return {}, f"{written}Z"
    # It knows which names of zones mean UTC.
    from icalendar.timezone import tzid_from_dt  # noqa: PLC0415

    zone = tzid_from_dt(moment) or ""
    return ({}, f"{written}Z") if zone == "UTC" else ({"TZID": zone}, written)


def _folded(line: str) -> str:
    """Return *line* in pieces of 74 octets; no character is cut in two, and escapes stay before theirs."""
    if len(line) <= _LONGEST and line.isascii():
        return line
    pieces, start, octets = [], 0, 0
    for index, char in enumerate(line):
        width = len(char.encode(errors="replace"))
        if index > start and octets + width > _LONGEST:
            end = index - 1 if line[index - 1] in "\\^" and index - start > 1 else index
            pieces.append(line[start:end])
            octets = len(line[end:index].encode(errors="replace"))
            start = end
        octets += width
    return "\r\n ".join([*pieces, line[start:]])
