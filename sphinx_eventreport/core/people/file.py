"""The people file: what a site knows of somebody, whichever way a report writes the name.

YAML: a map from ids to people, or a list of people. A text is somebody's name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core import fields
from sphinx_eventreport.core.fields import Findings, Place
from sphinx_eventreport.core.frontmatter import read_yaml_file
from sphinx_eventreport.core.identifiers import slug_or, slugify
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.people.orcid import read_orcid
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Person
from sphinx_eventreport.core.schema import Field, Kind, Table, kinds
from sphinx_eventreport.core.schema.unknown import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST_BIO = 5_000
_BLANK_LINE = lazy_regex(r"\n[ \t]*\n")
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """What a people file says."""

    people: Mapping[str, Person] = field(default_factory=dict)
    """People by their labels."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """Labels by the slugs of each id, name and alias."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line on which each person begins, by label."""

    def find(self, written: str) -> Person | None:
        """Return the person of a label, id, name or alias."""
        label = self.spellings.get(written) or self.spellings.get(slugify(written))
        return self.people[label] if label else None


def read_people(text: str) -> tuple[PeopleFile, tuple[Problem, ...]]:
    """Return the people of a file with the content *text*, and what was wrong with it."""
    value, front = read_yaml_file(text)
    place = Place(front, Findings(list(front.problems)))
    people: dict[str, Person] = {}
    lines: dict[str, int] = {}
    for person, where in _people(value, place):
        if person.label in people:
            where.report(
                Subtype.PEOPLE, f"is a second person with the label {person.label!r}", "merge the two"
            )
        else:
            people[person.label] = person
            lines[person.label] = where.line or 1
    spellings = _spellings(people, lines, place.findings.problems)
    return PeopleFile(people, spellings, lines), tuple(place.findings.problems)


def _people(value: object, place: Place) -> Iterator[tuple[Person, Place]]:
    if isinstance(value, dict):
        items = [(item, place.child(key), key) for key, item in value.items()]
    elif isinstance(value, list):
        items = [(item, place.child(number), "") for number, item in enumerate(value)]
    else:
        if value is not None:
            message = "The people file is neither a list nor a map"
            place.findings.problems.append(Problem(Subtype.PEOPLE, message, 1, hint="write - name: Jane Doe"))
        return
    for item, where, key in items:
        person = _person(item, where, key)
        if person is not None:
            yield person, where


def _person(value: object, place: Place, key: str) -> Person | None:
    mapping = value if isinstance(value, dict) else {} if value is None else {"name": value}
    values = _values(mapping, place)
    written = values.pop("id", None) or key
    name = values.pop("name", None) or key
    if not name:
        place.report(Subtype.PEOPLE, "is a person without a name", "write name: Jane Doe")
        return None
    return Person(name, slug_or(written or name, "person"), **values)


def _values(mapping: Mapping[str, object], place: Place) -> dict[str, Any]:
    values = {}
    known = PERSON.names()
    for key, value in mapping.items():
        if key in known:
            kind = PERSON.fields[known.index(key)].kind
            checked = kind.read(value, place.child(key))
            if checked:
                values[key] = checked
        else:
            near = nearest(key, known, _NEAR)
            hint = f"did you mean `{near}`?" if near else "remove it"
            place.child(key).report(Subtype.UNKNOWN_KEY, "is not a known key of a person", hint)
    return values


def _spellings(
    people: Mapping[str, Person], lines: Mapping[str, int], problems: list[Problem]
) -> dict[str, str]:
    """Return the labels by the slugs that mean them; labels first, then names, then aliases."""
    found = {label: label for label in people}
    for person in people.values():
        found.setdefault(slugify(person.name), person.label)
    for person in people.values():
        for alias in person.aliases:
            owner = found.setdefault(slugify(alias), person.label)
            if owner != person.label:
                message = f"The alias {alias!r} of {person.name!r} already means {people[owner].name!r}"
                problems.append(
                    Problem(Subtype.PEOPLE, message, lines[person.label], hint="remove it from one")
                )
    found.pop("", None)
    return found


def _orcid(value: object, place: Place) -> str | None:
    written = fields.text(value, place)
    if written is None:
        return None
    orcid = read_orcid(written)
    if orcid is None:
        message = f"is {written[:60]!r}, which is not an ORCID iD: its digits do not add up"
        place.report(Subtype.PEOPLE, message, "copy it from the person's page at orcid.org")
    return orcid


def _bio(value: object, place: Place) -> str | None:
    """Return paragraphs, each on one line."""
    if not isinstance(value, str):
        return fields.text(value, place)
    if len(value) > _LONGEST_BIO:
        place.report(Subtype.LIMIT, f"is longer than {_LONGEST_BIO} characters, and is cut", "shorten it")
    parts = (fields.folded(part) for part in _BLANK_LINE.split(value[:_LONGEST_BIO]))
    return "\n\n".join(part for part in parts if part) or None


PERSON = Table(
    name="Person",
    path="people",
    description="What the people file says of somebody; a text is the name.",
    shorthand="name",
    fields=(
        Field("name", kinds.TITLE, "Name as it is shown.", "Inès Marlow", "the id"),
        Field("id", kinds.TITLE, "Label, where people are a list.", "ines-marlow", "made from the name"),
        Field("aliases", kinds.TAGS, "Other spellings that mean this person.", "[I. Marlow, imarlow]"),
        Field("url", kinds.URL, "Page of the person.", "https://ines.example.org"),
        Field("links", kinds.LINKS, "Other pages.", "[{label: Code, url: https://example.org/ines}]"),
        Field("affiliation", kinds.TEXT, "Where the person works.", "Tidewater University"),
        Field(
            "image", kinds.PATH, "Picture, as a path; `/` in front is the source directory.", "img/ines.jpg"
        ),
        Field("orcid", Kind("ORCID iD", _orcid, {"type": "string"}), "ORCID iD.", "0000-0002-1825-0097"),
        Field("bio", Kind("text", _bio, {"type": "string"}), "Some paragraphs.", "Writes documentation."),
    ),
)
"""Every key of a person, once: read and documented from here."""
