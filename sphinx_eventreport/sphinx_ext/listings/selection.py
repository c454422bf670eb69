"""The content of a listing now: a value, from which it is drawn, and by which a page is known to be stale."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.core.listings.data import last_days, order_of, tags_of
from sphinx_eventreport.core.listings.facets import facets_of
from sphinx_eventreport.core.listings.grouping import Group, grouped
from sphinx_eventreport.core.listings.query import select
from sphinx_eventreport.sphinx_ext.listings.advice import Advice, advice
from sphinx_eventreport.sphinx_ext.listings.calendars import calendars_of
from sphinx_eventreport.sphinx_ext.listings.field import Place, columns_of
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from sphinx_eventreport.core.listings.grouping import Key
    from sphinx_eventreport.core.listings.query import Fields, Query
    from sphinx_eventreport.sphinx_ext.listings.field import ListingField, Row
    from sphinx_eventreport.sphinx_ext.listings.listing_type import ListingType
    from sphinx_eventreport.sphinx_ext.site.link import Link


_EVENTS = frozenset({"event", "event-title"})
"""The fields that are the link to an event."""


class ShownRow(NamedTuple):
    """A row as a reader sees it."""

    link: Link
    """The title, and where it leads."""
    values: tuple[Any, ...]
    """The value of each field that the listing shows."""


class ShownGroup(NamedTuple):
    """The rows of one group."""

    key: Key
    """What they have in common; ``None`` if they lack it."""
    rows: tuple[ShownRow, ...]
    """The rows, in the order of the listing."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All that a reader sees of a listing. There is nothing else to draw it from."""

    query: Query
    """The query."""
    fields: tuple[str, ...]
    """The fields that are shown; of a table, those that at least one row has."""
    groups: tuple[ShownGroup, ...]
    """The rows by groups; one group where nothing groups them."""
    controls: Mapping[str, Any]
    """The data of the rows for the script, as values of JSON; empty where readers control nothing."""
    type: ListingType = field(repr=False)
    """The type of listing."""
    advice: Advice | None = None
    """The advice where nothing is shown, as the site has no report; ``None`` where it has one."""

    @property
    def columns(self) -> list[str]:
        """The names of the fields that a table has columns for; none in another layout."""
        return [field.name for field in columns_of(self.shown)] if self.query.layout == "table" else []

    @property
    def shown(self) -> Sequence[ListingField[Any]]:
        """The fields that are shown."""
        return [self.type.fields[name] for name in self.fields]


def listing_type(site: Site, object_type: str) -> ListingType:
    """Return what is known of listings of *object_type*."""
    return cast("ListingType", site.build.types[object_type].listing)


@fact
def rows_of(site: Site, object_type: str) -> Sequence[Row]:
    """Return the rows of all pages, in the order of the documents."""
    return listing_type(site, object_type).rows(site)


@fact
def selected(site: Site, query: Query) -> Sequence[Row]:
    """Return the rows that *query* shows, in its order."""
    return select(_candidates(site, query), query, listing_type(site, query.type).keys)


def _candidates(site: Site, query: Query) -> Sequence[Row]:
    """Return the rows to select from: an archive has a page for each year, which needs no other year's."""
    if query.year is None:
        return rows_of(site, query.type)
    return _by_year(site, query.type).get(query.year, ())


@fact
def _by_year(site: Site, object_type: str) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows_of(site, object_type):
        if row.start:
            found.setdefault(row.start.year, []).append(row)
    return found


@fact
def listing_of(site: Site, query: Query) -> Listing:
    """Return what *query* shows of the pages as they are now."""
    known, grouping = listing_type(site, query.type), query.view.group_by
    rows = selected(site, query)
    groups = [Group(None, list(rows))]
    if grouping is not None and rows:
        groups = grouped(rows, _with_titles(known.fields[grouping.field], site).key, grouping.part)
    fields = [_with_titles(known.fields[name], site) for name in known.shown_fields(query)]
    fields = _told_apart(fields, rows, site)
    shown = [ShownGroup(group.key, tuple(_shown(row, fields) for row in group.rows)) for group in groups]
    in_order = [row for group in groups for row in group.rows]
    controls = _controls(in_order, query, known.keys)
    controls = _with_titles_of_series(controls, site)
    if query.view.upcoming and query.type == "event":
        controls["calendars"] = calendars_of(site, in_order, controls["last"])
    if query.layout == "table":
        fields, shown = _filled_columns(fields, shown)
    names = tuple(field.name for field in fields)
    return Listing(query, names, tuple(shown), controls, known, None if rows else advice(site))


def _shown(row: Row, fields: Sequence[ListingField[Any]]) -> ShownRow:
    values = tuple(field.value(row) for field in fields)
    titles = (value for field, value in zip(fields, values, strict=True) if field.place is Place.TITLE)
    return ShownRow(next(titles, row.link), values)


def _told_apart(
    fields: Sequence[ListingField[Any]], rows: Sequence[Row], site: Site
) -> list[ListingField[Any]]:
    """Return *fields* with the day behind titles that do not tell one from others, where no field says it.

    Behind that of the event, if it is shown; else behind that of a row, if another row has the same.
    """
    names = {field.name for field in fields}
    if "start" in names:
        return list(fields)
    if names & _EVENTS:
        return [_with_day(field, site) if field.name in _EVENTS else field for field in fields]
    titles = Counter(row.link.title for row in rows)
    shared = {title for title, number in titles.items() if number > 1}
    return [_with_day(field, site, shared) if field.name == "title" else field for field in fields]


def _with_day(
    field: ListingField[Any], site: Site, shared: Container[str] | None = None
) -> ListingField[Any]:
    """Return *field* whose links have a day; only those with a title that is *shared*, if that is given."""

    def value(row: Row) -> Link:
        link: Link = field.value(row)
        return site.told_apart(link) if shared is None or link.title in shared else link

    return replace(field, value=value)


def _with_titles(field: ListingField[Any], site: Site) -> ListingField[Any]:
    """Return *field* with series called as their pages are, however reports write them."""
    if field.name != "series":
        return field

    def title(row: Row) -> str | None:
        name = field.value(row)
        return _title_of_series(site, name) if name else None

    return replace(field, value=title)


def _filled_columns(
    fields: Sequence[ListingField[Any]], groups: Sequence[ShownGroup]
) -> tuple[list[ListingField[Any]], list[ShownGroup]]:
    """Leave out of a table what no row has, and pictures, which are for cards."""
    columns = [
        number
        for number, field in enumerate(fields)
        if field.place is not Place.PICTURE
        and any(row.values[number] for group in groups for row in group.rows)
    ]
    narrowed = [
        ShownGroup(
            group.key,
            tuple(ShownRow(row.link, tuple(row.values[number] for number in columns)) for row in group.rows),
        )
        for group in groups
    ]
    return [fields[number] for number in columns], narrowed


def _with_titles_of_series(controls: dict[str, Any], site: Site) -> dict[str, Any]:
    """Return *controls* in which series are called as their pages are."""
    for facet in controls.get("facets", ()):
        if facet["name"] == "series":
            facet["titles"] = [_title_of_series(site, value) for value in facet["values"]]
    return controls


def _title_of_series(site: Site, name: str) -> str:
    entries = site.names.find("series", slugify(name))
    return entries[0].title if entries else name


def _controls(rows: Sequence[Row], query: Query, keys: Fields[Row]) -> dict[str, Any]:
    """Return what a browser needs to filter, sort and divide *rows*, which are shown in this order."""
    view = query.view
    found: dict[str, Any] = {}
    if view.sort_ui:
        found["orders"] = [order_of(rows, name, keys[name]) for name in view.sort_ui]
    if view.categories:
        found["tags"], found["tagged"] = tags_of([row.tags for row in rows])
    if view.facets:
        names = [name for name in view.facets if name != "tag" or not view.categories]
        found["facets"] = facets_of(rows, names, keys)
    if view.upcoming:
        found["last"] = last_days(None if row.is_called_off else row.end or row.start for row in rows)
    return found
