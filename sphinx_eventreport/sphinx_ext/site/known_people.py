"""Pages with their people as the people file calls them, whichever way a report writes a name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx_eventreport.core.records import Attendee, Minutes, Person, Votes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_eventreport.core.people.file import PeopleFile
    from sphinx_eventreport.core.record import Record
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import Subject

R = TypeVar("R", bound="Record")
T = TypeVar("T")


def with_known_people(pages: Mapping[str, Page], known: PeopleFile) -> Mapping[str, Page]:
    """Return *pages* with the names, labels and addresses of *known*.

    A page on which nobody is called otherwise is the same object as before.
    """
    if not known.people:
        return pages
    return {docname: _page(page, known) for docname, page in pages.items()}


def _page(page: Page, known: PeopleFile) -> Page:
    return _with(
        page,
        report=_record(page.report, known) if page.report else None,
        talks=_each(page.talks, lambda placed: _with(placed, talk=_record(placed.talk, known))),
        subjects=_each(page.subjects, lambda subject: _subject(subject, known)),
        objects=_each(page.objects, lambda placed: _with(placed, record=_record(placed.record, known))),
    )


def _record(record: R, known: PeopleFile) -> R:
    """Return *record* with the people in all its fields."""
    return _with(record, **{name: _value(getattr(record, name), known) for name in record.__slots__})


def _value(value: object, known: PeopleFile) -> object:
    if isinstance(value, Person):
        return _person(value, known)
    if isinstance(value, Minutes | Votes):
        return _record(value, known)
    if isinstance(value, tuple) and value and isinstance(value[0], Person):
        return _people(value, known)
    if isinstance(value, tuple) and value and isinstance(value[0], Attendee):
        return _each(value, lambda one: _record(one, known))
    return value


def _with(record: R, /, **values: Any) -> R:
    """Return *record* with *values*: the same object if it has these very ones."""
    if all(getattr(record, name) is value for name, value in values.items()):
        return record
    return replace(record, **values)  # type: ignore[type-var]  # a dataclass, as all records are


def _subject(subject: Subject, known: PeopleFile) -> Subject:
    found = known.find(subject.label) if subject.type == "person" else None
    if found is None or (found.label, found.name) == (subject.label, subject.name):
        return subject
    return replace(subject, label=found.label, name=found.name)


def _people(people: tuple[Person, ...], known: PeopleFile) -> tuple[Person, ...]:
    """Return *people*; two spellings of one person are one."""
    found = _each(people, lambda person: _person(person, known))
    return people if found is people else tuple({person.label: person for person in found}.values())


def _person(person: Person, known: PeopleFile) -> Person:
    found = known.find(person.label)
    if found is None:
        return person
    url = found.url or person.url
    if (found.name, found.label, url) == (person.name, person.label, person.url):
        return person
    return replace(person, name=found.name, label=found.label, url=url)


def _each(items: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """Return what *change* makes of *items*: the same tuple if that is the same."""
    changed = tuple(map(change, items))
    return items if all(one is other for one, other in zip(items, changed, strict=True)) else changed
