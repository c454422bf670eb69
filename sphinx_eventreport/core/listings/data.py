"""What a browser is told of a listing: orders, tags and last days, so that it decides nothing itself.

All refers to rows by their place in the page, counted from 0. The values are those of JSON.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.listings.query import SortKey, ordered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.listings.query import Row


def order_of(rows: Sequence[Row], field: str) -> dict[str, Any]:
    """Return the places of *rows* in ascending order of *field*, and how many at the end lack it.

    ``descends`` says that the other direction is the usual one: dates and numbers are asked for from
    the newest and the most on.
    """
    places = {id(row): place for place, row in enumerate(rows)}
    present, absent = ordered(rows, SortKey(field))
    first = present[0][field] if present else ""
    return {
        "field": field,
        "up": [places[id(row)] for row in (*present, *absent)],
        "absent": len(absent),
        "descends": not isinstance(first, str | tuple),
    }


def tags_of(rows: Sequence[Row]) -> tuple[list[str], list[list[int]]]:
    """Return all tags of *rows*, the most frequent first, and for each row which of them it has."""
    counts = Counter(tag for row in rows for tag in dict.fromkeys(row.get("tags") or ()))
    tags = sorted(counts, key=lambda tag: (-counts[tag], tag.casefold(), tag))
    numbers = {tag: number for number, tag in enumerate(tags)}
    return tags, [[numbers[tag] for tag in dict.fromkeys(row.get("tags") or ())] for row in rows]


def last_days(rows: Sequence[Row]) -> list[str]:
    """Return the last day of each of *rows*, as exact as ``2016-05-31`` or ``2016``; empty without a date."""
    dates = (row.get("end") or row.get("start") for row in rows)
    return [date.isoformat()[:10] if date else "" for date in dates]
