"""Who was at a meeting, and how the votes were."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core import fields
from sphinx_eventreport.core.fields import Findings, Place
from sphinx_eventreport.core.frontmatter import front_matter_of
from sphinx_eventreport.core.names import person, split_names
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.records import Attendee, Votes


def place() -> Place:
    """Return a place whose problems can be looked at."""
    return Place(front_matter_of({}), Findings())


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ann Lee, Bo Ray and Cy Ode", ["Ann Lee", "Bo Ray", "Cy Ode"]),
        (["Ann Lee", {"name": "Bo Ray"}, "TBA", "Ann Lee"], ["Ann Lee", "Bo Ray"]),
        ({"name": "Ann Lee"}, ["Ann Lee"]),
        ([{"initials": "AL"}], []),
        ([""], []),
        (None, []),
        ({}, []),
        (7, []),
    ],
)
def test_a_list_or_a_line_names_who_was_there(written: object, names: list[str]) -> None:
    """Nobody is there twice."""
    assert [one.name for one in fields.attendees(written, place())] == names


def test_a_key_that_is_not_read_is_told() -> None:
    """An address of e-mail, for one, is nobody's name."""
    where = place()
    assert [one.name for one in fields.attendees([{"name": "Ann Lee", "shoe": 44}], where)] == ["Ann Lee"]
    assert [one.subtype for one in where.findings.problems] == [Subtype.UNKNOWN_KEY]


def test_a_key_that_is_not_read_is_kept() -> None:
    """Under the number that somebody has among those who were there, not among the entries."""
    where = place().child("attendees")
    fields.attendees(["TBA", "Ann Lee", "Ann Lee", {"name": "Bo Ray", "shoe": [44], 7: "x"}], where)
    assert where.findings.extra == [("attendees.1.shoe", (44,)), ("attendees.1.7", "x")]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("{name: Ann Lee, affiliation: Quay}", ["Ann Lee"]),
        ('{"id": 7, "name": "Ann Lee"}', ["Ann Lee"]),
        ("{shoe: 44}", []),
        ("{Ann} Lee", ["{Ann} Lee"]),
    ],
)
def test_a_text_may_look_like_a_map(written: str, names: list[str]) -> None:
    """The option of a directive is one: its name is read, and what it should be is told."""
    where = place()
    found = fields.people(split_names)(written, where)
    told = [Subtype.TYPE] if written.endswith("}") else []
    assert ([one.name for one in found], [one.subtype for one in where.findings.problems]) == (names, told)


def test_a_line_says_role_and_remote_too() -> None:
    """Affiliation and handle are the person's."""
    [one] = fields.attendees("Ann Lee (Quay Inc, remote) (@ann) (chair)", place())
    assert (one.person.affiliation, one.person.handle, one.role, one.remote) == (
        "Quay Inc",
        "ann",
        "chair",
        True,
    )


def test_a_map_says_initials() -> None:
    """Its keys count before what stands beside the name."""
    keys = {"name": "Kim Gil (guest)", "initials": "KG", "role": "voting member", "remote": True}
    [one] = fields.attendees([keys], place())
    assert one == Attendee(person("Kim Gil"), "KG", "voting member", remote=True)


def test_what_stands_beside_a_name_counts_in_a_map_too() -> None:
    """Where no key says it."""
    [one] = fields.attendees([{"name": "Kim Gil (guest, remote)"}], place())
    assert (one.role, one.remote) == ("guest", True)


def test_two_with_the_same_initials_are_told_of() -> None:
    """What is said under them is nobody's."""
    where = place()
    fields.attendees([{"name": "Kim Gil", "initials": "KG"}, {"name": "Kai Gol", "initials": "KG"}], where)
    assert "has the initials 'KG' of 'Kim Gil'" in where.findings.problems[0].message


def test_a_number_is_not_who_was_there() -> None:
    """It is told of."""
    where = place()
    fields.attendees(7, where)
    assert "not a list of people" in where.findings.problems[0].message


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("yes 5, no 0, abstain 1", Votes(5, 0, 1)),
        ("For: 12; against: 3", Votes(12, 3)),
        ("", None),
    ],
)
def test_votes_say_what_each_number_counts(written: str, expected: Votes | None) -> None:
    """In any order."""
    assert fields.votes(written, place()) == expected


@pytest.mark.parametrize("written", ["5/0/1", "yes 5, yes 6", "maybe 3", "yes"])
def test_votes_that_can_be_read_in_two_ways_are_a_problem(written: str) -> None:
    """Nobody agrees on the order of "5/0/1"."""
    where = place()
    assert fields.votes(written, where) is None
    assert "does not say what each number counts" in where.findings.problems[0].message


@pytest.mark.parametrize(("written", "expected"), [("3", 3), (4, 4), ("99999999", None)])
def test_a_side_of_a_vote_is_a_number(written: object, expected: int | None) -> None:
    """Or names."""
    found = fields.voted(split_names)(written, place())
    assert (found if isinstance(found, int) else None) == expected


def test_a_side_of_a_vote_is_names() -> None:
    """Who voted so."""
    assert fields.voted(split_names)("Ann Lee, Bo Ray", place()) == (person("Ann Lee"), person("Bo Ray"))
