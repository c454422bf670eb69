"""Checked values -> records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx_eventreport.core import fields
from sphinx_eventreport.core.dialects.spellings import SPELLINGS, plain_key
from sphinx_eventreport.core.identifiers import slug_or, unique
from sphinx_eventreport.core.media.records import deck_record, recording_record
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Canonical, Deck, Event, Location, Minutes, Recording, Talk
from sphinx_eventreport.core.schema import tables
from sphinx_eventreport.core.schema.unknown import is_kept, keep_unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.fields import Place
    from sphinx_eventreport.core.schema.table import Table

Media = TypeVar("Media", Deck, Recording)

_LONGEST_EVENT = 31
"""Days; what was written longer before the end of an event is an announcement of it."""

Values = dict[str, Any]
"""Checked values by key; absent ones are not in it."""


def read_values(
    table: Table, mapping: Mapping[str, object], place: Place, aliases: Collection[str] = ()
) -> Values:
    """Check each key of *mapping* against *table*; maps with a table of their own stay unread.

    *aliases* are the keys of the foreign dialect it is written in.
    """
    values: Values = {}
    for row in table.fields:
        value = mapping.get(row.name)
        if value is None:
            continue
        checked = value if row.name in table.tables else row.kind.read(value, place.child(row.name))
        if checked not in (None, (), "", {}, []):
            values[row.name] = checked
    known = table.names()
    for key in mapping:
        if key in known or plain_key(key) in table.tolerated or (not table.path and is_kept(key)):
            continue
        keep_unknown(key, mapping[key], place.child(key), known, aliases)
    return values


def read_event(
    value: object, place: Place, *, fallback_name: str, published: PartialDate | None = None
) -> Event | None:
    """Return the event of a map or text; one without a name is called *fallback_name*.

    *published* is the day of the page, which is the first of the event where only the last is written.
    """
    mapping = _as_map(value, tables.EVENT, place)
    if not mapping:
        return None
    zone = tables.EVENT.fields[tables.EVENT.names().index("timezone")].kind.read
    # Read first, because it says what the times mean; its problems are noted with the other keys.
    silent = replace(place, findings=type(place.findings)())
    place = replace(place, timezone=zone(mapping.get("timezone"), silent.child("timezone")))
    values = read_values(tables.EVENT, mapping, place)
    _complete_dates(values, mapping, place, published)
    values["location"] = _read_location(values.get("location"), place.child("location"))
    return Event(**{"name": fallback_name, **values})


def read_canonical(value: object, place: Place) -> Canonical | None:
    """Return where a report was first published, if that can be linked to."""
    values = read_values(tables.CANONICAL, _as_map(value, tables.CANONICAL, place), place)
    if "url" in values:
        return Canonical(**values)
    if values:
        place.report(Subtype.VALUE, "has a label but no URL", "write the URL of the original")
    return None


def read_minutes(value: object, place: Place) -> Minutes | None:
    """Return who held a meeting; ``true`` will do to say that a page is minutes."""
    if value is None or isinstance(value, bool):
        return Minutes() if value else None
    mapping = _as_map(value, tables.MINUTES, place)
    values = read_values(tables.MINUTES, mapping, place)
    if isinstance(values.get("approved"), str):
        values["approved_by"] = values.pop("approved")
    return Minutes(**values)


def read_talks(value: object, place: Place, *, page_title: str = "") -> tuple[Talk, ...]:
    """Return the talks of a list; each gets a label of its own.

    The talk that a page of another dialect is about is called as the page is.
    """
    if value is None or isinstance(value, bool):
        return ()
    if not isinstance(value, list):
        place.report(Subtype.TYPE, "is not a list of talks", "write a - before each talk")
        value = [value]
    found: list[Talk] = []
    for number, item in enumerate(value):
        where = place.child(number)
        is_page = any(path.startswith(f"{where.path}.") for path in place.origins)
        title = page_title if is_page and page_title else f"Talk {number + 1}"
        talk = read_one_talk(item, where, fallback_title=title)
        label = unique(talk.label, {other.label for other in found})
        found.append(replace(talk, label=label))
    return tuple(found)


def read_one_talk(value: object, place: Place, *, fallback_title: str) -> Talk:
    """Return one talk of a map or text."""
    mapping = _as_map(value, tables.TALK, place)
    values = read_values(tables.TALK, mapping, place)
    _read_range(values, mapping, place)
    _check_order(values, place)
    values.setdefault("title", fallback_title)
    values["label"] = slug_or(values.get("label") or values["title"], "talk")
    deck = _read_media(deck_record, "deck", values, place)
    recording = _read_media(recording_record, "recording", values, place)
    decks = (deck,) if deck else ()
    return Talk(**values, decks=decks, recordings=(recording,) if recording else ())


def _read_media(
    read: Callable[..., tuple[Media | None, tuple[Problem, ...]]], key: str, values: Values, place: Place
) -> Media | None:
    """Return the record of the deck or recording that a talk names, called as the talk is."""
    source = values.pop(key, None)
    if source is None:
        return None
    options = {"title": values["title"], "label": values["label"]}
    media, problems = read(source, options, line=place.child(key).line)
    place.findings.problems.extend(problems)
    return media


def _read_location(value: object, place: Place) -> Location:
    """Return the place of a map or text; what is of its address may be beside its name."""
    mapping = dict(_as_map(value, tables.LOCATION, place))
    beside = _spelled({key: mapping.pop(key) for key in list(mapping) if _is_of_address(key)}, tables.ADDRESS)
    if mapping.get("@type") == "VirtualLocation" and "url" in mapping:
        mapping.setdefault("online_url", mapping.pop("url"))
    values = read_values(tables.LOCATION, mapping, place)
    where = place.child("address")
    address = _named(_as_map(values.pop("address", None), tables.ADDRESS, where))
    known = {
        **read_values(tables.ADDRESS, _named(beside), place),
        **read_values(tables.ADDRESS, address, where),
    }
    return Location(**values, **known)


def _named(mapping: Mapping[str, object]) -> Mapping[str, object]:
    """Return *mapping* with the name of each value that has one: a country may be a ``Country``."""
    return {
        key: value["name"] if isinstance(value, dict) and "name" in value else value
        for key, value in mapping.items()
    }


def _is_of_address(key: str) -> bool:
    return plain_key(key) in {*tables.ADDRESS.names(), *tables.ADDRESS.spellings}


def _as_map(value: object, table: Table, place: Place) -> Mapping[str, object]:
    """Return the map *value*, or what it is short for; keys of *table* may be spelled in any way."""
    if isinstance(value, dict):
        return _spelled(value, table)
    if value in (None, "", []) or isinstance(value, bool):
        return {}
    if isinstance(value, list):
        place.report(Subtype.TYPE, "is a list, not a map or text", "write its keys indented below it")
        return {}
    return {str(table.shorthand): value}


def _spelled(mapping: Mapping[str, object], table: Table) -> Mapping[str, object]:
    """Return *mapping* with each key by its name in *table*, if it is one in another spelling."""
    known = table.names()
    unknown = [key for key in mapping if key not in known]
    if not unknown:
        return mapping
    meant = {plain_key(name): name for name in known}
    result = dict(mapping)
    for key in unknown:
        plain = plain_key(key)
        alias = SPELLINGS.get(plain) if table is tables.EVENT else None
        name = (
            meant.get(plain)
            or table.spellings.get(plain)
            or (alias.to.removeprefix("event.") if alias else "")
        )
        if name in known and name not in result:
            result[name] = result.pop(key)
    return result


def _complete_dates(
    values: Values, mapping: Mapping[str, object], place: Place, published: PartialDate | None
) -> None:
    """Give an event its end of a range that is in its start, and a start if it has only an end."""
    _read_range(values, mapping, place)
    _check_order(values, place)
    if "start" in values or "end" not in values:
        return
    end = values["end"]
    is_start = published and published.precedes(end) and (end.date - published.date).days <= _LONGEST_EVENT
    values["start"] = published if is_start else end


def _read_range(values: Values, mapping: Mapping[str, object], place: Place) -> None:
    """Take the end from a start such as "June 1-3, 2024" or "18:00-21:00" where none is written."""
    if "start" in values and "end" not in values and not mapping.get("end"):
        end = fields.end_of_range(mapping["start"], place.child("start"))
        values.update({"end": end} if end else {})


def _check_order(values: Values, place: Place) -> None:
    """Drop an end that is before its start."""
    if "start" in values and "end" in values and values["end"].precedes(values["start"]):
        end = values.pop("end").isoformat()
        message = f"is {end}, before the start on {values['start'].isoformat()}, and is left out"
        place.child("end").report(Subtype.VALUE, message, "correct one of the two")
