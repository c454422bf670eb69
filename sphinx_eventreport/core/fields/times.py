"""Dates, durations and time zones."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import PartialDate, is_timezone, parse_date
from sphinx_eventreport.core.dates.written import DateReading, read_date
from sphinx_eventreport.core.fields.scalars import shown, text
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Subtype

if TYPE_CHECKING:
    from sphinx_eventreport.core.fields.place import Place

_CLOCK = lazy_regex(
    r"[0-9]{1,2}(?:[:h][0-9]{2}(?![0-9])|\s?(?:[ap]\.?m\b|uhr\b|h\b)|\s?[-–—]\s?[0-9]{1,2}\s?[aph])",
    re.IGNORECASE,
)
_HOURS_AND_MINUTES = lazy_regex(r"(?P<h>[0-9]{1,3}):(?P<m>[0-9]{2})(?::[0-9]{2})?")
_ISO_DURATION = lazy_regex(r"pt(?:(?P<h>[0-9]{1,4})h)?(?:(?P<m>[0-9]{1,5})m)?(?:[0-9]{1,6}s)?")
_SPOKEN = lazy_regex(
    r"(?:(?P<h>[0-9]{1,3}(?:\.[0-9]{1,3})?)\s*(?:h|hrs?|hours?|heures?|stunden?|std)\.?)?"
    r"\s*(?:(?P<m>[0-9]{1,5}(?:\.[0-9]{1,3})?)\s*(?:m|mins?|minutes?|minuten|['’])?\.?)?"
)
_DURATIONS = (_HOURS_AND_MINUTES, _ISO_DURATION, _SPOKEN)
_LONGEST_DURATION = 31 * 24 * 60


def date(value: object, place: Place) -> PartialDate | None:
    """Return a date as :func:`.read_date` reads it, of a range the first; a time alone is on the event's day.

    What is not understood beside a day is told, and the day counts.
    """
    found = _reading(value, place)
    if found is None or not found.unread:
        return found.start if found else None
    place.report(
        Subtype.DATE,
        f"is {shown(value)}, of which {shown(found.unread)} is not understood",
        f"it is read as {found.start.isoformat()}; write it as 2016-05-31 or 2016-05-31 09:30",
    )
    return found.start


def date_or_text(value: object, place: Place) -> PartialDate | str | None:
    """Return a date where *value* is one and nothing else, or the text that it is."""
    found = parse_date(value, timezone=place.timezone, language=place.language)
    return found if found is not None else text(value, place)


def last_date(value: object, place: Place) -> PartialDate | None:
    """Return what :func:`date` does, of a range the last."""
    start = date(value, place)
    return (start and end_of_range(value, place)) or start


def end_of_range(value: object, place: Place) -> PartialDate | None:
    """Return the last of the days or times in *value*, if it is a range; :func:`date` tells its problems."""
    found = _reading(value, replace(place, findings=type(place.findings)()))
    return found.end if found else None


def _reading(value: object, place: Place) -> DateReading | None:
    if isinstance(value, dt.date):
        return read_date(value, timezone=place.timezone)
    written = text(value, place)
    if written is None:
        return None
    is_clock = bool(_CLOCK.match(written))
    whole = f"{place.day.date.isoformat()} {written}" if is_clock and place.day else written
    found = read_date(whole, timezone=place.timezone, language=place.language)
    if found is None:
        meaning = f"is {shown(written)}, which is not a date, or is more than one"
        meaning = "is a time without a day" if is_clock else meaning
        place.report(Subtype.DATE, meaning, "write it as 2016-05-31 or 2016-05-31 09:30")
    return found


def duration(value: object, place: Place) -> int | None:
    """Return minutes: of 45, "45 min", "1h30", "PT45M", "00:45"."""
    written = text(value, place)
    if written is None:
        return None
    matches = (pattern.fullmatch(written.lower()) for pattern in _DURATIONS)
    match = next((match for match in matches if match), None)
    minutes = round(float(match["h"] or 0) * 60 + float(match["m"] or 0)) if match else 0
    if not 0 < minutes <= _LONGEST_DURATION:
        message = f"is {shown(written)}, which is not a duration"
        place.report(Subtype.VALUE, message, 'write minutes, such as 45, or "1h30"')
        return None
    return minutes


def timezone(value: object, place: Place) -> str | None:
    """Return the IANA name of a time zone."""
    name = text(value, place)
    if name is None or is_timezone(name):
        return name
    message = f"is {shown(name)}, which is not a known time zone"
    place.report(Subtype.VALUE, message, "write a name such as Europe/Paris")
    return None
