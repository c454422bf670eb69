"""Rows of a listing -> groups, in the order in which the rows come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.listings.query import Row
    from sphinx_eventreport.core.listings.view import Grouping, Part


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that have ``key`` in common; ``None`` is the key of those that lack the field."""

    key: PartialDate | str | int | None
    rows: list[Row]


def grouped(rows: Sequence[Row], grouping: Grouping) -> list[Group]:
    """Return *rows* by what *grouping* says.

    A group stands where its first row stood, and keeps the order of its rows; what lacks the field
    comes last. A row with several values, such as tags, goes by the first.
    """
    groups: dict[object, Group] = {}
    for row in rows:
        key = group_key(row, grouping)
        groups.setdefault(key, Group(key, [])).rows.append(row)
    return sorted(groups.values(), key=lambda group: group.key is None)


def group_key(row: Row, grouping: Grouping) -> PartialDate | str | int | None:
    """Return what *row* is grouped by."""
    value = row.get(grouping.field)
    if isinstance(value, tuple):
        value = value[0] if value else None
    if isinstance(value, PartialDate):
        return _part_of(value, grouping.part)
    if value is None or isinstance(value, int):
        return value
    return str(value) or None


def _part_of(date: PartialDate, part: Part) -> PartialDate:
    return PartialDate(date.year, date.month if part != "year" else None, None if part else date.day)
