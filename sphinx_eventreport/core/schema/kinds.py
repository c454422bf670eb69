"""The types of values in front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core import fields
from sphinx_eventreport.core.emoji_names import with_signs
from sphinx_eventreport.core.names import split_names, split_organizers
from sphinx_eventreport.core.schema.audience import AUDIENCES, audience_of
from sphinx_eventreport.core.schema.table import Kind

if TYPE_CHECKING:
    from sphinx_eventreport.core.fields import Place
    from sphinx_eventreport.core.records import Audience

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
_ATTENDEE = {
    "anyOf": [
        _TEXT,
        {
            "type": "object",
            "properties": {
                **dict.fromkeys(
                    ("name", "id", "label", "url", "affiliation", "handle", "initials", "role"), _TEXT
                ),
                "remote": {"type": "boolean"},
            },
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

DECISION_STATUSES = {
    word: word for word in ("proposed", "accepted", "rejected", "deferred", "withdrawn", "deprecated")
} | {"approved": "accepted", "agreed": "accepted", "declined": "rejected", "postponed": "deferred"}
ACTION_STATUSES = {word: word for word in ("open", "started", "done", "dropped")} | {
    "todo": "open",
    "in_progress": "started",
    "closed": "done",
    "completed": "done",
    "cancelled": "dropped",
    "canceled": "dropped",
}


def _title(value: object, place: Place) -> str | None:
    written = fields.text(value, place, limit=_LONGEST_TITLE)
    return written and with_signs(written)


def _words(value: object, place: Place) -> str | None:
    written = fields.text(value, place)
    return written and with_signs(written)


def _unread(_value: object, _place: Place) -> None:
    """Leave a map to its own table."""


def _audience(value: object, place: Place) -> Audience | None:
    """Read for whom something is; what is not a word of ours is told, and hides it."""
    if value in (None, ""):
        return None
    fields.choice({word: word for word in AUDIENCES})(value, place)
    return audience_of(value)


def _one_of(words: dict[str, str]) -> Kind:
    meanings = list(dict.fromkeys(words.values()))
    return Kind(" | ".join(meanings), fields.choice(words), {"enum": list(words)})


TITLE = Kind("text", _title, _NUMBER_OR_TEXT)
TEXT = Kind("text", fields.text, _NUMBER_OR_TEXT)
WORDS = Kind("text", _words, _NUMBER_OR_TEXT)
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
ATTENDEES = Kind(
    "list of people", fields.attendees, {"anyOf": [_ATTENDEE, {"type": "array", "items": _ATTENDEE}]}
)
ORGANIZERS = Kind("list of people", fields.people(split_organizers, fields.organizer), PEOPLE.schema)
MODE = _one_of(MODES)
STATUS = _one_of(STATUSES)
MINUTES_STATUS = _one_of({word: word for word in ("draft", "proposed", "approved", "final")})
DECISION_STATUS = _one_of(DECISION_STATUSES)
ACTION_STATUS = _one_of(ACTION_STATUSES)
APPROVED = Kind("date or label", fields.date_or_text, DATE.schema)
QUORUM = Kind("number", fields.integer(1, 10_000), {"type": "integer", "minimum": 1})
LABELS = Kind("list of labels", fields.texts, TAGS.schema)
VOTES = Kind("votes", fields.votes, _TEXT)
VOTED = Kind(
    "number or list of people", fields.voted(split_names), {"anyOf": [{"type": "integer"}, PEOPLE.schema]}
)
AUDIENCE = Kind(" | ".join(AUDIENCES), _audience, {"enum": list(AUDIENCES)})
VISIBILITY = _one_of({word: word for word in ("public", "unlisted", "draft")})
MAP = Kind("map or text", _unread, {})
MAPS = Kind("list of maps", _unread, {"type": "array"})
