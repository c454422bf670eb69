"""The types of values in front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core import fields
from sphinx_eventreport.core.names import split_names, split_organizers
from sphinx_eventreport.core.schema.table import Kind

if TYPE_CHECKING:
    from sphinx_eventreport.core.fields import Place

_TEXT = {"type": "string"}
_NUMBER_OR_TEXT = {"type": ["string", "number"]}
_TEXTS = {"type": "array", "items": _NUMBER_OR_TEXT}
_PERSON = {
    "anyOf": [
        _TEXT,
        {
            "type": "object",
            "properties": dict.fromkeys(("name", "id", "label", "url", "affiliation", "handle"), _TEXT),
            "anyOf": [{"required": ["name"]}, {"required": ["id"]}, {"required": ["label"]}],
        },
    ]
}
_LINK = {"type": "object", "properties": {"label": _TEXT, "url": _TEXT}, "required": ["url"]}
_LONGEST_TITLE = 500

MODES = {
    "offline": "offline",
    "in_person": "offline",
    "onsite": "offline",
    "online": "online",
    "virtual": "online",
    "remote": "online",
    "mixed": "mixed",
    "hybrid": "mixed",
}
STATUSES = {
    "scheduled": "scheduled",
    "cancelled": "cancelled",
    "canceled": "cancelled",
    "postponed": "postponed",
    "moved_online": "moved_online",
}


def _title(value: object, place: Place) -> str | None:
    return fields.text(value, place, limit=_LONGEST_TITLE)


def _unread(_value: object, _place: Place) -> None:
    """Leave a map to its own table."""


def _one_of(words: dict[str, str]) -> Kind:
    meanings = list(dict.fromkeys(words.values()))
    return Kind(" | ".join(meanings), fields.choice(words), {"enum": list(words)})


TITLE = Kind("text", _title, _NUMBER_OR_TEXT)
TEXT = Kind("text", fields.text, _NUMBER_OR_TEXT)
BOOLEAN = Kind("true | false", fields.boolean, {"type": "boolean"})
DATE = Kind("date", fields.date, {"type": ["string", "integer"], "examples": ["2016-05-31", "2016-05"]})
LAST_DATE = Kind(DATE.words, fields.last_date, DATE.schema)
DURATION = Kind("minutes", fields.duration, {"type": ["string", "number"], "examples": [45, "1h30"]})
LANGUAGE = Kind("language tag", fields.language, _TEXT)
TIMEZONE = Kind("IANA time zone", fields.timezone, _TEXT)
URL = Kind("URL", fields.url, {"type": "string", "format": "uri-reference"})
PATH = Kind("path or URL", fields.path, {"type": "string", "format": "uri-reference"})
TAGS = Kind("list of texts", fields.texts, {"anyOf": [_TEXT, _TEXTS]})
LINKS = Kind(
    "list of links", fields.links, {"anyOf": [_TEXT, {"type": "array", "items": {"anyOf": [_TEXT, _LINK]}}]}
)
PERSON = Kind("person", fields.person, _PERSON)
PEOPLE = Kind(
    "list of people", fields.people(split_names), {"anyOf": [_PERSON, {"type": "array", "items": _PERSON}]}
)
ORGANIZERS = Kind("list of people", fields.people(split_organizers, fields.organizer), PEOPLE.schema)
MODE = _one_of(MODES)
STATUS = _one_of(STATUSES)
VISIBILITY = _one_of({word: word for word in ("public", "unlisted", "draft")})
MAP = Kind("map or text", _unread, {})
MAPS = Kind("list of maps", _unread, {"type": "array"})
