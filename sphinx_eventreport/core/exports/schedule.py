"""A report as the schedule of a conference, for apps on phones: the JSON and the XML of frab and pretalx.

https://github.com/voc/schedule/tree/master/validator has both schemas. What they have no place for is left
out: the text of the page, minutes, and more than one deck or recording. A talk without a day and a time
cannot be in a schedule.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sphinx_eventreport.core.dates.partial import in_zone
from sphinx_eventreport.core.exports.addresses import host_of
from sphinx_eventreport.core.exports.entry import instant
from sphinx_eventreport.core.exports.identity import guid
from sphinx_eventreport.core.names import written_person

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Report, Talk

PAGE_OF_TALK = "Programme"
"""How the link of an imported talk to its page in the programme is called."""
_GENERATOR = "sphinx-eventreport"
_NO_ROOM = "-"
"""The room of talks that have none: neither format can do without."""
_SLOT = dt.timedelta(minutes=5)
_LARGEST_ID = 2**31
"""Apps keep the number of a talk in 32 bits, with a sign."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule in the words of its JSON, and how many talks are not in it."""

    content: Mapping[str, Any]
    """The document."""
    left_out: int
    """How many talks have no day and time."""


@dataclass(frozen=True, slots=True)
class _Timed:
    talk: Talk
    start: dt.datetime
    url: str
    is_exact: bool


def schedule_of_report(report: Report, base: str, urls: Sequence[str] = ()) -> Schedule:
    """Return the schedule of the event of *report*.

    *urls* are the addresses of its talks, *base* is that of the site.
    """
    timed = [one for one in _timed(report, urls) if one is not None]
    event = report.event
    zone = event.timezone if event else None
    days = sorted({one.start.date() for one in timed})
    host = host_of(base)
    rooms = list(dict.fromkeys(one.talk.room or _NO_ROOM for one in timed))
    conference = {
        "acronym": report.label,
        "title": event.name if event else report.name,
        "start": _day(report.start),
        "end": _day((event.end if event else None) or report.start),
        "daysCount": len(days),
        "timeslot_duration": _clock(int(_SLOT.total_seconds()) // 60),
        "time_zone_name": zone,
        "url": event.url if event else None,
        "venue": event.location.name if event else None,
        "city": event.location.city if event else None,
        "rooms": [
            {"name": room, "guid": str(guid("room", f"{report.label}/{room}", host))} for room in rooms
        ],
        "days": [_day_of(number, day, timed, report, host) for number, day in enumerate(days, 1)],
    }
    changed = report.updated or report.date or report.start
    schedule = {
        "version": changed.isoformat() if changed else "1",
        "base_url": base,
        "conference": {key: value for key, value in conference.items() if value is not None},
    }
    content = {"generator": {"name": _GENERATOR}, "schedule": schedule}
    return Schedule(content, len(report.talks) - len(timed))


def frab_json(schedule: Schedule) -> bytes:
    """Return *schedule* as JSON."""
    return json.dumps(schedule.content, ensure_ascii=False, indent=1).encode(errors="replace") + b"\n"


def frab_xml(schedule: Schedule) -> bytes:
    """Return *schedule* as XML."""
    said = schedule.content["schedule"]
    root = Element("schedule")
    SubElement(root, "generator", name=_GENERATOR)
    _text(root, "version", said["version"])
    _text(root, "base_url", said["base_url"])
    conference = SubElement(root, "conference")
    for name, value in said["conference"].items():
        if name == "daysCount":
            _text(conference, "days", value)
        elif not isinstance(value, list):
            _text(conference, name, value)
    for day in said["conference"]["days"]:
        _xml_day(root, day)
    indent(root)
    document: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + document + b"\n"


def _timed(report: Report, urls: Sequence[str]) -> list[_Timed | None]:
    zone = report.event.timezone if report.event else None
    found: list[_Timed | None] = []
    for number, talk in enumerate(report.talks):
        start = in_zone(talk.start, zone) if talk.start else None
        if start is None or start.time is None:
            found.append(None)
            continue
        url = urls[number] if number < len(urls) else ""
        moment = dt.datetime.combine(start.date, start.time, _offset(start))
        found.append(_Timed(talk, moment, url, start.offset is not None))
    return found


def _offset(date: PartialDate) -> dt.timezone:
    return dt.timezone(dt.timedelta(minutes=date.offset or 0))


def _day_of(
    number: int, day: dt.date, timed: Sequence[_Timed], report: Report, host: str
) -> dict[str, object]:
    found = sorted((one for one in timed if one.start.date() == day), key=lambda one: one.start)
    rooms: dict[str, list[object]] = {}
    for one in found:
        rooms.setdefault(one.talk.room or _NO_ROOM, []).append(_talk(one, report, host))
    ends = [one.start + dt.timedelta(minutes=_length(one.talk)) for one in found]
    return {
        "index": number,
        "date": day.isoformat(),
        "day_start": found[0].start.isoformat(),
        "day_end": max(ends).isoformat(),
        "rooms": rooms,
    }


def _talk(one: _Timed, report: Report, host: str) -> dict[str, object]:
    talk = one.talk
    name = guid("talk", f"{report.label}/{talk.label}", host)
    deck, recording = next(iter(talk.decks), None), next(iter(talk.recordings), None)
    links = [{"title": link.label, "url": link.url} for link in talk.links]
    is_linked = deck is not None and any(link["url"] == deck.source for link in links)
    # A schedule that was read has the page of a talk among its links.
    page = next((link for link in links if link["title"] == PAGE_OF_TALK), None)
    return {
        "guid": str(name),
        "id": name.int % _LARGEST_ID,
        "date": one.start.isoformat() if one.is_exact else one.start.replace(tzinfo=None).isoformat(),
        "start": f"{one.start:%H:%M}",
        "duration": _clock(_length(talk)),
        "room": talk.room or "",
        "slug": f"{report.label}-{talk.label}",
        "url": one.url or (page["url"] if page else ""),
        "title": talk.title,
        "subtitle": "",
        "track": talk.track or "",
        "type": talk.type or "",
        "language": talk.language or "",
        "abstract": "",
        "description": "",
        "recording_license": talk.license or "",
        "do_not_record": False,
        "video_download_url": recording.source if recording else "",
        "persons": [_person(written_person(speaker), speaker.label, host) for speaker in talk.speakers],
        "links": [link for link in links if link is not page],
        "attachments": [{"title": deck.title, "url": deck.source}] if deck and not is_linked else [],
    }


def _person(name: str, label: str, host: str) -> dict[str, object]:
    found = guid("person", label, host)
    return {"guid": str(found), "id": found.int % _LARGEST_ID, "name": name, "public_name": name}


def _length(talk: Talk) -> int:
    """Return how many minutes *talk* takes: those it says, else those until its end, else none."""
    if talk.duration:
        return talk.duration
    if talk.start and talk.end and talk.end.time:
        return max(0, int((instant(talk.end) - instant(talk.start)).total_seconds() // 60))
    return 0


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours:02d}:{rest:02d}"


def _day(date: PartialDate | None) -> str | None:
    return date.date.isoformat() if date else None


def _xml_day(root: Element, day: Mapping[str, Any]) -> None:
    about = {
        "date": day["date"],
        "index": str(day["index"]),
        "start": day["day_start"],
        "end": day["day_end"],
    }
    found = SubElement(root, "day", about)
    for name, talks in day["rooms"].items():
        room = SubElement(found, "room", name=_clean(name))
        for talk in talks:
            _xml_talk(room, talk)


def _xml_talk(room: Element, talk: Mapping[str, Any]) -> None:
    found = SubElement(room, "event", id=str(talk["id"]), guid=talk["guid"])
    for name, value in talk.items():
        if isinstance(value, str) and name not in {"guid", "recording_license"}:
            _text(found, name, value)
    recording = SubElement(found, "recording")
    _text(recording, "license", talk["recording_license"])
    _text(recording, "optout", str(talk["do_not_record"]).lower())
    persons = SubElement(found, "persons")
    for person in talk["persons"]:
        one = SubElement(persons, "person", id=str(person["id"]), guid=person["guid"])
        one.text = _clean(person["name"])
    for many, single in (("links", "link"), ("attachments", "attachment")):
        holder = SubElement(found, many)
        for link in talk[many]:
            SubElement(holder, single, href=link["url"]).text = _clean(link["title"])


def _text(parent: Element, name: str, text: object) -> None:
    SubElement(parent, name).text = _clean(str(text))


def _clean(text: str) -> str:
    """Return *text* without what XML has no place for."""
    return "".join(
        char if char.isprintable() or char in "\n\t" else "\N{REPLACEMENT CHARACTER}" for char in text
    )
