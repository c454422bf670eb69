"""A made-up language with the statistics of a natural one.

Word frequencies follow Zipf's law in two parts, as they do in large English texts (Ferrer i Cancho
and Solé, 2001): the weight of rank r falls as 1/r among the common words and faster among the rare
ones. The number of distinct words then grows with the length of the text as Heaps' law says, here
about 600 in one report, 11,000 in a hundred and 35,000 in a thousand.
"""

from __future__ import annotations

import random
from itertools import accumulate

SIZE = 60_000
COMMON = 800
OFFSET = 0.5
RARE_EXPONENT = 1.55

ONSETS = "b c d f g h j l m n p r s t v w br ch pl st tr".split()
VOWELS = "a e i o u".split()
CODAS = ("", "", "", "l", "m", "n", "r", "s", "t", "x", "nd", "st")
# The endings a stemmer works on, and as many words without one.
ENDINGS = ("", "", "", "", "", "", "s", "s", "ed", "ed", "ing", "er", "ly", "ation", "ment", "able", "ive")


def _weight(rank: int) -> float:
    if rank <= COMMON:
        return 1 / (rank + OFFSET)
    fall: float = ((COMMON + OFFSET) / (rank + OFFSET)) ** RARE_EXPONENT
    return fall / (COMMON + OFFSET)


def _word(rng: random.Random, syllables: int) -> str:
    parts = [rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(syllables)]
    ending = rng.choice(ENDINGS) if syllables > 1 else ""
    return "".join(parts) + rng.choice(CODAS) + ending


def _syllables(rng: random.Random, rank: int) -> int:
    if rank < SIZE // 400:
        return 1
    return rng.randint(2, 3) + (rank > SIZE // 10)


def _words(seed: int) -> list[str]:
    """Return the words by rank; common ones are short, as in every language."""
    rng = random.Random(f"vocabulary {seed}")
    words: dict[str, None] = {}
    while len(words) < SIZE:
        words[_word(rng, _syllables(rng, len(words)))] = None
    return list(words)


class Vocabulary:
    """Words drawn by their frequency; the same seed gives the same words."""

    def __init__(self, seed: int = 0) -> None:
        """Make up the language number *seed*."""
        self._words = _words(seed)
        self._weights = list(accumulate(_weight(rank) for rank in range(1, SIZE + 1)))

    def draw(self, rng: random.Random, count: int) -> list[str]:
        """Return *count* words in the order they are spoken."""
        return rng.choices(self._words, cum_weights=self._weights, k=count)
