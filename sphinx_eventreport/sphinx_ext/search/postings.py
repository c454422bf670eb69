"""Words -> places, cut into portions of which a search loads those of its words only.

An index of pages cannot tell that two common words stand together on one slide. One of places is larger than
a reader should load as a whole; a portion has the words that fall to it by a number made of their letters.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    Portion = dict[str, list[int]]

# Some 7 kB over the wire: a search of three words takes less than one picture of a slide.
_PORTION = 4_000


def portions(places: Iterable[Iterable[str]], stems: Mapping[str, Iterable[str]]) -> list[Portion]:
    """Return the portions of an index of *places*, each of which is its words, by the *stems* of these.

    A stem has the numbers of its places, each as the difference to the one before.
    """
    at: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(places):
        for word in words:
            at[word].append(number)
    found = _by_stem(at, stems)
    count = portion_count(sum(map(len, found.values())))
    cut: list[Portion] = [{} for _number in range(count)]
    for stem, numbers in sorted(found.items()):
        cut[portion_of(stem, count)][stem] = _differences(numbers)
    return cut


def _by_stem(at: Mapping[str, list[int]], stems: Mapping[str, Iterable[str]]) -> dict[str, list[int]]:
    """Return the places of each stem. There are fewer words than places of words, so these come last."""
    found: dict[str, list[int]] = {}
    for word, numbers in at.items():
        for stem in stems[word]:
            found[stem] = sorted({*found[stem], *numbers}) if stem in found else numbers
    return found


def portion_count(postings: int) -> int:
    """Return how many portions there are of an index with this number of *postings*."""
    return 1 + postings // _PORTION


class Change(NamedTuple):
    """Other words at places that follow each other."""

    first: int
    """The number of the first of them."""
    before: Sequence[AbstractSet[str]]
    """The stems of each place until now."""
    after: Sequence[AbstractSet[str]]
    """Those of as many places from now on."""

    @property
    def postings(self) -> int:
        """How many more there are afterwards."""
        return sum(map(len, self.after)) - sum(map(len, self.before))


def changed_portions(
    changes: Iterable[Change], read: Callable[[int], Portion], count: int
) -> dict[int, Portion]:
    """Return those of *count* portions that *changes* make different, by their numbers.

    *read* returns the portion of a number as it was before.
    """
    changed: dict[int, Portion] = {}
    for change in changes:
        for place, (before, after) in enumerate(zip(change.before, change.after, strict=True), change.first):
            for stem in before ^ after:
                number = portion_of(stem, count)
                if number not in changed:
                    changed[number] = read(number)
                _toggle(changed[number], stem, place)
    return {number: dict(sorted(portion.items())) for number, portion in changed.items()}


def _toggle(portion: Portion, stem: str, place: int) -> None:
    """Add *place* to those of *stem*, or take it away if it is one of them."""
    places = {*accumulate(portion.pop(stem, ()))} ^ {place}
    if places:
        portion[stem] = _differences(sorted(places))


def _differences(numbers: Sequence[int]) -> list[int]:
    return [numbers[0], *map(sub, numbers[1:], numbers)]


def portion_of(stem: str, count: int) -> int:
    """Return in which of *count* portions *stem* is, as the script of the search page does."""
    number = 0
    for sign in stem:
        number = (number * 31 + ord(sign)) % 65_521
    return number % count


def stems_of(words: Iterable[str], stems: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the *stems* of *words*."""
    return {stem for word in words for stem in stems[word]}
