"""Rows of a listing -> groups, in the order in which the rows come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.listings.query import R

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_eventreport.core.listings.view import Part

    Key = PartialDate | str | int | None
    """The value that rows have in common; ``None`` if they lack the field."""


@dataclass(frozen=True, slots=True)
class Group(Generic[R]):
    """Rows that have something in common."""

    key: Key
    """What it is; ``None`` for rows that lack it."""
    rows: list[R]
    """The rows, in the order of the listing."""


def grouped(rows: Sequence[R], field: Callable[[R], Any], part: Part = "") -> list[Group[R]]:
    """Return *rows* by *field*, or by the *part* of the date that it is.

    A group comes where its first row came, and keeps the order of its rows; what lacks the field
    comes last. A row with several values, such as tags, goes by the first.
    """
    groups: dict[Key, Group[R]] = {}
    for row in rows:
        key = group_key(field(row), part)
        groups.setdefault(key, Group(key, [])).rows.append(row)
    return sorted(groups.values(), key=lambda group: group.key is None)


def group_key(value: object, part: Part = "") -> Key:
    """Return what a row whose field has the *value* is grouped by."""
    if isinstance(value, tuple):
        value = value[0] if value else None
    if isinstance(value, PartialDate):
        return _part_of(value, part)
    if value is None or isinstance(value, int):
        return value
    return str(value) or None


def _part_of(date: PartialDate, part: Part) -> PartialDate:
    return PartialDate(date.year, date.month if part != "year" else None, None if part else date.day)
