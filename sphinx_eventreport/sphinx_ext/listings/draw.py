"""A listing -> nodes: its groups with their headings, in the frame that readers control."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.identifiers import slug_or, unique
from sphinx_eventreport.sphinx_ext.listings.advice import advice_nodes
from sphinx_eventreport.sphinx_ext.listings.as_html import LONG, HtmlRows, address_on
from sphinx_eventreport.sphinx_ext.listings.as_nodes import NodeRows
from sphinx_eventreport.sphinx_ext.listings.calendars import calendars_from
from sphinx_eventreport.sphinx_ext.listings.controls import controls
from sphinx_eventreport.sphinx_ext.listings.said import Sayer
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing_frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.listings.grouping import Key
    from sphinx_eventreport.core.listings.query import Query
    from sphinx_eventreport.sphinx_ext.listings.selection import Listing, ShownRow
    from sphinx_eventreport.sphinx_ext.site.build import Build

_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class ListingDrawer:
    """Draws the listings of one document."""

    document: nodes.document
    """The document."""
    build: Build
    """The build that writes it."""
    language: str
    """The language of the site."""
    today: str | None
    """The day in ISO 8601 that counts as today, ``None`` for that of the browser."""
    is_html: bool
    """Whether it becomes HTML."""

    def draw(self, listing: Listing, placeholder: nodes.Element) -> list[nodes.Node]:
        """Return the nodes that take the place of *placeholder*."""
        query = listing.query
        if not any(group.rows for group in listing.groups):
            said = advice_nodes(listing.advice) if listing.advice else [nodes.Text(_("Nothing to show yet."))]
            return [nodes.paragraph("", "", *said, classes=["er-listing", "er-empty"])]
        rows = self._rows(listing, placeholder["docname"])
        found: list[nodes.Node] = []
        for group in listing.groups:
            if query.view.group_by:
                found.append(self._heading(group.key, query, placeholder))
            found.append(self._drawn(rows, query.layout, group.rows))
        if not query.view.is_interactive:
            return found
        data = controls(listing, self.today, self.language)
        if calendars := listing.controls.get("calendars"):
            data["calendars"] = calendars_from(calendars, placeholder["docname"], self.build)
        return [eventreport_listing_frame("", *found, controls=data)]

    def _rows(self, listing: Listing, docname: str) -> NodeRows:
        sayer = Sayer(listing.shown, self.language, self.is_html)
        has_pictures = any(sayer.picture(row) for group in listing.groups for row in group.rows)
        return NodeRows(sayer, listing.query.type, docname, has_pictures, bool(listing.query.view.fields))

    def _drawn(self, rows: NodeRows, layout: str, shown: Sequence[ShownRow]) -> nodes.Element:
        if len(shown) > LONG and self.build.writes_single_pages:
            in_html = HtmlRows(rows, address_on(rows.docname, self.build.builder.get_relative_uri))
            return _laid_out(in_html, layout, shown)
        return _laid_out(rows, layout, shown)

    def _heading(self, key: Key, query: Query, placeholder: nodes.Element) -> nodes.rubric:
        """Return the heading of a group: with an id, but no section, so that the contents stay the same."""
        text = _group_text(key, query, self.language)
        name = unique(f"{query.type}s-{slug_or(text, 'group')}", self.document.ids)
        heading = nodes.rubric(text, text, classes=["er-group"], ids=[name])
        heading["heading-level"] = level_below(placeholder)
        self.document.ids[name] = heading
        return heading


def level_below(node: nodes.Element) -> int:
    """Return the level of a heading in place of *node*: one more than that of its section."""
    depth, parent = 0, node.parent
    while parent is not None:
        depth += isinstance(parent, nodes.section)
        parent = parent.parent
    return min(_DEEPEST_HEADING, 1 + max(1, depth))


def _laid_out(rows: NodeRows | HtmlRows, layout: str, shown: Sequence[ShownRow]) -> nodes.Element:
    match layout:
        case "table":
            return rows.table(shown)
        case "list":
            return rows.lines(shown)
        case "timeline":
            return rows.timeline(shown)
    return rows.cards(shown)


def _group_text(key: Key, query: Query, language: str) -> str:
    if isinstance(key, PartialDate):
        return date_text(key, language)
    if key is None:
        by_date = query.view.group_by is not None and query.view.group_by.field in {"start", "end", "date"}
        text: str = _("Without a date") if by_date else _("Others")
        return text
    return str(key)
