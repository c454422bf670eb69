"""The name most like a word, quickly among tens of thousands.

``difflib`` compares well and takes its time, so it sees only names that share pairs of letters with the word.
"""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CANDIDATES = 50
_CUTOFF = 0.6
_LONGEST = 100


class NearNames:
    """Finds near ones of *names*."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))
        self._places: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            for pair in _pairs(name):
                self._places.setdefault(pair, []).append(place)

    def nearest(self, word: str) -> str | None:
        """Return the name most like *word*, ``None`` if none is like it."""
        pairs = _pairs(word)
        shared: Counter[int] = Counter()
        for pair in pairs:
            shared.update(self._places.get(pair, ()))

        def likeness(place: int) -> tuple[float, int]:
            return 2 * shared[place] / (len(pairs) + len(self._names[place]) + 1), -place

        best = sorted(shared, key=likeness, reverse=True)[:_CANDIDATES]
        lowered = {self._names[place].lower(): self._names[place] for place in reversed(best)}
        near = get_close_matches(word[:_LONGEST].lower(), lowered, n=1, cutoff=_CUTOFF)
        return lowered[near[0]] if near else None


def _pairs(word: str) -> set[str]:
    whole = f"^{word[:_LONGEST].lower()}$"
    return {whole[place : place + 2] for place in range(len(whole) - 1)}
