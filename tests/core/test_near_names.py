from __future__ import annotations

import pytest

from sphinx_eventreport.core.near_names import NearNames


@pytest.mark.parametrize(
    ("word", "near"),
    [("wurms", "worms"), ("Worms", "worms"), ("watring", "Watering"), ("zzz", None), ("", None), ("w", None)],
)
def test_the_nearest_name_is_found(word: str, near: str | None) -> None:
    """Whatever its case; nothing where nothing is like the word."""
    assert NearNames(["worms", "Watering", "garden/worms", "storms"]).nearest(word) == near


def test_a_near_name_is_found_among_thousands() -> None:
    """It is among those that share most pairs of letters with the word."""
    names = [f"person-{number}-of-{number * 7}" for number in range(5_000)]
    assert NearNames([*names, "clea-marsh"]).nearest("cleo-marsh") == "clea-marsh"


def test_a_word_of_any_length_is_taken() -> None:
    """Only its beginning is compared."""
    assert NearNames(["worms"]).nearest("worm" * 100_000) is None
