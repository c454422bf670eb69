"""Words -> places, cut into portions of which a search loads those of its words only.

An index of pages cannot tell that two common words stand together on one slide. One of places is larger than
a reader should load as a whole; a portion has the words that fall to it by a number made of their letters.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Portion = dict[str, list[int]]

# Some 7 kB over the wire: a search of three words takes less than one picture of a slide.
_PORTION = 4_000


def portions(places: Iterable[Iterable[str]]) -> list[Portion]:
    """Return the portions of an index of *places*, each of which is the stems of its words.

    A word has the numbers of its places, each as the difference to the one before.
    """
    found: dict[str, list[int]] = {}
    for number, stems in enumerate(places):
        for stem in stems:
            found.setdefault(stem, []).append(number)
    count = 1 + sum(map(len, found.values())) // _PORTION
    cut: list[Portion] = [{} for _number in range(count)]
    for stem, numbers in sorted(found.items()):
        cut[portion_of(stem, count)][stem] = [
            numbers[0],
            *(after - before for before, after in pairwise(numbers)),
        ]
    return cut


def portion_of(stem: str, count: int) -> int:
    """Return in which of *count* portions *stem* is, as the script of the search page does."""
    number = 0
    for sign in stem:
        number = (number * 31 + ord(sign)) % 65_521
    return number % count


def stems_of(words: str, stems: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the stems of *words*, which have spaces between."""
    return {stem for word in words.split() for stem in stems[word]}
