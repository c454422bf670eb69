"""A listing -> neutral nodes: cards, a table, a list or a timeline, with references for Sphinx to resolve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.identifiers import slug_or, unique
from sphinx_eventreport.core.listings.grouping import Group, grouped
from sphinx_eventreport.sphinx_ext.inline.dates import date_text
from sphinx_eventreport.sphinx_ext.listings.addresses import addresses
from sphinx_eventreport.sphinx_ext.listings.cards import card_grid
from sphinx_eventreport.sphinx_ext.listings.controls import controls
from sphinx_eventreport.sphinx_ext.listings.lines import listing_lines, timeline
from sphinx_eventreport.sphinx_ext.listings.long import (
    long_cards,
    long_list,
    long_table,
    long_timeline,
)
from sphinx_eventreport.sphinx_ext.listings.rows import selected
from sphinx_eventreport.sphinx_ext.listings.shown import LONG, Shown
from sphinx_eventreport.sphinx_ext.listings.shown_fields import shown_fields
from sphinx_eventreport.sphinx_ext.listings.tables import filled_columns, listing_table
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_eventreport.core.listings.query import Query, Row
    from sphinx_eventreport.sphinx_ext.listings.html_text import Address
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain

    Draw = Callable[[Sequence[Row], Shown], nodes.Element]
    DrawLong = Callable[[Sequence[Row], Shown, Address], nodes.Element]


def listing_nodes(  # noqa: PLR0913, PLR0917 -- where it stands, what it shows, for whom
    query: Query,
    domain: ReportDomain,
    placeholder: nodes.Element,
    document: nodes.document,
    language: str,
    today: str | None,
) -> list[nodes.Node]:
    """Return what *query* shows of the pages of *domain* where its *placeholder* stands in *document*."""
    rows = selected(query, domain)
    if not rows:
        text = _("Nothing to show yet.")
        return [nodes.paragraph(text, text, classes=["er-listing", "er-empty"])]
    fields: Sequence[str] = shown_fields(query)
    if query.layout == "table":
        fields = filled_columns(rows, query, fields)
    groups = grouped(rows, query.view.group_by) if query.view.group_by else [Group(None, list(rows))]
    look = Shown(query.type, fields, placeholder["docname"], language)
    found: list[nodes.Node] = []
    for group in groups:
        if query.view.group_by:
            found.append(_heading(group, query, placeholder, document, language))
        found.append(_drawn(group.rows, query.layout, look, domain))
    if not query.view.is_interactive:
        return found
    shown = [row for group in groups for row in group.rows]
    return [eventreport_listing_frame("", *found, controls=controls(shown, query, fields, today))]


def _drawn(rows: Sequence[Row], layout: str, shown: Shown, domain: ReportDomain) -> nodes.Element:
    if len(rows) > LONG and domain.writes_single_pages:
        return _LONG_LAYOUTS[layout](rows, shown, addresses(domain, shown.docname))
    return _LAYOUTS[layout](rows, shown)


def _heading(
    group: Group, query: Query, placeholder: nodes.Element, document: nodes.document, language: str
) -> nodes.rubric:
    """Return the heading of *group*: with an id, but no section, so that the contents stay as they are."""
    text = _group_text(group.key, query, language)
    name = unique(f"{query.type}s-{slug_or(text, 'group')}", document.ids)
    heading = nodes.rubric(text, text, classes=["er-group"], ids=[name])
    heading["heading-level"] = level_below(placeholder)
    document.ids[name] = heading
    return heading


def _group_text(key: Any, query: Query, language: str) -> str:
    if isinstance(key, PartialDate):
        return date_text(key, language)
    if key is None:
        by_date = query.view.group_by is not None and query.view.group_by.field in {"start", "end", "date"}
        text: str = _("Without a date") if by_date else _("Others")
        return text
    return str(key)


def level_below(node: nodes.Element) -> int:
    """Return the level of a heading that stands in place of *node*: one more than that of its section."""
    depth, parent = 0, node.parent
    while parent is not None:
        depth += isinstance(parent, nodes.section)
        parent = parent.parent
    return min(_DEEPEST_HEADING, 1 + max(1, depth))


_DEEPEST_HEADING = 6
_LAYOUTS: Mapping[str, Draw] = {
    "cards": card_grid,
    "table": listing_table,
    "list": listing_lines,
    "timeline": timeline,
}
_LONG_LAYOUTS: Mapping[str, DrawLong] = {
    "cards": long_cards,
    "table": long_table,
    "list": long_list,
    "timeline": long_timeline,
}
