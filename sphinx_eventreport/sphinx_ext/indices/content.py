"""What stands in the indices: people, events, series, talks, tags, places; sorted once for each build."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.core.listings.alphabet import letter_of, name_key, title_key
from sphinx_eventreport.sphinx_ext.inline.dates import date_text
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.editions import editions
from sphinx_eventreport.sphinx_ext.site.names import media_anchor
from sphinx_eventreport.sphinx_ext.site.person_history import (
    PersonHistory,
    event_row,
    person_histories,
    reports_by_date,
    start_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinx_eventreport.core.listings.alphabet import Key
    from sphinx_eventreport.core.listings.query import Row
    from sphinx_eventreport.core.records import Location, Person
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
    from sphinx_eventreport.sphinx_ext.site.page import Entry, Page, PlacedTalk


class Item(NamedTuple):
    """An entry: where it leads ("" for nowhere), what is said of it, its id in the index, what is below."""

    name: str
    docname: str = ""
    anchor: str = ""
    extra: str = ""
    id: str = ""
    children: tuple[Item, ...] = ()


Groups = list[tuple[str, list[Item]]]
"""Entries below their headings: letters, or years."""


def index_groups(domain: ReportDomain, name: str) -> Groups:
    """Return the content of the index *name*; made once for each state of the pages."""
    return domain.derived(f"index of {name}", lambda: _MAKERS[name](domain))


def _people(domain: ReportDomain) -> Groups:
    rows, known = person_histories(domain), domain.people.people
    items = (
        _person_item(entry, known.get(entry.name), rows.get(entry.name, PersonHistory()))
        for (kind, _name), entry in domain.index.by_name.items()
        if kind == "person"
    )
    return _by_letter((name_key(item.name), item) for item in items)


def _person_item(entry: Entry, known: Person | None, found: PersonHistory) -> Item:
    """Return the entry of somebody: who that is, as far as the file of people knows it, and all works."""
    place = (entry.docname, entry.anchor)
    works = tuple(map(_row_item, (*found.talks, *found.reports)))
    affiliation = (known.affiliation if known else None) or ""
    return Item(entry.title, *place, affiliation, media_anchor("person", entry.name), works)


def _row_item(row: Row) -> Item:
    return Item(row["title"], row["docname"], row["anchor"], row.get("event-title", ""))


def _events(domain: ReportDomain) -> Groups:
    dated: list[tuple[str, Item]] = []
    for page in reports_by_date(domain):
        start = start_of(page.report)
        item = Item(page.title, page.docname, "", _date(page, domain))
        dated.append((str(start.year) if start else _("Without a date"), item))
    return [(year, [item for _year, item in group]) for year, group in groupby(dated, lambda pair: pair[0])]


def _series(domain: ReportDomain) -> Groups:
    entries = domain.index.by_name
    items = []
    for label, pages in editions(domain).items():
        entry = entries["series", label]
        place = (entry.docname, entry.anchor) if entry.is_home else ("", "")
        works = tuple(Item(page.title, page.docname, "", _date(page, domain)) for page in pages)
        items.append(Item(entry.title, *place, id=media_anchor("series", label), children=works))
    return _by_letter((title_key(item.name), item) for item in items)


def _date(page: Page, domain: ReportDomain) -> str:
    start = start_of(page.report)
    return date_text(start, domain.env.config.language) if start else ""


def _talks(domain: ReportDomain) -> Groups:
    found = (
        (placed.talk, _talk_item(page, placed)) for page in reports_by_date(domain) for placed in page.talks
    )
    return _by_letter((title_key(talk.title), item) for talk, item in found)


def _talk_item(page: Page, placed: PlacedTalk) -> Item:
    return Item(placed.talk.title, page.docname, placed.anchor, page.title)


def _tags(domain: ReportDomain) -> Groups:
    tagged: dict[str, tuple[str, dict[Item, None]]] = {}

    def add(tags: Iterable[str], item: Item) -> None:
        for tag in tags:
            tagged.setdefault(slugify(tag) or tag, (tag, {}))[1][item] = None

    for page in reports_by_date(domain):
        add(page.report.tags if page.report else (), _row_item(event_row(page)))
        for placed in page.talks:
            add(placed.talk.tags, _talk_item(page, placed))
    return _by_letter(
        (title_key(tag), Item(tag, id=f"tag-{slug}", children=tuple(items)))
        for slug, (tag, items) in tagged.items()
    )


def _places(domain: ReportDomain) -> Groups:
    placed: dict[str, tuple[str, list[Item]]] = {}
    for page in reports_by_date(domain):
        place = _place(page.report.event.location) if page.report and page.report.event else ""
        if place:
            placed.setdefault(slugify(place) or place, (place, []))[1].append(_row_item(event_row(page)))
    return _by_letter(
        (title_key(place), Item(place, id=f"place-{slug}", children=tuple(items)))
        for slug, (place, items) in placed.items()
    )


def _place(location: Location) -> str:
    """Return "Paris, FR", or the name of the place where there is no town."""
    return ", ".join(part for part in (location.city or location.name, location.country) if part)


def _by_letter(keyed: Iterable[tuple[Key, Item]]) -> Groups:
    ordered = sorted(keyed, key=lambda pair: pair[0])
    return [
        (letter, [item for _key, item in group])
        for letter, group in groupby(ordered, lambda pair: letter_of(pair[0]))
    ]


_MAKERS: Mapping[str, Callable[[ReportDomain], Groups]] = {
    "people": _people,
    "events": _events,
    "series": _series,
    "talks": _talks,
    "tags": _tags,
    "places": _places,
}
