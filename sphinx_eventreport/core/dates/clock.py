"""The time of day behind a date: "18:30", "6-9 pm CEST", "à 9h30", "18 Uhr"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.dates.zones import is_offset, read_zone
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    import re

Clock = tuple[int, int, int]
"""Hour, minute and second, unchecked."""

_WEEKDAY = lazy_regex(r"\s*\((?:[^\W\d_]{1,3}\.?|[日月火水木金土]曜日|星期.)\)")
_LEAD = lazy_regex(
    r"t(?=[0-9])|(?:\s*[.,;·|@(–—-]*\s+|\s*[,;·|@(]\s*|(?<=\))|^(?=[0-9]))"
    r"(?:(?:at|from|@|à|de|dès|um|ab|von|om|a\s+las?|às|as|o|o\s+godz\.?|в"
    r"|alle|ore|(?P<told>kl\.?|klo))\s+)?"  # codespell:ignore alle,ore
)
_TIME = (
    r"(?P<{0}hour>[0-9]{{1,2}})(?:(?P<{0}mark>[:h.])(?P<{0}minute>[0-9]{{2}})(?![0-9])"
    r"(?::(?P<{0}second>[0-9]{{2}})(?:[.,][0-9]+)?)?)?"
    r"(?:\s*(?P<{0}half>[ap])\.?\s?m\b\.?|\s*(?P<{0}unit>uhr|hrs?|h)\b(?:\s?(?P<{0}after>[0-9]{{2}})\b)?)?"
)
_START = lazy_regex(_TIME.format("a"))
_UNTIL = lazy_regex(
    r"\s*(?:[-–—〜~]|\b(?:to|until|till?|bis|à|a|al|alle|au|do|tot|до)\b)\s*"  # codespell:ignore alle
    + _TIME.format("b")
)
_LIKE_ZONE = lazy_regex(r"[0-9]{2}:[0-9]{2}-([0-9]{2}):([0-9]{2})$")
_NOON = 12


class Tail(NamedTuple):
    """The text after a date."""

    clock: Clock | None = None
    """The time."""
    until: Clock | None = None
    """The second time, of a range."""
    offset: int | None = None
    """Minutes from UTC."""
    zone: str | None = None
    """The IANA name of the zone."""
    rest: str = ""
    """What was not understood."""


def read_tail(text: str) -> Tail:
    """Return what *text*, all that comes after a date, says of the time of day."""
    # Zone names keep their case; lower case has the same length for all that is matched.
    lowered = text.lower()
    weekday = _WEEKDAY.match(lowered)
    lead = _LEAD.match(lowered, weekday.end() if weekday else 0)
    start = _START.match(lowered, lead.end()) if lead else None
    if lead is None or start is None:
        return Tail(rest=_left_over(text[weekday.end() :] if weekday else text))
    until = _UNTIL.match(lowered, start.end())
    times = _times(start, until) if until else None
    if times and _is_range(*times, lowered[: until.end()] if until else ""):
        return _with_zone(*times, text[until.end() if until else 0 :])
    clock = _clock(start, "a", is_told=bool(lead["told"]))
    return _with_zone(clock, None, text[start.end() :]) if clock else Tail(rest=_left_over(text))


def _left_over(text: str) -> str:
    return text.strip(" .,;") if any(map(str.isalnum, text)) else ""


def _with_zone(clock: Clock, until: Clock | None, text: str) -> Tail:
    (offset, zone), rest = read_zone(text)
    return Tail(clock, until, offset, zone, _left_over(rest))


def _times(start: re.Match[str], until: re.Match[str]) -> tuple[Clock, Clock] | None:
    """Return both times of a range; of "6-9 pm" the first is told by the second."""
    last = _clock(until, "b")
    if last is None:
        return None
    is_bare = not (start["amark"] or start["aunit"])
    first = _clock(start, "a", half=until["bhalf"] or "", is_told=is_bare)
    if first and first > last and until["bhalf"] and not start["ahalf"]:
        # "11-1 pm" begins in the morning.
        first = _clock(start, "a", half="a", is_told=is_bare)
    return (first, last) if first else None


def _clock(match: re.Match[str], name: str, *, half: str = "", is_told: bool = False) -> Clock | None:
    """Return the time in *match*; a number alone is one only where its unit *is_told* elsewhere."""
    half = match[f"{name}half"] or half
    unit, minute = match[f"{name}unit"], match[f"{name}minute"]
    is_time = half or unit or is_told or (minute and match[f"{name}mark"] != ".")
    if not is_time:
        return None
    hour = int(match[f"{name}hour"])
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return hour, int(minute or match[f"{name}after"] or 0), int(match[f"{name}second"] or 0)


def _is_range(first: Clock, last: Clock, written: str) -> bool:
    """Return whether *written*, "18:00-21:00", is two times, and not one in a zone west of Greenwich.

    ISO 8601 writes ``T`` before a time with its zone, machines write seconds, and zones of today differ
    by half hours. Of what is left, "09:00-12:00" is a range, as it ends later, and "09:00-05:00" a zone.
    """
    zone = _LIKE_ZONE.search(written)
    if zone is None:
        return True
    hours, minutes = map(int, zone.groups())
    is_machine = written.startswith("t") or written.count(":") > 2  # noqa: PLR2004 -- one in each of two times
    if not is_offset(-60 * hours - minutes) or not (is_machine or minutes in {0, 30}):
        return True
    return first < last and not is_machine
