"""The schedule of a conference, as pretalx and frab export it -> the fields of a report, and its texts.

``schedule.conference`` has ``title``, ``acronym``, ``start`` and ``end`` (days), ``time_zone_name``,
``url``, ``venue``, ``city`` and ``days``. A day has ``rooms``, room name to list of talks. Of a talk are
read: ``title``, ``subtitle``, ``date`` (ISO 8601, with offset) or ``start`` ("14:30", on the ``date`` of the
day), ``duration`` ("00:45", hours and minutes), ``room``, ``track``, ``type``, ``language``,
``recording_license``, ``persons`` (``public_name``, ``name`` in newer exports of pretalx;
``full_public_name`` in those of frab; ``biography``, ``avatar``), ``abstract``, ``description``, ``logo``,
``url``, ``video_download_url``, ``links`` and ``attachments`` (``url``, ``title``; the first PDF is the
deck).
https://github.com/voc/schedule/tree/master/validator and https://docs.pretalx.org describe them; what is
written in XML is the same by other marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from sphinx_eventreport.core.exports.schedule import PAGE_OF_TALK
from sphinx_eventreport.core.frontmatter import front_matter_of, printable
from sphinx_eventreport.core.identifiers import file_slug
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import scheme_of
from sphinx_eventreport.core.schema import read_report_fields
from sphinx_eventreport.importing.model import Texts
from sphinx_eventreport.importing.prose import markdown
from sphinx_eventreport.importing.speakers import Speaker, image, section_of
from sphinx_eventreport.importing.strange_markdown import as_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report

_DAY = lazy_regex(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DURATION = lazy_regex(r"(\d{1,3}):(\d{2})(?::\d{2})?")
_NAMES = ("public_name", "full_public_name", "name")
_PRETALX = "pretalx"
_KEYS_OF_PRETALX = frozenset({"feedback_url", "answers", "origin_url"})


@dataclass(frozen=True, slots=True)
class Schedule:
    """A conference and its talks."""

    conference: Mapping[str, Any]
    """What the file says of it, as it was read."""
    base: str = ""
    """What an address without a host counts from."""
    is_markdown: bool = False
    """Whether texts are Markdown, as those of pretalx; nothing tells the markup of others."""

    def talks(self) -> Iterator[tuple[Mapping[str, Any], str, str]]:
        """Yield each talk with its room and day, by time."""
        for day in self.conference["days"]:
            rooms = _map(_map(day).get("rooms"))
            found = [(_map(talk), room) for room, talks in rooms.items() for talk in _list(talks)]
            for talk, room in sorted(
                found, key=lambda item: _text(item[0].get("date") or item[0].get("start"))
            ):
                yield talk, room, _text(_map(day).get("date"))

    def address(self, value: object) -> str:
        """Return the address *value*, with the host where it has none."""
        written = _text(value)
        try:
            return urljoin(self.base, written) if written and self.base else written
        except ValueError:
            return written

    def prose(self, value: object) -> str:
        """Return the text *value* as Markdown that says the same, and does nothing else."""
        return (as_prose if self.is_markdown else markdown)(_as_written(value))


def schedule_of(data: object) -> Schedule | None:
    """Return the schedule in *data*, what a JSON file holds; ``None`` if it is none."""
    top = _map(data)
    schedule = _map(top.get("schedule"))
    conference = schedule.get("conference")
    if not isinstance(conference, dict) or not isinstance(conference.get("days"), list):
        return None
    base = _text(schedule.get("base_url"))
    found = Schedule(conference, base if scheme_of(base) in {"http", "https"} else "")
    generator = _map(top.get("generator")) or _map(schedule.get("generator"))
    said = _text(generator.get("name")).lower()
    # Its older exports do not say whose they are.
    is_markdown = (
        said == _PRETALX if said else any(_KEYS_OF_PRETALX & talk.keys() for talk, *_ in found.talks())
    )
    return Schedule(conference, found.base, is_markdown)


def report_of(schedule: Schedule) -> tuple[str, Report, tuple[Problem, ...]]:
    """Return the file name of the report of *schedule*, the report, and what was wrong."""
    conference = schedule.conference
    title = _text(conference.get("title")) or _text(conference.get("acronym")) or "Conference"
    event = {
        "name": title,
        "start": _text(conference.get("start")),
        "end": _text(conference.get("end")),
        "timezone": _text(conference.get("time_zone_name")),
        "url": _text(conference.get("url")),
        "location": {
            "name": _text(conference.get("venue")),
            "address": {"city": _text(conference.get("city"))},
        },
    }
    talks = [_talk(schedule, *found) for found in schedule.talks()]
    day = _DAY.match(_text(conference.get("start")))
    name = "-".join(filter(None, (day and day[0], file_slug(title, "conference")))) + ".md"
    front = front_matter_of({"title": title, "event": event, "talks": talks})
    report, problems = read_report_fields(front, filename=name, dialect="native")
    return name, report, problems


def texts_of(schedule: Schedule) -> Texts:
    """Return what *schedule* says about each talk, in the order of the report's, and about the speakers."""
    talks = [talk for talk, _room, _day in schedule.talks()]
    speakers = [_speaker(schedule, person) for talk in talks for person in _list(talk.get("persons"))]
    return Texts(
        opening=schedule.prose(schedule.conference.get("subtitle")),
        abstracts=tuple(_said(schedule, talk) for talk in talks),
        closing=section_of(speaker for speaker in speakers if speaker.name),
    )


def _said(schedule: Schedule, talk: Mapping[str, Any]) -> str:
    texts = dict.fromkeys(schedule.prose(talk.get(key)) for key in ("subtitle", "abstract", "description"))
    logo = image(schedule.address(talk.get("logo")), _text(talk.get("title")))
    return "\n\n".join(filter(None, (logo, *texts)))


def _speaker(schedule: Schedule, value: object) -> Speaker:
    person = _map(value)
    return Speaker(
        _first(person, _NAMES),
        schedule.address(person.get("avatar") or person.get("avatar_url")),
        schedule.prose(person.get("biography")),
    )


def _talk(schedule: Schedule, talk: Mapping[str, Any], room: str, day: str) -> dict[str, object]:
    names = [_first(_map(person), _NAMES) for person in _list(talk.get("persons"))]
    links = [*_links(schedule, talk.get("links")), *_links(schedule, talk.get("attachments"))]
    decks = [link["url"] for link in links if link["url"].partition("?")[0].lower().endswith(".pdf")]
    page = schedule.address(talk.get("url"))
    return {
        "title": _text(talk.get("title")),
        "speakers": [name for name in names if name],
        "start": _text(talk.get("date")) or f"{day} {_text(talk.get('start'))}".strip(),
        "duration": _minutes(_text(talk.get("duration"))),
        "room": _text(talk.get("room")) or _text(room),
        "track": _text(talk.get("track")),
        "type": _text(talk.get("type")),
        "language": _text(talk.get("language")),
        "license": _text(talk.get("recording_license")),
        "deck": decks[0] if decks else None,
        "recording": _text(talk.get("video_download_url")) or None,
        "links": [*([{"label": PAGE_OF_TALK, "url": page}] if page else []), *links],
    }


def _links(schedule: Schedule, value: object) -> list[dict[str, str]]:
    found = [
        (_text(_map(link).get("title")), schedule.address(_map(link).get("url"))) for link in _list(value)
    ]
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
    return printable(value) if isinstance(value, str) else ""


def _map(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
