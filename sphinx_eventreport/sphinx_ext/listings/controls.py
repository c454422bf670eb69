"""What the script of listings is told: words, orders, tags and last days, as values of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.listings.data import last_days, order_of, tags_of
from sphinx_eventreport.sphinx_ext.listings.fields import heading
from sphinx_eventreport.sphinx_ext.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.listings.query import Query, Row


def controls(rows: Sequence[Row], query: Query, fields: Sequence[str], today: str | None) -> dict[str, Any]:
    """Return what a browser needs to filter, sort and divide *rows*, which stand in this order."""
    view = query.view
    found: dict[str, Any] = {"words": _words(), "layout": query.layout}
    if view.filter_ui:
        found["filter"] = True
    if view.page_size:
        found["page"] = view.page_size
    if view.sort_ui:
        found["orders"] = [
            {**order_of(rows, name), "names": _names(name, query.type)} for name in view.sort_ui
        ]
        found["sorted"] = {"field": query.sort[0].field, "down": query.sort[0].descending}
        found["columns"] = list(fields) if query.layout == "table" else []
    if view.categories:
        found["tags"], found["tagged"] = tags_of(rows)
        found["numbered"] = view.categories == "numbered"
    if view.upcoming:
        found["upcoming"], found["last"] = view.upcoming, last_days(rows)
        if today:
            found["today"] = today
    return found


def _names(field: str, object_type: str) -> list[str]:
    """Return what the two directions of sorting by *field* are called, the ascending one first."""
    if field == "start":
        return [_("Oldest first"), _("Newest first")]
    name = heading(field, object_type)
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
