"""Names of people that may be one person written in two ways.

It says what to look at and decides nothing: two people can have names as near as that.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from sphinx_eventreport.core.identifiers import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable

_ONE_SLIP = 10
_TWO_SLIPS = 16
_MOST_ALIKE = 200
_Words = tuple[str, ...]


def near_names(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of *names* that may mean one person, each pair and all pairs in alphabetical order.

    Two names are near if they have the same last name and one has the initial of the other's first
    name; or if they share a word and differ, within the rest, by one letter (names of 10 letters
    or more) or two (16 or more). Names with the same slug are one name already. A word that more
    than 200 names have says nothing.
    """
    by_slug = sorted((name, slug) for slug, name in _by_slug(names).items())
    words = {name: tuple(slug.split("-")) for name, slug in by_slug}
    sharing: dict[str, list[str]] = defaultdict(list)
    for name, parts in words.items():
        if len(parts) > 1:
            for part in {parts[0], parts[-1]}:
                sharing[part].append(name)
    pairs = {
        pair
        for alike in sharing.values()
        if len(alike) <= _MOST_ALIKE
        for pair in combinations(alike, 2)
        if _are_near(words[pair[0]], words[pair[1]])
    }
    return tuple(sorted(pairs))


def _by_slug(names: Iterable[str]) -> dict[str, str]:
    """Return *names* by their slugs; of several with one slug the alphabetically first."""
    return {slugify(name): name for name in sorted(names, reverse=True)}


def _are_near(one: _Words, other: _Words) -> bool:
    if one[-1] == other[-1] and _is_initial(one[0], other[0]):
        return True
    short, long = sorted(("-".join(one), "-".join(other)), key=len)
    slips = 2 if len(short) >= _TWO_SLIPS else 1 if len(short) >= _ONE_SLIP else 0
    return len(long) - len(short) <= slips and _distance(short, long) <= slips


def _is_initial(one: str, other: str) -> bool:
    return one[0] == other[0] and (len(one) == 1) != (len(other) == 1)


def _distance(one: str, other: str) -> int:
    """Return how many letters to put in, take out, change or swap with their neighbour it takes."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, right in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
