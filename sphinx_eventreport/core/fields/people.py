"""People, as a name, an id, a map, or a list of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.fields import names as named
from sphinx_eventreport.core.fields.scalars import folded, kind_of, text
from sphinx_eventreport.core.fields.urls import url
from sphinx_eventreport.core.problems import Subtype

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_eventreport.core.fields.place import Place
    from sphinx_eventreport.core.records import Person

_LONGEST_NAME = 200
_NAME_KEYS = ("name", "id", "label")


def person(value: object, place: Place) -> Person | None:
    """Return one person: a name, or a map of ``name``, ``id`` or ``label``, and ``url``."""
    if not isinstance(value, dict):
        name = text(value, place, limit=_LONGEST_NAME)
        return named.person(name) if name else None
    key = next((key for key in _NAME_KEYS if value.get(key)), None)
    name = text(value[key], place.child(key), limit=_LONGEST_NAME) if key else None
    if name is None:
        place.report(Subtype.VALUE, "is a person without a name", "write {name: Jane Doe}")
        return None
    label = folded(str(value.get("id") or value.get("label") or name))
    return named.person(name, label=label, url=url(value.get("url"), place.child("url")))


def people(split: Callable[[str], list[str]]) -> Callable[[object, Place], tuple[Person, ...]]:
    """Return a validator of lists of people; *split* takes a text of several names apart.

    The items of a list are not split, so a name with a comma can be written there. Of two with one
    label the first stays.
    """

    def read(value: object, place: Place) -> tuple[Person, ...]:
        if isinstance(value, str):
            found = [person(name, place) for name in split(value)]
        elif isinstance(value, list):
            found = [person(item, place.child(number)) for number, item in enumerate(value)]
        elif value is None or isinstance(value, dict):
            found = [person(value, place)] if value else []
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
