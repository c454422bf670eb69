"""What keeps a report from being a rich result: the fields that search engines require, and recommend.

The tables are those of https://developers.google.com/search/docs/appearance/structured-data (event,
article, profile-page). Of what is recommended, ``offers`` and ``previousStartDate`` are left out: no
report says them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Fields(Record):
    """The fields of a type; of one within another the names of both, with a dot between them."""

    required: tuple[str, ...]
    """Without these there is no rich result."""
    recommended: tuple[str, ...]
    """With these it shows more."""


GOOGLE: Mapping[str, Fields] = {
    "Event": Fields(
        ("name", "startDate", "location", "location.address"),
        (
            *("description", "endDate", "eventStatus", "image"),
            *("location.name", "organizer", "organizer.url", "performer"),
        ),
    ),
    "Report": Fields((), ("headline", "author", "author.url", "datePublished", "dateModified", "image")),
    "ProfilePage": Fields(("mainEntity", "mainEntity.name"), ("mainEntity.sameAs", "mainEntity.description")),
}
"""The fields of the types that we write. A Report is an Article."""
FRONT_MATTER: Mapping[str, str] = {
    "startDate": "event.start",
    "endDate": "event.end",
    "location": "event.location",
    "location.address": "event.location.address",
    "location.name": "event.location.name",
    "description": "description",
    "image": "thumbnail",
    "organizer": "event.organizers",
    "organizer.url": "the url of an organizer",
    "performer": "the speakers of talks",
}
"""Where a field comes from."""
_DAYS = frozenset({"startDate", "endDate"})
"""What has to be a day: a month or a year alone is no beginning."""


def missing(node: Mapping[str, object], names: Sequence[str]) -> list[str]:
    """Return those of the fields *names* that *node* lacks; nothing of what is in a field that it lacks."""
    found: list[str] = []
    for name in names:
        outer, _dot, inner = name.partition(".")
        if outer not in found and not _has(node, outer, inner):
            found.append(name)
    return found


def _has(node: Mapping[str, object], outer: str, inner: str) -> bool:
    """Return whether *node* has the field *outer*, and in it the field *inner*, if it is named."""
    value = node.get(outer)
    if outer in _DAYS:
        return len(str(value or "")) >= len("2024-05-17")
    values = value if isinstance(value, list) else [value]
    return any(isinstance(one, dict) and bool(one.get(inner)) if inner else bool(one) for one in values)
