from __future__ import annotations

import pytest

from sphinx_eventreport.core.listings.alphabet import DIGITS, SIGNS, letter_of, name_key, title_key


@pytest.mark.parametrize(
    ("title", "letter"),
    [("écrire", "E"), ("Łódź", "L"), ("2020 in review", DIGITS), ("!", SIGNS), ("", SIGNS), ("Ωmega", "Ω")],
)
def test_a_title_stands_below_its_letter(title: str, letter: str) -> None:
    """Accents and case do not count."""
    assert letter_of(title_key(title)) == letter


def test_people_are_ordered_by_their_last_names() -> None:
    """Then by the names before it; what has no letters comes last."""
    names = ["?", "Bo Reed", "Ädam Zorn", "Ana Réed", "Cher"]
    assert sorted(names, key=name_key) == ["Cher", "Ana Réed", "Bo Reed", "Ädam Zorn", "?"]


def test_a_generation_is_no_last_name() -> None:
    """Behind a name of two words; alone with another it may be one."""
    names = ["Cy Fox Jr.", "Ada Gale", "Bo Fox", "Dan Fox III", "Cher II"]
    assert sorted(names, key=name_key) == ["Bo Fox", "Dan Fox III", "Cy Fox Jr.", "Ada Gale", "Cher II"]


def test_a_person_without_a_name_stands_last() -> None:
    """An empty name is no error."""
    assert letter_of(name_key("")) == SIGNS
