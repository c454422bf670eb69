"""Pages -> rows of people: what they spoke about and wrote, and what the file of people says of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.site.person_pictures import picture_path, picture_stamp

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.listings.query import Row
    from sphinx_eventreport.core.records import Person, Report
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
    from sphinx_eventreport.sphinx_ext.site.page import Page


@dataclass(slots=True)
class _Found:
    """What has been found of one person so far."""

    person: Person
    docname: str
    talks: int = 0
    decks: int = 0
    recordings: int = 0
    events: dict[str, None] = field(default_factory=dict)
    dates: list[PartialDate] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)


def person_rows(domain: ReportDomain) -> list[Row]:
    """Return a row for each person, in the order of the documents that mention them first."""
    found: dict[str, _Found] = {}
    pages = domain.pages
    for docname in sorted(pages):
        page = pages[docname]
        if page.report is not None:
            _gather(page, page.report, found)
    return [{**_row(each), **_known(each.person.label, domain)} for each in found.values()]


def _gather(page: Page, report: Report, found: dict[str, _Found]) -> None:
    for person in report.authors:
        _of(person, page, report, found)
    for talk in (placed.talk for placed in page.talks):
        for person in talk.speakers:
            each = _of(person, page, report, found)
            each.talks += 1
            each.decks += len(talk.decks)
            each.recordings += len(talk.recordings)
            each.tags.update(dict.fromkeys(talk.tags))


def _of(person: Person, page: Page, report: Report, found: dict[str, _Found]) -> _Found:
    """Return what is known of *person*, who is on *page*."""
    each = found.setdefault(person.label, _Found(person, page.docname))
    if report.label not in each.events:
        each.events[report.label] = None
        each.dates.extend([report.start] if report.start else [])
        each.tags.update(dict.fromkeys(report.tags))
    return each


def _row(found: _Found) -> Row:
    dates = sorted(found.dates, key=lambda date: date.sort_key)
    return {
        "docname": found.docname,
        "label": found.person.label,
        "title": found.person.name,
        "url": found.person.url,
        "start": dates[0] if dates else None,
        "end": dates[-1] if dates else None,
        "talks": found.talks,
        "events": len(found.events),
        "decks": found.decks,
        "recordings": found.recordings,
        "tags": tuple(found.tags),
    }


def _known(label: str, domain: ReportDomain) -> Row:
    """Return what the file of people says of somebody; ``stamp`` changes when the picture does."""
    known = domain.people.people.get(label)
    if known is None:
        return {"affiliation": None, "thumbnail": None, "stamp": None}
    return {
        "affiliation": known.affiliation,
        "thumbnail": picture_path(domain.env, known),
        "stamp": picture_stamp(domain.env, known),
    }
