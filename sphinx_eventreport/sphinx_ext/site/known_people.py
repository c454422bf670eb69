"""Pages with their people as the file of people calls them, whichever way a report writes a name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_eventreport.core.people.file import PeopleFile
    from sphinx_eventreport.core.records import Minutes, Person, Report
    from sphinx_eventreport.sphinx_ext.site.page import Page, PlacedTalk, Subject

_T = TypeVar("_T")


def with_known_people(pages: Mapping[str, Page], known: PeopleFile) -> Mapping[str, Page]:
    """Return *pages* with the names, labels and addresses of *known*.

    A page on which nobody is called otherwise is the same object as before.
    """
    if not known.people:
        return pages
    return {docname: _page(page, known) for docname, page in pages.items()}


def _page(page: Page, known: PeopleFile) -> Page:
    report = _report(page.report, known) if page.report else None
    talks = _each(page.talks, lambda placed: _talk(placed, known))
    subjects = _each(page.subjects, lambda subject: _subject(subject, known))
    if report is page.report and talks is page.talks and subjects is page.subjects:
        return page
    return replace(page, report=report, talks=talks, subjects=subjects)


def _report(report: Report, known: PeopleFile) -> Report:
    authors = _people(report.authors, known)
    minutes = _minutes(report.minutes, known) if report.minutes else None
    if authors is report.authors and minutes is report.minutes:
        return report
    return replace(report, authors=authors, minutes=minutes)


def _minutes(minutes: Minutes, known: PeopleFile) -> Minutes:
    chair, scribe = (_person(one, known) if one else None for one in (minutes.chair, minutes.scribe))
    attendees, regrets = _people(minutes.attendees, known), _people(minutes.regrets, known)
    found = replace(minutes, chair=chair, scribe=scribe, attendees=attendees, regrets=regrets)
    return minutes if found == minutes else found


def _talk(placed: PlacedTalk, known: PeopleFile) -> PlacedTalk:
    speakers = _people(placed.talk.speakers, known)
    if speakers is placed.talk.speakers:
        return placed
    return replace(placed, talk=replace(placed.talk, speakers=speakers))


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


def _each(items: tuple[_T, ...], change: Callable[[_T], _T]) -> tuple[_T, ...]:
    """Return what *change* makes of *items*: the same tuple if that is the same."""
    changed = tuple(map(change, items))
    return items if all(one is other for one, other in zip(items, changed, strict=True)) else changed
