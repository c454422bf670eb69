"""Facets of a listing: by what readers can narrow it down, and which values its rows have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from sphinx_eventreport.core.dates.partial import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

R = TypeVar("R")
FACETS_FROM = 12
"""From so many rows on there are facets: fewer are in sight at once."""


class Facet(NamedTuple):
    """A choice for readers."""

    name: str
    """What it is called in the option of a listing and in the address of a page."""
    fields: tuple[str, ...]
    """The fields whose values it offers: the first of these that rows have."""
    kind: Literal["choice", "box"] = "choice"
    """A "choice" of one value, or a "box" that keeps the rows with more than none."""


FACETS = (
    Facet("year", ("start",)),
    Facet("series", ("series",)),
    Facet("person", ("speakers", "authors", "owner", "by")),
    Facet("tag", ("tags",)),
    Facet("language", ("language",)),
    Facet("slides", ("decks",), "box"),
    Facet("video", ("recordings",), "box"),
)
"""All there are, in the order in which they are shown."""
FACET_NAMES = tuple(facet.name for facet in FACETS)


def facets_of(
    rows: Sequence[R], names: Sequence[str], keys: Mapping[str, Callable[[R], Any]]
) -> list[dict[str, Any]]:
    """Return the facets called *names* of *rows*, as values of JSON; *keys* read the fields of a row.

    A choice has ``values`` and, for each row, the places of its own in them (``of``); a box has the places of
    the rows that it keeps (``has``). One that parts no rows from others is left out.
    """
    if len(rows) < FACETS_FROM:
        return []
    found = []
    for facet in FACETS:
        field = next((keys[name] for name in facet.fields if name in keys), None)
        if field is None or facet.name not in names:
            continue
        values = [field(row) for row in rows]
        data = _box(values) if facet.kind == "box" else _choice(values)
        if data:
            found.append({"name": facet.name, **data})
    return found


def _box(values: Sequence[Any]) -> dict[str, Any]:
    has = [place for place, value in enumerate(values) if value]
    return {"has": has} if 0 < len(has) < len(values) else {}


def _choice(values: Sequence[Any]) -> dict[str, Any]:
    texts = [_texts(value) for value in values]
    found = sorted({text for each in texts for text in each}, key=lambda text: (text.casefold(), text))
    if len(found) < 2:  # noqa: PLR2004 -- there is nothing to choose from
        return {}
    if any(isinstance(value, PartialDate) for value in values):
        found.reverse()  # Years are looked for from the last one on.
    places = {text: place for place, text in enumerate(found)}
    return {"values": found, "of": [[places[text] for text in each] for each in texts]}


def _texts(value: object) -> list[str]:
    """Return the texts by which a *value* is chosen: of a date the year, of several all of them, once."""
    if isinstance(value, PartialDate):
        return [str(value.year)]
    if isinstance(value, list | tuple):
        return list(dict.fromkeys(map(str, value)))
    return [str(value)] if value else []
