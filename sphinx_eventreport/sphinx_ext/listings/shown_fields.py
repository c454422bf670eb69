"""Which fields a listing shows, and what of a row that makes a reader see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.listings.view import Vocabulary
from sphinx_eventreport.sphinx_ext.listings.rows import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.core.listings.query import Query, Row

_ONLY_SHOWN: Mapping[str, tuple[str, ...]] = {
    "event": ("image", "place", "media"),
    "talk": ("media",),
    "deck": ("image",),
    "recording": (),
    "person": ("image",),
}
"""What can be shown, but is no field to filter by."""

_SORTABLE = {
    "event": "start title talks",
    "talk": "start title event-title",
    "deck": "start title event-title",
    "recording": "start title event-title",
    "person": "title talks events",
}

VOCABULARY: Mapping[str, Vocabulary] = {
    name: Vocabulary(fields, (*fields, *_ONLY_SHOWN[name]), tuple(_SORTABLE[name].split()))
    for name, fields in FIELDS.items()
}
"""What each type of listing can be told of fields."""

_MEDIA = "start title speakers event-title"
_DEFAULTS: Mapping[tuple[str, str], str] = {
    ("event", "cards"): "image start place title description talks decks recordings",
    ("event", "table"): "start title place talks",
    ("event", "list"): "title start city",
    ("event", "timeline"): "start title place description talks decks recordings",
    ("talk", "cards"): "title speakers start event-title media",
    ("talk", "table"): "start title speakers event-title media",
    ("talk", "list"): "title start speakers",
    ("talk", "timeline"): "start title speakers event-title media",
    ("deck", "cards"): "image title speakers start event-title",
    ("deck", "table"): f"{_MEDIA} slides",
    ("deck", "list"): "title speakers start",
    ("deck", "timeline"): _MEDIA,
    ("recording", "cards"): "title speakers start event-title",
    ("recording", "table"): _MEDIA,
    ("recording", "list"): "title speakers start",
    ("recording", "timeline"): _MEDIA,
    ("person", "cards"): "image title affiliation talks events",
    ("person", "table"): "title affiliation talks events",
    ("person", "list"): "title affiliation talks",
    ("person", "timeline"): "start title talks events",
}

_ALWAYS = ("docname", "label", "title")
_KEYS: Mapping[str, tuple[str, ...]] = {
    "start": ("start", "end"),
    "place": ("city", "location"),
    "image": ("thumbnail", "slide", "stamp"),
    "media": ("media", "event"),
    "decks": ("decks", "media", "event"),
    "recordings": ("recordings", "media", "event"),
    "event-title": ("event", "event-title"),
    "talk-title": ("talk", "talk-title"),
}
"""The keys of a row that show where a field is shown; for other fields, the field."""


def shown_fields(query: Query) -> tuple[str, ...]:
    """Return the fields that *query* shows, in their order."""
    return query.view.fields or tuple(_DEFAULTS[query.type, query.layout].split())


def shown_keys(query: Query) -> tuple[str, ...]:
    """Return the keys of a row that a reader of *query* can see; a change in the rest makes no page stale."""
    view = query.view
    fields = [*shown_fields(query), *view.sort_ui]
    if view.group_by is not None:
        fields.append(view.group_by.field)
    if view.categories:
        fields.append("tags")
    if view.upcoming:
        fields.append("start")
    keys = (key for name in fields for key in _KEYS.get(name, (name,)))
    return tuple(dict.fromkeys((*_ALWAYS, *keys)))


def shown_of(rows: Sequence[Row], query: Query) -> list[list[object]]:
    """Return what a reader of *query* sees of *rows*."""
    keys = shown_keys(query)
    return [[row.get(key) for key in keys] for row in rows]
