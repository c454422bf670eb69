from __future__ import annotations

import pickle

import pytest

from sphinx_eventreport.core.people.file import read_people
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.records import Link, Person

INES = Person(
    "Inès Marlow",
    "ines",
    "https://ines.example.org",
    aliases=("I. Marlow", "imarlow"),
    affiliation="Tidewater University",
    orcid="0000-0002-1825-0097",
    image="img/ines.jpg",
    bio="Writes.\n\nReads too.",
    links=(Link("Code", "https://code.example.org"),),
)
FACTS = """\
  name: Inès Marlow
  aliases: [I. Marlow, imarlow]
  url: https://ines.example.org
  links: [{label: Code, url: "https://code.example.org"}]
  affiliation: Tidewater University
  image: img/ines.jpg
  orcid: https://orcid.org/0000-0002-1825-0097
  bio: |
    Writes.

    Reads
    too.
"""


@pytest.mark.parametrize("text", [f"ines:\n{FACTS}", f"- id: ines\n{FACTS}", f"\ufeffines:\n{FACTS}"])
def test_a_person_is_read_from_a_map_and_from_a_list(text: str) -> None:
    """Every field, in both shapes of the file."""
    people, problems = read_people(text)
    assert (people.people, problems) == ({"ines": INES}, ())


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("jane: Jane Doe", Person("Jane Doe", "jane")),
        ("- Jane Doe", Person("Jane Doe", "jane-doe")),
        ("jane-doe:", Person("jane-doe", "jane-doe")),
        ("- {name: Jane Doe, bio: 12}", Person("Jane Doe", "jane-doe", bio="12")),
        ("- {name: Jane Doe, bio: ' '}", Person("Jane Doe", "jane-doe")),
        ("- {name: Jane Doe, orcid: }", Person("Jane Doe", "jane-doe")),
    ],
)
def test_little_is_enough(text: str, person: Person) -> None:
    """A name alone, as text or as id."""
    people, problems = read_people(text)
    assert (list(people.people.values()), problems) == ([person], ())


@pytest.mark.parametrize(
    "spelling", ["ines", "Inès Marlow", "ines-marlow", "i-marlow", "I. Marlow", "IMARLOW"]
)
def test_every_spelling_finds_the_person(spelling: str) -> None:
    """The id, the name, the aliases, and their slugs."""
    assert read_people(f"ines:\n{FACTS}")[0].find(spelling) == INES


def test_nobody_is_found_by_another_name() -> None:
    """Nor by a text without letters."""
    people, _problems = read_people(f"ines:\n{FACTS}\n  aliases: ['!']\n")
    assert (people.find("Bo Reed"), people.find("")) == (None, None)


@pytest.mark.parametrize(
    ("text", "subtype", "line", "words"),
    [
        ("a:\n  orcid: 0000-0002-1825-0098\n", Subtype.PEOPLE, 2, "not an ORCID iD"),
        ("a:\n  namee: Ada\n", Subtype.UNKNOWN_KEY, 2, "did you mean `name`?"),
        ("a:\n  quux: Ada\n", Subtype.UNKNOWN_KEY, 2, "remove it"),
        ("- {id: a, name: Ada}\n- {id: A, name: Bo}\n", Subtype.PEOPLE, 2, "a second person"),
        ("a: {name: Ada}\nb:\n  name: Bo\n  aliases: [Ada]\n", Subtype.PEOPLE, 2, "already means 'Ada'"),
        ("- {url: 'https://a.example.org'}", Subtype.PEOPLE, 1, "without a name"),
        ("just words", Subtype.PEOPLE, 1, "neither a list nor a map"),
        ("a: [", Subtype.FRONT_MATTER, 1, ""),
        ("a:\n  bio: " + "x" * 6000, Subtype.LIMIT, 2, "cut"),
    ],
)
def test_a_mistake_is_a_problem_with_its_line(text: str, subtype: Subtype, line: int, words: str) -> None:
    """What is wrong, where, and what to do."""
    _people, [problem] = read_people(text)
    assert (problem.subtype, problem.line, words in str(problem)) == (subtype, line, True)


def test_an_empty_file_is_no_mistake() -> None:
    """Nobody yet."""
    assert read_people("") == (type(read_people("")[0])(), ())


def test_more_people_than_a_report_has_keys_are_read() -> None:
    """The limits of front matter are not those of a people file."""
    people, problems = read_people("\n".join(f"p{number}: Person {number}" for number in range(2_000)))
    assert (len(people.people), problems) == (2_000, ())


def test_a_person_survives_pickling() -> None:
    """With all fields, and with few."""
    people = [INES, Person("Jane Doe", "jane-doe")]
    assert pickle.loads(pickle.dumps(people)) == people  # noqa: S301 -- our own


def test_what_is_missing_at_the_end_is_on_the_last_line() -> None:
    """A problem is never on a line that the file does not have."""
    _file, problems = read_people("{<<")
    assert {problem.line for problem in problems} == {1}
