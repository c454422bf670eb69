"""Names of time zones as people write them: abbreviations, "Pacific Time", "Paris time", "UTC+2"."""

from __future__ import annotations

import re
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from sphinx_eventreport.core.lazy_regex import lazy_regex

# Only those that mean one zone wherever they are written: IST and CST would be guesses.
ZONE_OFFSETS = (
    dict.fromkeys(("Z", "UTC", "GMT", "WET"), 0)
    | dict.fromkeys(("CET", "WEST", "BST"), 60)
    | dict.fromkeys(("CEST", "EET"), 120)
    | dict.fromkeys(("EEST", "MSK"), 180)
    | dict.fromkeys(("JST", "KST"), 540)
    | {"EDT": -240, "EST": -300, "CDT": -300, "MDT": -360, "MST": -420, "PDT": -420, "PST": -480}
    | {"AKDT": -480, "AKST": -540, "HST": -600, "NDT": -150, "NST": -210, "BRT": -180, "ART": -180}
    | {"SGT": 480, "HKT": 480, "ACST": 570, "ACDT": 630, "AWST": 480, "CAT": 120, "EAT": 180, "WAT": 60}
    | {"AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "AOE": -720}
)
"""Minutes east of Greenwich of the zone abbreviations in use in announcements."""

_SPOKEN = {
    "universal": "UTC",
    "coordinated universal": "UTC",
    "greenwich mean": "UTC",
    "british": "Europe/London",
    "british summer": "Europe/London",
    "uk": "Europe/London",
    "western european": "Europe/Lisbon",
    "central european": "Europe/Berlin",
    "central european summer": "Europe/Berlin",
    "eastern european": "Europe/Athens",
    "eastern european summer": "Europe/Athens",
    "eastern": "America/New_York",
    "us eastern": "America/New_York",
    "et": "America/New_York",
    "central": "America/Chicago",
    "us central": "America/Chicago",
    "ct": "America/Chicago",
    "mountain": "America/Denver",
    "us mountain": "America/Denver",
    "mt": "America/Denver",
    "pacific": "America/Los_Angeles",
    "us pacific": "America/Los_Angeles",
    "pt": "America/Los_Angeles",
    "india": "Asia/Kolkata",
    "indian": "Asia/Kolkata",
    "china": "Asia/Shanghai",
    "japan": "Asia/Tokyo",
    "korea": "Asia/Seoul",
    "israel": "Asia/Jerusalem",
    "moscow": "Europe/Moscow",
    "australian eastern": "Australia/Sydney",
    "new zealand": "Pacific/Auckland",
}
"""The words before "time", "standard time" or "daylight time"; the seasons are the zone's own business."""

_TIME = lazy_regex(r"\s+(?:standard\s+|daylight\s+|summer\s+)?time$")
_OFFSET = lazy_regex(r"(?:UTC|GMT)?\s?(?P<sign>[+\u2212-])(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?")
_MARKED = lazy_regex(r"[\s,]*[\[(]?\s*")
_CANDIDATE = lazy_regex(
    r"(?:UTC|GMT)?\s?[+\u2212-][0-9]{1,2}(?::?[0-9]{2})?(?![0-9:])|[A-Za-z_]+(?:/[A-Za-z_+0-9-]+)+"
    r"|(?:[A-Za-z_]+\.?\s){0,3}[A-Za-z_]+(?![A-Za-z_])",
    re.IGNORECASE,
)
_ABBREVIATION = lazy_regex(r"[A-Z]{2,5}(?![A-Za-z])")
_REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
_LOCAL = frozenset({"local", "local time"})
_WEST, _EAST = -12 * 60, 14 * 60
"""No zone is beyond: Baker Island in the west, the Line Islands in the east."""

Zone = tuple[int | None, str | None]
"""Minutes east of Greenwich, or an IANA name; neither for the time of the place."""


def zone_info(name: str) -> ZoneInfo | None:
    """Return the zone with the IANA name *name*, if this system knows it."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        # KeyError is ZoneInfoNotFoundError; a folder of the database gives OSError.
        return None


def is_offset(minutes: int) -> bool:
    """Return whether a place could be so far from Greenwich."""
    return _WEST <= minutes <= _EAST


def read_zone(text: str) -> tuple[Zone, str]:
    """Return the zone that *text*, which comes after a time, begins with, and what follows it.

    Where it begins with none, the zone is that of the place, and all of *text* follows. An abbreviation
    that means several zones is given as a name: only who knows the place can tell.
    """
    start = _MARKED.match(text)
    candidate = _CANDIDATE.match(text, start.end()) if start else None
    written = candidate[0] if candidate else ""
    while written:
        zone = _named(written)
        if zone is not None:
            rest = text[candidate.start() + len(written) :] if candidate else ""
            return zone, re.sub(r"^\s*[\])]", "", rest)
        written = written.rpartition(" ")[0].rstrip() if " " in written else ""
    return (None, None), text


def _named(written: str) -> Zone | None:
    offset = _OFFSET.fullmatch(written.upper())
    if offset:
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        minutes = minutes if offset["sign"] == "+" else -minutes
        return (minutes, None) if is_offset(minutes) else None
    if written.upper() in ZONE_OFFSETS:
        return ZONE_OFFSETS[written.upper()], None
    lowered = written.lower()
    if lowered in _LOCAL:
        return None, None
    name = _SPOKEN.get(lowered) or _SPOKEN.get(_TIME.sub("", lowered)) or _place(lowered)
    return (None, name or written) if name or _ABBREVIATION.fullmatch(written) else None


def _place(lowered: str) -> str | None:
    return _places().get(_TIME.sub("", lowered).replace(" ", "_"))


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Return the zones of the world by their names, and by those of their cities, in lower case."""
    zones = sorted(name for name in available_timezones() if name.startswith(_REGIONS))
    cities = {name.rpartition("/")[2].lower(): name for name in zones}
    return cities | {name.lower(): name for name in zones}
