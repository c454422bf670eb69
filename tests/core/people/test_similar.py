from __future__ import annotations

import pytest

from sphinx_eventreport.core.people.similar import near_names


@pytest.mark.parametrize(
    "pair",
    [
        ("J. Petitcolas", "Jonathan Petitcolas"),
        ("J.-P. Castellan", "Jean Castellan"),
        ("Jonathan Petitcola", "Jonathan Petitcolas"),
        ("Jonahtan Petitcolas", "Jonathan Petitcolas"),
        ("Jonatan Petitcolaz", "Jonatan Petitkolas"),
        ("Noor Castellan", "Noor Castelan"),
    ],
)
def test_names_that_are_near(pair: tuple[str, str]) -> None:
    """An initial, or a slip or two in a long name, makes two names near."""
    assert near_names(pair) == (tuple(sorted(pair)),)


@pytest.mark.parametrize(
    "names",
    [
        ("Jérôme Petit", "Jerome Petit"),
        ("Jonathan Petitcolas", "Kevin Petitcolas"),
        ("K. Petitcolas", "Jonathan Petitcolas"),
        ("J. Petitcolas", "J. Petitcolas"),
        ("Ann Lee", "Ann Lea"),
        ("Noor Castellan", "Noor Castella Nova"),
        ("Petitcolas", "Petitcolaz"),
        ("", "!"),
        (),
    ],
)
def test_names_that_are_not_near(names: tuple[str, ...]) -> None:
    """One slug is one name; other initials, short names, and single words say nothing."""
    assert near_names(names) == ()


def test_a_word_of_very_many_names_says_nothing() -> None:
    """The work for a common word is bounded."""
    crowd = [f"Ann {letter}{other}xyzxyzxyz" for letter in "abcdefghijklmno" for other in "abcdefghijklmno"]
    assert near_names(crowd) == ()
