"""People, as a name, an id, a map, or a list of these."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core import names
from sphinx_eventreport.core.fields.scalars import folded, kind_of, text
from sphinx_eventreport.core.fields.urls import safe_url, url
from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Subtype

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_eventreport.core.fields.place import Place
    from sphinx_eventreport.core.records import Person

_LONGEST_NAME = 200
_NAME_KEYS = ("name", "id", "label")
_AFFILIATION_KEYS = ("affiliation", "affiliations", "organization", "organisation", "company")
_NAME_IN_MAP = lazy_regex(r"\bname[\"']?\s*:\s*[\"']?([^,}\"']+)")
PERSON_KEYS = frozenset({*_NAME_KEYS, *_AFFILIATION_KEYS, "handle", "url"})
"""What is read of the map of a person."""


def person(value: object, place: Place) -> Person | None:
    """Return one person: a line as :func:`.read_name` reads it, or a map; ``None`` for nobody.

    A map has a ``name``, ``id`` or ``label``, and may have ``url``, ``affiliation`` and ``handle``.
    """
    if not isinstance(value, dict):
        name = text(value, place, limit=_LONGEST_NAME)
        return _linked(names.person_of(name)) if name else None
    key = next((key for key in _NAME_KEYS if value.get(key)), None)
    name = text(value[key], place.child(key), limit=_LONGEST_NAME) if key else None
    if name is None:
        place.report(Subtype.VALUE, "is a person without a name", "write {name: Jane Doe}")
        return None
    found = _linked(names.person_of(name))
    return _with_keys(found, value, place) if found else None


def organizer(value: object, place: Place) -> Person | None:
    """Return one organizer; a name that may be an organisation's is not taken apart."""
    if isinstance(value, dict):
        return person(value, place)
    name = text(value, place, limit=_LONGEST_NAME)
    name = names.without_email(name) if name else None
    return names.person(name) if name else None


def _without_braces(value: str, place: Place) -> str:
    """Return the name in what looks like a map in a text, as an option of a directive can have it."""
    looks_like_map = value.startswith("{") and value.rstrip().endswith("}")
    name = _NAME_IN_MAP.search(value) if looks_like_map else None
    if not looks_like_map:
        return value
    place.report(Subtype.TYPE, "is a map, and only its name is read", "write Jane Doe (Organization)")
    return name[1] if name else ""


def _linked(found: Person | None) -> Person | None:
    """Return *found* without an address that is not one to follow."""
    return replace(found, url=safe_url(found.url)) if found and found.url else found


def _with_keys(found: Person, value: dict[str, object], place: Place) -> Person:
    """Return *found* with what the other keys of the map *value* say."""
    label = folded(str(value.get("id") or value.get("label") or ""))
    affiliation = next((value[key] for key in _AFFILIATION_KEYS if value.get(key)), None)
    handle = text(value.get("handle"), place.child("handle"), limit=_LONGEST_NAME)
    return replace(
        found,
        label=slug_or(label, found.label),
        url=url(value.get("url"), place.child("url")) or found.url,
        affiliation=text(_first_name(affiliation), place, limit=_LONGEST_NAME) or found.affiliation,
        handle=(handle or "").lstrip("@") or found.handle,
    )


def _first_name(value: object) -> object:
    """Return the name of the first of several organisations, as generators have them in lists and maps."""
    value = value[0] if isinstance(value, list) and value else value
    value = value.get("name") if isinstance(value, dict) else value
    return value if isinstance(value, str) else None


def people(
    split: Callable[[str], list[str]], read_one: Callable[[object, Place], Person | None] = person
) -> Callable[[object, Place], tuple[Person, ...]]:
    """Return a validator of lists of people; *split* takes a text of several names apart.

    The items of a list are not split, so a name with a comma can be written there. *read_one* reads each.
    Of two with one label the first stays.
    """

    def read(value: object, place: Place) -> tuple[Person, ...]:
        if isinstance(value, str):
            found = [read_one(name, place) for name in split(_without_braces(value, place))]
        elif isinstance(value, list):
            found = [read_one(item, place.child(number)) for number, item in enumerate(value)]
        elif value is None or isinstance(value, dict):
            found = [read_one(value, place)] if value else []
        else:
            place.report(
                Subtype.TYPE, f"is a {kind_of(value)}, not a list of people", "write [Jane Doe, John Roe]"
            )
            found = []
        unique: dict[str, Person] = {}
        for one in found:
            if one:
                unique.setdefault(one.label, one)
        return tuple(unique.values())

    return read
