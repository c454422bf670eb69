"""Keys that many generators and themes have, in the ways people spell them.

Keys are compared without case, hyphens and underscores, in either order of their words: ``startDate``,
``start-date``, ``date_start``.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.dates.written import parse_range
from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.values import address, video, where
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.dialects.values import Page

_BETWEEN = lazy_regex(r"[-_ ]+")
_TIME = lazy_regex(
    r"\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?[ ]?(?:[ap]\.?m\.?)?(?:[ ]?(?:Z|[+-]\d{2}:?\d{2}))?", re.IGNORECASE
)
_AN_HOUR, _A_DAY = 60, 24 * 60
_STARTS = (
    "startdate",
    "datestart",
    "eventstart",
    "eventstartdate",
    "startsat",
    "begindate",
    "datebegin",
    "start",
    "begin",
)
_ENDS = ("enddate", "dateend", "eventend", "eventenddate", "endsat", "finishdate", "end", "finish")
_START_TIMES = ("starttime", "timestart", "eventstarttime", "begintime", "timebegin", "eventtime")
_END_TIMES = ("endtime", "timeend", "eventendtime")
# One word that may mean something else: only a day makes it one.
_LOOSE = frozenset({"start", "begin", "end", "finish"})
_OF_EVENTS = frozenset({"event", "minutes", "talks"})
DAYS = frozenset({*_STARTS, "eventdate", "eventday"})
"""Spellings of keys by which a page says on what day its event is."""


def plain_key(key: str) -> str:
    """Return *key* without case, hyphens and underscores."""
    return _BETWEEN.sub("", key).lower()


def _has_day(page: Page) -> bool:
    return any(plain_key(key) in DAYS for key in page)


def _with_time(value: object, times: tuple[str, ...], page: Page) -> object:
    """Return a day with the time that another key says."""
    if isinstance(value, dt.datetime) or not isinstance(value, str | dt.date) or ":" in str(value):
        return value
    time = next((text for key, said in page.items() if plain_key(key) in times and (text := _time(said))), "")
    return f"{value} {time}" if time else value


def _time(value: object) -> str:
    """Return a time of day as text, "" if *value* is none."""
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    if isinstance(value, int) and not isinstance(value, bool) and value >= _AN_HOUR:
        # YAML reads 10:30 as a number to the base of 60: of minutes, or of seconds where there are some.
        minutes = value if value < _A_DAY else value // _AN_HOUR
        return f"{minutes // _AN_HOUR:02}:{minutes % _AN_HOUR:02}" if minutes < _A_DAY else ""
    return value.strip() if isinstance(value, str) and _TIME.fullmatch(value.strip()) else ""


def start_of(value: object, page: Page) -> object:
    """Return the start of an event, a day with the time that another key of *page* says."""
    return _with_time(value, _START_TIMES, page)


def end_of(value: object, page: Page) -> object:
    """Return the end of an event, as :func:`start_of` its start."""
    return _with_time(value, _END_TIMES, page)


def _if_day(value: object, _page: Page) -> object:
    return value if parse_date(value) is not None else None


def _loose_start(value: object, page: Page) -> object:
    return start_of(value, page) if parse_date(value) is not None else None


def _loose_end(value: object, page: Page) -> object:
    return end_of(value, page) if parse_date(value) is not None else None


def _days(value: object, page: Page) -> object:
    """Read "November 17–22, 2019" as the first and the last day."""
    days = parse_range(value)
    if days is None or days[0] == days[1]:
        return {"start": start_of(value, page)}
    return {"start": days[0].isoformat(), "end": days[1].isoformat()}


def _moment(value: object, page: Page) -> object:
    """Return a time with its day; a time alone belongs to a day that another key says."""
    if _time(value) and isinstance(page.get("date"), str | dt.date) and not _has_day(page):
        return _with_time(page["date"], (*_START_TIMES, *_END_TIMES), {"starttime": value})
    return _if_day(value, page)


def _text(value: object, _page: Page) -> object:
    return value if isinstance(value, str | dict) else None


def _has_event(page: Page) -> bool:
    return _has_day(page) or any(plain_key(key) in _OF_EVENTS for key in page)


def _place(value: object, page: Page) -> object:
    """Return a place, be it a list of its parts."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return _text(value, page)


SPELLINGS: Mapping[str, Alias] = {
    **{key: Alias("event.start", _loose_start if key in _LOOSE else start_of, weak=True) for key in _STARTS},
    **{
        key: Alias("date", _if_day, weak=True)
        for key in "pubdate pubdatetime publishdate publisheddate publishedat datepublished".split()
    },
    "eventdate": Alias("event", _days, weak=True),
    "eventday": Alias("event", _days, weak=True),
    **{key: Alias("event.end", _loose_end if key in _LOOSE else end_of, weak=True) for key in _ENDS},
    **{key: Alias("event.start", _moment, weak=True) for key in _START_TIMES},
    **{key: Alias("event.end", _moment, weak=True) for key in _END_TIMES},
    **{
        key: Alias("event.timezone", where(_has_day, _text), weak=True)
        for key in ("timezone", "tz", "eventtimezone")
    },
    **{key: Alias("event.name", _text, weak=True) for key in ("eventname", "eventtitle", "nameevent")},
    **{
        key: Alias("event.url", address, weak=True)
        for key in ("eventurl", "eventlink", "urlevent", "linkevent")
    },
    **{
        key: Alias("event.location", where(_has_event, _place), weak=True)
        for key in ("location", "venue", "eventlocation", "eventvenue", "place", "locationname", "venuename")
    },
    "address": Alias("event.location.address", where(_has_event, _text), weak=True),
    **{
        key: Alias(f"event.location.address.{to}", where(_has_event, _text), weak=True)
        for key, to in {"city": "city", "town": "city", "country": "country"}.items()
    },
    **{
        key: Alias("talks.deck", address, weak=True)
        for key in "slides slidesurl urlslides slideslink linkslides slideurl slidelink slidedeck slidespdf "
        "deck "
        "deckurl presentationurl".split()
    },
    **{
        key: Alias("talks.recording", video, weak=True)
        for key in "youtube youtubeid youtubeurl youtubelink".split()
    },
    **{
        key: Alias("talks.recording", address, weak=True)
        for key in "video videourl urlvideo videolink linkvideo recording recordingurl urlrecording "
        "recordinglink".split()
    },
}
"""The meaning of each key in every dialect that does not say another one; by :func:`plain_key`."""
