"""The content of the indices: people, events, series, talks, tags, places; sorted once for each build."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.core.listings.alphabet import letter_of, name_key, title_key
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.editions import editions
from sphinx_eventreport.sphinx_ext.site.names import media_anchor, tag_anchor
from sphinx_eventreport.sphinx_ext.site.site import Site, fact
from sphinx_eventreport.sphinx_ext.site.works import (
    Works,
    report_work,
    reports_by_date,
    talk_work,
    works_of_people,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinx_eventreport.core.listings.alphabet import Key
    from sphinx_eventreport.core.records import Location
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import Entry
    from sphinx_eventreport.sphinx_ext.site.works import Work


class Item(NamedTuple):
    """An entry of an index."""

    name: str
    """The text."""
    docname: str = ""
    """The page it leads to, "" for nowhere."""
    anchor: str = ""
    """The id in that page, "" for the page itself."""
    extra: str = ""
    """A remark beside it, such as a date."""
    id: str = ""
    """Its own id in the index, "" for none."""
    children: tuple[Item, ...] = ()
    """The entries below it."""


Groups = list[tuple[str, list[Item]]]
"""Entries below their headings: letters, or years."""


@fact
def index_groups(site: Site, name: str) -> Groups:
    """Return the content of the index *name*."""
    return CONTENTS[name].groups(site)


def _people(site: Site) -> Groups:
    works = works_of_people(site)
    items = (
        _person_item(site, entry, works.get(entry.name, Works()))
        for (kind, _name), entry in site.names.by_name.items()
        if kind == "person" and entry.docname not in site.unlisted
    )
    return _by_letter((name_key(item.name), item) for item in items)


def _person_item(site: Site, entry: Entry, found: Works) -> Item:
    """Return the entry of somebody: who that is, as far as the people file knows it, and all works."""
    place = (entry.docname, entry.anchor)
    works = tuple(_work_item(work, site) for work in (*found.talks, *found.reports))
    known = site.known(entry.name)
    affiliation = (known.affiliation if known else None) or ""
    return Item(entry.title, *place, affiliation, media_anchor("person", entry.name), works)


def _work_item(work: Work, site: Site) -> Item:
    """Return the entry of a talk, with its event, or of a report, with its day if others have its title."""
    day = site.told_apart(work.link).day
    extra = site.told_apart(work.event).name if work.event else day.text if day else ""
    return Item(work.link.title, work.link.docname, work.link.anchor, extra)


def _events(site: Site) -> Groups:
    dated: list[tuple[str, Item]] = []
    for page in reports_by_date(site):
        start = page.start
        item = Item(page.title, page.docname, "", _date(page, site))
        dated.append((str(start.year) if start else _("Without a date"), item))
    return [(year, [item for _year, item in group]) for year, group in groupby(dated, lambda pair: pair[0])]


def _series(site: Site) -> Groups:
    entries = site.names.by_name
    items = []
    for label, pages in editions(site).items():
        entry = entries["series", label]
        place = (entry.docname, entry.anchor) if entry.is_home else ("", "")
        works = tuple(Item(page.title, page.docname, "", _date(page, site)) for page in pages)
        items.append(Item(entry.title, *place, id=media_anchor("series", label), children=works))
    return _by_letter((title_key(item.name), item) for item in items)


def _date(page: Page, site: Site) -> str:
    start = page.start
    return date_text(start, site.env.config.language) if start else ""


def _talks(site: Site) -> Groups:
    found = (
        (placed.talk, _work_item(talk_work(page, placed), site))
        for page in reports_by_date(site)
        for placed in page.talks
    )
    return _by_letter((title_key(talk.title), item) for talk, item in found)


def _tags(site: Site) -> Groups:
    tagged: dict[str, tuple[str, dict[Item, None]]] = {}

    def add(tags: Iterable[str], item: Item) -> None:
        for tag in tags:
            tagged.setdefault(tag_anchor(tag), (tag, {}))[1][item] = None

    for page in reports_by_date(site):
        add(page.report.tags if page.report else (), _work_item(report_work(page), site))
        for placed in page.talks:
            add(placed.talk.tags, _work_item(talk_work(page, placed), site))
    return _by_letter(
        (title_key(tag), Item(tag, id=anchor, children=tuple(items)))
        for anchor, (tag, items) in tagged.items()
    )


def _places(site: Site) -> Groups:
    placed: dict[str, tuple[str, list[Item]]] = {}
    for page in reports_by_date(site):
        place = _place(page.report.event.location) if page.report and page.report.event else ""
        if place:
            placed.setdefault(slugify(place) or place, (place, []))[1].append(
                _work_item(report_work(page), site)
            )
    return _by_letter(
        (title_key(place), Item(place, id=f"place-{slug}", children=tuple(items)))
        for slug, (place, items) in placed.items()
    )


def _place(location: Location) -> str:
    """Return "Paris, FR", or the name of the place where there is no town."""
    return ", ".join(part for part in (location.city or location.name, location.country) if part)


def _decisions(site: Site) -> Groups:
    return _objects(site, "decision")


def _actions(site: Site) -> Groups:
    return _objects(site, "action")


def _objects(site: Site, object_type: str) -> Groups:
    """Return the decisions or actions of reports by letter, each with its meeting."""
    return _by_letter(
        (
            title_key(placed.record.title),
            Item(placed.record.title, page.docname, placed.anchor, site.told_apart(page.link).name),
        )
        for page in reports_by_date(site)
        for placed in page.objects_of(object_type)
    )


def _by_letter(keyed: Iterable[tuple[Key, Item]]) -> Groups:
    ordered = sorted(keyed, key=lambda pair: pair[0])
    return [
        (letter, [item for _key, item in group])
        for letter, group in groupby(ordered, lambda pair: letter_of(pair[0]))
    ]


class IndexContent(NamedTuple):
    """One index."""

    title: str
    """Its title."""
    groups: Callable[[Site], Groups]
    """What makes its entries."""


CONTENTS: Mapping[str, IndexContent] = {
    "people": IndexContent(_("People"), _people),
    "events": IndexContent(_("Events by date"), _events),
    "series": IndexContent(_("Series by title"), _series),
    "talks": IndexContent(_("Talks by title"), _talks),
    "tags": IndexContent(_("Tags"), _tags),
    "places": IndexContent(_("Places"), _places),
    "decisions": IndexContent(_("Decisions by title"), _decisions),
    "actions": IndexContent(_("Actions by title"), _actions),
}
"""All indices by name, in the order of the table of contents."""
