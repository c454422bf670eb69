"""The schedule of a conference, as pretalx and frab export it in JSON -> the fields of a report.

``schedule.conference`` has ``title``, ``acronym``, ``start`` and ``end`` (days), ``time_zone_name``,
``url`` and ``days``. A day has ``rooms``, room name to list of talks. Of a talk are read: ``title``,
``date`` (ISO 8601, with offset) or ``start`` ("14:30", on the ``date`` of the day), ``duration``
("00:45", hours and minutes), ``room``, ``track``, ``type``, ``language``, ``recording_license``,
``persons`` (``public_name``, ``name`` in newer exports of pretalx; ``full_public_name`` in those of
frab), ``abstract``, ``description``, ``url``, ``links`` and ``attachments`` (``url``, ``title``; the first
PDF is the deck).
https://github.com/voc/schedule/tree/master/validator and https://docs.pretalx.org describe them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.frontmatter import front_matter_of
from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.core.schema import read_report_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DURATION = re.compile(r"(\d{1,3}):(\d{2})(?::\d{2})?")
_NAMES = ("public_name", "full_public_name", "name")


def conference_of(data: object) -> Mapping[str, Any] | None:
    """Return the conference in *data*, what the JSON file holds; ``None`` if it is not a schedule."""
    conference = _map(_map(data).get("schedule")).get("conference")
    return conference if isinstance(conference, dict) and isinstance(conference.get("days"), list) else None


def report_of(conference: Mapping[str, Any]) -> tuple[str, Report, tuple[Problem, ...]]:
    """Return the file name of the report of *conference*, the report, and what was wrong."""
    title = _text(conference.get("title")) or _text(conference.get("acronym")) or "Conference"
    event = {
        "name": title,
        "start": _text(conference.get("start")),
        "end": _text(conference.get("end")),
        "timezone": _text(conference.get("time_zone_name")),
        "url": _text(conference.get("url")),
    }
    talks = [_talk(*found) for found in _talks(conference)]
    day = _DAY.match(_text(conference.get("start")))
    name = "-".join(filter(None, (day and day[0], slug_or(title, "conference")))) + ".md"
    front = front_matter_of({"title": title, "event": event, "talks": talks})
    report, problems = read_report_fields(front, filename=name, dialect="native")
    return name, report, problems


def abstracts_of(conference: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is said about each talk of *conference*, in the order of the report's talks."""
    return tuple(_said(talk) for talk, _room, _day in _talks(conference))


def _said(talk: Mapping[str, Any]) -> str:
    parts = dict.fromkeys(_as_written(talk.get(key)) for key in ("abstract", "description"))
    return "\n\n".join(part for part in parts if part.strip())


def _talks(conference: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    """Yield each talk with its room and day, by time."""
    for day in conference["days"]:
        rooms = _map(_map(day).get("rooms"))
        found = [(_map(talk), room) for room, talks in rooms.items() for talk in _list(talks)]
        for talk, room in sorted(found, key=lambda item: _text(item[0].get("date") or item[0].get("start"))):
            yield talk, room, _text(_map(day).get("date"))


def _talk(talk: Mapping[str, Any], room: str, day: str) -> dict[str, object]:
    names = [_first(_map(person), _NAMES) for person in _list(talk.get("persons"))]
    links = [*_links(talk.get("links")), *_links(talk.get("attachments"))]
    decks = [link["url"] for link in links if link["url"].partition("?")[0].lower().endswith(".pdf")]
    page = _text(talk.get("url"))
    return {
        "title": _text(talk.get("title")),
        "speakers": [name for name in names if name],
        "start": _text(talk.get("date")) or f"{day} {_text(talk.get('start'))}".strip(),
        "duration": _minutes(_text(talk.get("duration"))),
        "room": _text(talk.get("room")) or room,
        "track": _text(talk.get("track")),
        "type": _text(talk.get("type")),
        "language": _text(talk.get("language")),
        "license": _text(talk.get("recording_license")),
        "deck": decks[0] if decks else None,
        "links": [*([{"label": "Programme", "url": page}] if page else []), *links],
    }


def _links(value: object) -> list[dict[str, str]]:
    found = [(_text(_map(link).get("title")), _text(_map(link).get("url"))) for link in _list(value)]
    return [{"label": title or url, "url": url} for title, url in found if url]


def _minutes(written: str) -> int | None:
    match = _DURATION.fullmatch(written)
    return int(match[1]) * 60 + int(match[2]) if match else None


def _first(mapping: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next(filter(None, (_text(mapping.get(key)) for key in keys)), "")


def _text(value: object) -> str:
    """Return *value* as text on one line; pretalx has maps of languages, of which the first counts."""
    return " ".join(_as_written(value).split())


def _as_written(value: object) -> str:
    if isinstance(value, dict):
        value = next(iter(value.values()), "")
    return value if isinstance(value, str) else ""


def _map(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
