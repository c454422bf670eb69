"""A schedule in XML, as Pentabarf, frab and pretalx write it -> what the same schedule says in JSON.

``<schedule>`` has ``<conference>`` and, beside it, each ``<day date="">`` with each ``<room name="">`` with
each ``<event>``, whose elements are called as the keys in JSON are; ``<recording>`` has the ``<license>``,
and links and attachments have their address in ``href``.

Files come from strangers. Python's expat opens no external file unless a handler does; what is left is a
document that declares entities of entities and grows without end. No schedule has a ``DOCTYPE``, and one
that has is refused before anything in it is read. defusedxml does the same, and is one dependency more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from sphinx_eventreport.importing.model import UnreadableScheduleError

if TYPE_CHECKING:
    from collections.abc import Mapping

_PRETALX = "pretalx"
_DEEPEST = 20
"""A schedule has seven levels."""


@dataclass(slots=True)
class _Element:
    """An element: its name, its attributes, its text, and those in it."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    inside: list[_Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.texts).strip()

    def all(self, name: str) -> list[_Element]:
        return [found for found in self.inside if found.name == name]

    def one(self, name: str) -> _Element:
        return next((found for found in self.inside if found.name == name), _Element(name))

    def said(self, *names: str) -> dict[str, object]:
        return {name: self.one(name).text for name in names}


@dataclass(slots=True)
class _Reader:
    """The callbacks that expat calls while it reads."""

    root: _Element = field(default_factory=lambda: _Element(""))
    is_of_pretalx: bool = False
    _open: list[_Element] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            message = f"elements are nested more than {_DEEPEST} levels deep"
            raise UnreadableScheduleError(message)
        found = _Element(name.rpartition(":")[2].lower(), attributes)
        (self._open[-1] if self._open else self.root).inside.append(found)
        self._open.append(found)

    def end(self, _name: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        self._open[-1].texts.append(text)

    def comment(self, text: str) -> None:
        # Before it wrote an element for that.
        self.is_of_pretalx |= _PRETALX in text and not self._open

    def doctype(self, *_declared: object) -> None:
        message = "it has a DOCTYPE, which a schedule does not need"
        raise UnreadableScheduleError(message)


def schedule_of_xml(data: bytes) -> dict[str, object]:
    """Return the schedule in *data*, XML, as JSON has it, with its ``generator``; empty if it is none.

    Raises :exc:`UnreadableScheduleError` for what is not XML, or has a ``DOCTYPE``.
    """
    reader = _read(data)
    top = next(iter(reader.root.inside), reader.root)
    if top.name != "schedule" or not top.all("conference"):
        return {}
    conference = top.one("conference")
    said = conference.said(
        "title", "acronym", "subtitle", "start", "end", "time_zone_name", "url", "venue", "city"
    )
    generator = top.one("generator").attributes.get("name", "") or (_PRETALX if reader.is_of_pretalx else "")
    return {
        "generator": {"name": generator},
        "schedule": {
            **conference.said("base_url"),
            "conference": {**said, "days": [_day(day) for day in top.all("day")]},
        },
    }


def _read(data: bytes) -> _Reader:
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.CommentHandler = reader.comment
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- it takes no names
    except UnreadableScheduleError:
        raise
    # LookupError and ValueError: the encoding that it says it has is unknown, or expat does not read it.
    except (expat.ExpatError, LookupError, ValueError) as error:
        message = f"it is not XML: {error}"
        raise UnreadableScheduleError(message) from error
    return reader


def _day(day: _Element) -> dict[str, object]:
    rooms: dict[str, list[object]] = {}
    for room in day.all("room"):
        rooms.setdefault(room.attributes.get("name", ""), []).extend(map(_talk, room.all("event")))
    return {"date": day.attributes.get("date", ""), "rooms": rooms}


def _talk(event: _Element) -> dict[str, object]:
    return {
        **event.said("title", "subtitle", "date", "start", "duration", "room", "track", "type", "language"),
        **event.said("abstract", "description", "logo", "url", "video_download_url"),
        "recording_license": event.one("recording").one("license").text,
        "persons": list(map(_person, event.one("persons").all("person"))),
        "links": list(map(_link, event.one("links").all("link"))),
        "attachments": list(map(_link, event.one("attachments").all("attachment"))),
    }


def _person(person: _Element) -> dict[str, object]:
    name = person.attributes.get("name") or person.one("name").text or person.text
    return {"public_name": name, **person.said("biography", "avatar", "url")}


def _link(link: _Element) -> dict[str, object]:
    return {"title": link.text, "url": link.attributes.get("href") or link.text}
