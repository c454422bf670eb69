"""The data for the script of listings: words, orders, tags and last days, as values of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_eventreport.sphinx_ext.messages import _

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.listings.field import ListingField
    from sphinx_eventreport.sphinx_ext.listings.selection import Listing


def controls(listing: Listing, today: str | None) -> dict[str, Any]:
    """Return what a browser needs to filter, sort and divide the rows of *listing*.

    *today* is the day in ISO 8601 that counts as today, ``None`` for that of the browser.
    """
    query, view, data = listing.query, listing.query.view, listing.controls
    found: dict[str, Any] = {"words": _words(), "layout": query.layout}
    if view.filter_ui:
        found["filter"] = True
    if view.page_size:
        found["page"] = view.page_size
    if view.sort_ui:
        found["orders"] = [
            {**order, "names": _names(listing.type.fields[order["field"]])} for order in data["orders"]
        ]
        found["sorted"] = {"field": query.sort[0].field, "down": query.sort[0].descending}
        found["columns"] = list(listing.fields) if query.layout == "table" else []
    if view.categories:
        found["tags"], found["tagged"] = data["tags"], data["tagged"]
        found["numbered"] = view.categories == "numbered"
    if view.upcoming:
        found["upcoming"], found["last"] = view.upcoming, data["last"]
        if today:
            found["today"] = today
    return found


def _names(field: ListingField[Any]) -> list[str]:
    """Return what the two directions of sorting by *field* are called, the ascending one first."""
    if field.name == "start":
        return [_("Oldest first"), _("Newest first")]
    name = field.heading()
    return [_("%s, ascending") % name, _("%s, descending") % name]


def _words() -> dict[str, str]:
    """Return the texts of the controls; ``%s`` are numbers."""
    return {
        "filter": _("Filter"),
        "shown": _("%s of %s shown"),
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
