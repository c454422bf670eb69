"""The data of a listing for a browser: orders, tags and last days, so that it decides nothing itself.

All refers to rows by their place in the page, counted from 0. The values are those of JSON.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.listings.query import R, ordered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate


def order_of(rows: Sequence[R], name: str, field: Callable[[R], Any]) -> dict[str, Any]:
    """Return the places of *rows* in ascending order of *field*, which is called *name*.

    ``absent`` is how many at the end lack it. ``descends`` says that the other direction is the usual
    one: dates and numbers are asked for from the newest and the most on.
    """
    places = {id(row): place for place, row in enumerate(rows)}
    present, absent = ordered(rows, field)
    first = field(present[0]) if present else ""
    return {
        "field": name,
        "up": [places[id(row)] for row in (*present, *absent)],
        "absent": len(absent),
        "descends": not isinstance(first, str | tuple),
    }


def tags_of(tagged: Sequence[Sequence[str]]) -> tuple[list[str], list[list[int]]]:
    """Return all tags, the most frequent first, and for each row which of them it has.

    *tagged* are the tags of each row.
    """
    counts = Counter(tag for tags in tagged for tag in dict.fromkeys(tags))
    found = sorted(counts, key=lambda tag: (-counts[tag], tag.casefold(), tag))
    numbers = {tag: number for number, tag in enumerate(found)}
    return found, [[numbers[tag] for tag in dict.fromkeys(tags)] for tags in tagged]


def last_days(dates: Iterable[PartialDate | None]) -> list[str]:
    """Return the day of each of *dates*, as exact as ``2016-05-31`` or ``2016``; "" where there is none."""
    return [date.isoformat()[:10] if date else "" for date in dates]
