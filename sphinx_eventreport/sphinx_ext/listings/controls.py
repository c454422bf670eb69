"""The data for the script of listings: words, orders, tags and last days, as values of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_eventreport.sphinx_ext.inline.dates import language_name
from sphinx_eventreport.sphinx_ext.messages import _

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.listings.field import ListingField
    from sphinx_eventreport.sphinx_ext.listings.selection import Listing


_FACETS = {
    "year": lambda: _("Year"),
    "series": lambda: _("Series"),
    "person": lambda: _("Person"),
    "tag": lambda: _("Tag"),
    "language": lambda: _("Language"),
    "slides": lambda: _("With slides"),
    "video": lambda: _("With video"),
}


def controls(listing: Listing, today: str | None, language: str) -> dict[str, Any]:
    """Return what a browser needs to filter, sort and divide the rows of *listing*.

    *language* is that of the site. *today* is the day in ISO 8601 that counts as today, ``None`` for that of
    the browser.
    """
    query, view, data = listing.query, listing.query.view, listing.controls
    found: dict[str, Any] = {"words": _words(), "layout": query.layout}
    if view.filter_ui:
        found["filter"] = True
        facets = data.get("facets", [])
        found["facets"] = [_in_words(facet, language) for facet in facets]
    if view.page_size:
        found["page"] = view.page_size
    if view.sort_ui:
        found["orders"] = [
            {**order, "names": _names(listing.type.fields[order["field"]])} for order in data["orders"]
        ]
        found["sorted"] = {"field": query.sort[0].field, "down": query.sort[0].descending}
        found["columns"] = listing.columns
    if view.categories:
        found["tags"], found["tagged"] = data["tags"], data["tagged"]
        found["numbered"] = view.categories == "numbered"
    if view.upcoming:
        found["upcoming"], found["last"] = view.upcoming, data["last"]
        if today:
            found["today"] = today
        if data.get("calendars"):
            found["words"]["calendar"] = _("Add to calendar")
    return found


def _names(field: ListingField[Any]) -> list[str]:
    """Return what the two directions of sorting by *field* are called, the ascending one first."""
    if field.name == "start":
        return [_("Oldest first"), _("Newest first")]
    name = field.heading()
    return [_("%s, ascending") % name, _("%s, descending") % name]


def _in_words(facet: dict[str, Any], language: str) -> dict[str, Any]:
    """Return *facet* with what it is called; languages have a name in that of the site."""
    found = {**facet, "label": _FACETS[facet["name"]]()}
    if facet["name"] == "language":
        found["titles"] = [language_name(value, language) for value in facet["values"]]
    return found


def _words() -> dict[str, str]:
    """Return the texts of the controls; ``%s`` are numbers."""
    return {
        "filter": _("Filter"),
        "shown": _("%s of %s shown"),
        "filters": _("Filters"),
        "clear": _("Clear filters"),
        "all": _("All"),
        "tags": _("Tags"),
        "sort": _("Sort"),
        "usual": _("Usual order"),
        "pages": _("Pages"),
        "page": _("Page %s"),
        "previous": _("Previous"),
        "next": _("Next"),
        "upcoming": _("Upcoming"),
        "none": _("Nothing matches."),
    }
