"""Rows of people: what they spoke about and wrote, and what the people file says of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_eventreport.core.listings.query import SortKey
from sphinx_eventreport.sphinx_ext.listings.field import (
    Counted,
    ListingField,
    Picture,
    Place,
    counted,
    linked,
    title,
)
from sphinx_eventreport.sphinx_ext.listings.listing_type import ListingType
from sphinx_eventreport.sphinx_ext.listings.shared_fields import END, START, TAGS
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.link import Link
from sphinx_eventreport.sphinx_ext.site.pictures import picture_path, picture_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Person, Report
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.site import Site


@dataclass(slots=True)
class _Found:
    """The works found of one person so far."""

    person: Person
    docname: str
    talks: int = 0
    decks: int = 0
    recordings: int = 0
    events: dict[str, None] = field(default_factory=dict)
    dates: list[PartialDate] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who wrote a report or gave a talk."""

    person: Person
    """Their record."""
    docname: str
    """The first document that names them."""
    link: Link
    """The way to the page about them, or to their entry in the index."""
    start: PartialDate | None
    """The day of the first event."""
    end: PartialDate | None
    """The day of the last event."""
    tags: Sequence[str]
    """The tags of their talks and reports."""
    is_called_off: bool
    """Nobody is."""
    numbers: dict[str, int]
    """How many talks, events, decks and recordings are theirs."""
    affiliation: str | None
    """The organisation they belong to."""
    picture: Picture | None
    """The picture of them."""


def person_rows(site: Site) -> list[PersonRow]:
    """Return a row for each person, in the order of the documents that mention them first."""
    found: dict[str, _Found] = {}
    for page in site.listed.values():
        if page.report is not None:
            _gather(page, page.report, found)
    return [_row(each, site) for each in found.values()]


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
    if page.docname not in each.events:
        each.events[page.docname] = None
        each.dates.extend([report.start] if report.start else [])
        each.tags.update(dict.fromkeys(report.tags))
    return each


def _row(found: _Found, site: Site) -> PersonRow:
    dates = sorted(found.dates, key=lambda date: date.sort_key)
    known = site.known(found.person.label)
    return PersonRow(
        found.person,
        found.docname,
        site.link_to("person", found.person.label)._replace(title=found.person.name),
        dates[0] if dates else None,
        dates[-1] if dates else None,
        tuple(found.tags),
        False,  # noqa: FBT003 -- the fields are in their order
        {
            "talks": found.talks,
            "events": len(found.events),
            "decks": found.decks,
            "recordings": found.recordings,
        },
        known.affiliation if known else None,
        _picture(known, site) if known else None,
    )


def _picture(known: Person, site: Site) -> Picture | None:
    path = picture_path(site.env, known)
    return Picture(path=path, version=picture_stamp(site.env, known)) if path else None


def _number(name: str) -> Callable[[PersonRow], Counted | None]:
    return lambda row: Counted(row.numbers[name]) if row.numbers[name] else None


PERSON_FIELDS: tuple[ListingField[PersonRow], ...] = (
    ListingField("label", lambda: _("Label"), lambda row: row.person.label),
    title(lambda: _("Name")),
    ListingField("affiliation", lambda: _("Affiliation"), lambda row: row.affiliation, column="text"),
    counted("talks", lambda: _("Talks"), lambda: (_("talk"), _("talks")), _number("talks"), is_offered=True),
    counted(
        "events", lambda: _("Events"), lambda: (_("event"), _("events")), _number("events"), is_offered=True
    ),
    counted("decks", lambda: _("Decks"), lambda: (_("deck"), _("decks")), _number("decks")),
    counted("recordings", lambda: _("Videos"), lambda: (_("video"), _("videos")), _number("recordings")),
    START,
    END,
    TAGS,
    linked(
        "url",
        lambda: _("Page"),
        lambda row: Link(row.person.url, url=row.person.url) if row.person.url else None,
        compared=lambda row: row.person.url,
    ),
    ListingField(
        "image", lambda: _("Picture"), lambda row: row.picture, place=Place.PICTURE, is_compared=False
    ),
)

PEOPLE = ListingType(
    person_rows,
    PERSON_FIELDS,
    shown={
        "cards": "image title affiliation talks events",
        "table": "title affiliation talks events",
        "list": "title affiliation talks",
        "timeline": "start title talks events",
    },
    order=(SortKey("title"),),
)
