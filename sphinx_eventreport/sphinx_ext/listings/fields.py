"""One field of a row -> inline nodes, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.sphinx_ext.inline.dates import date_text, language_name, range_text, time_node
from sphinx_eventreport.sphinx_ext.inline.link_list import (
    Words,
    event_link,
    media_words,
    row_link,
    title_link,
)
from sphinx_eventreport.sphinx_ext.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_eventreport.core.listings.query import Row

    Draw = Callable[[Row, str, str, str], list[nodes.Node]]

COUNTED = frozenset({"talks", "events", "decks", "recordings", "slides"})
"""Fields that are numbers of things."""


def field_nodes(name: str, row: Row, object_type: str, docname: str, language: str) -> list[nodes.Node]:
    """Return the field *name* of *row* as it stands on the page *docname*; nothing if the row lacks it."""
    draw = _DRAW.get(name)
    if draw is not None:
        return draw(row, object_type, docname, language)
    value = row.get(name)
    if isinstance(value, PartialDate):
        return [time_node(value, date_text(value, language))]
    text = ", ".join(value) if isinstance(value, tuple) else str(value or "")
    return [nodes.Text(text)] if text else []


def field_links(name: str, row: Row, object_type: str, docname: str) -> list[nodes.Node]:
    """Return what `field_words` says as nodes for the page *docname*."""
    return [words.node(docname) for words in field_words(name, row, object_type)]


def field_words(name: str, row: Row, object_type: str) -> list[Words]:
    """Return the counted field *name* of *row* as words: "5 talks", a link where there is one to lead to."""
    if name == "media":
        if object_type == "talk":
            return media_words(row)
        return [words for kind in _KINDS for words in field_words(kind, row, "event")]
    number = row.get(name)
    if not number:
        return []
    text = count_text(name, number)
    label = row["label"]
    if name == "talks" and object_type == "event":
        return [Words(text, "event", label)]
    if name in _KINDS and "media" in row:
        event = label if object_type == "event" else row["event"]
        first = next(found for kind, found in row["media"] if kind == _KINDS[name])
        return [Words(text, _KINDS[name], f"{event}/{first}")]
    return [Words(text)]


def count_text(name: str, number: int) -> str:
    """Return "1 talk" or "5 talks" for the counted field *name*."""
    one, many = _WORDS[name]()
    return f"{number} {one if number == 1 else many}"


def heading(name: str, object_type: str) -> str:
    """Return what a column of the field *name* is called."""
    names = {
        "start": _("Date"),
        "date": _("Published"),
        "end": _("End"),
        "title": _TITLES[object_type](),
        "event": _("Event"),
        "event-title": _("Event"),
        "talk": _("Talk"),
        "talk-title": _("Talk"),
        "place": _("Place"),
        "location": _("Place"),
        "city": _("City"),
        "country": _("Country"),
        "talks": _("Talks"),
        "events": _("Events"),
        "decks": _("Decks"),
        "recordings": _("Videos"),
        "slides": _("Slides"),
        "media": _("Slides and video"),
        "speakers": _("Speakers"),
        "authors": _("Authors"),
        "tags": _("Tags"),
        "series": _("Series"),
        "language": _("Language"),
        "description": _("Description"),
        "duration": _("Minutes"),
        "room": _("Room"),
        "track": _("Track"),
        "type": _("Type"),
        "level": _("Level"),
        "mode": _("Mode"),
        "status": _("Status"),
        "host": _("Host"),
        "image": _("Picture"),
        "affiliation": _("Affiliation"),
        "label": _("Label"),
        "url": _("Page"),
    }
    return names[name]


_WORDS: Mapping[str, Callable[[], tuple[str, str]]] = {
    "talks": lambda: (_("talk"), _("talks")),
    "events": lambda: (_("event"), _("events")),
    "decks": lambda: (_("deck"), _("decks")),
    "recordings": lambda: (_("video"), _("videos")),
    "slides": lambda: (_("slide"), _("slides")),
}
_KINDS = {"decks": "deck", "recordings": "recording"}
_TITLES: Mapping[str, Callable[[], str]] = {
    "event": lambda: _("Event"),
    "talk": lambda: _("Talk"),
    "deck": lambda: _("Deck"),
    "recording": lambda: _("Video"),
    "person": lambda: _("Name"),
}


def _title(row: Row, object_type: str, docname: str, _language: str) -> list[nodes.Node]:
    return [row_link(row, object_type, docname)]


def _start(row: Row, _type: str, _docname: str, language: str) -> list[nodes.Node]:
    start = row.get("start")
    return [time_node(start, range_text(start, row.get("end"), language))] if start else []


def _place(row: Row, _type: str, _docname: str, _language: str) -> list[nodes.Node]:
    place = row.get("city") or row.get("location")
    return [nodes.Text(place)] if place else []


def _event(row: Row, object_type: str, docname: str, _language: str) -> list[nodes.Node]:
    if object_type == "event":
        return [nodes.Text(row["event"])] if row.get("event") else []
    return [event_link(row, docname)]


def _talk(row: Row, _type: str, docname: str, _language: str) -> list[nodes.Node]:
    return [title_link("talk", row["talk"], row["talk-title"], docname)] if row.get("talk") else []


def _media(row: Row, object_type: str, docname: str, _language: str) -> list[nodes.Node]:
    return joined([[link] for link in field_links("media", row, object_type, docname)], ", ")


def _their_language(row: Row, _type: str, _docname: str, language: str) -> list[nodes.Node]:
    tag = row.get("language")
    return [nodes.Text(language_name(tag, language))] if tag else []


def _url(row: Row, _type: str, _docname: str, _language: str) -> list[nodes.Node]:
    url = row.get("url")
    return [nodes.reference("", url, refuri=url)] if url else []


def joined(parts: Sequence[list[nodes.Node]], between: str) -> list[nodes.Node]:
    """Return all *parts* that are not empty in one line, with the text *between* them."""
    return [node for part in parts if part for node in (nodes.Text(between), *part)][1:]


_DRAW: Mapping[str, Draw] = {
    "title": _title,
    "start": _start,
    "place": _place,
    "event": _event,
    "event-title": _event,
    "talk": _talk,
    "talk-title": _talk,
    "media": _media,
    "language": _their_language,
    "url": _url,
}
