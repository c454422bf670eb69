"""A listing -> neutral nodes: cards, a table or a list, with references for Sphinx to resolve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.query import Query, Row, select
from sphinx_eventreport.sphinx_ext.dates import range_text, time_node
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.render.cards import card_grid
from sphinx_eventreport.sphinx_ext.render.links import row_link
from sphinx_eventreport.sphinx_ext.render.tables import listing_table
from sphinx_eventreport.sphinx_ext.rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_eventreport.sphinx_ext.page import Page


def listing_nodes(query: Query, pages: Mapping[str, Page], docname: str, language: str) -> list[nodes.Node]:
    """Return what *query* shows of *pages*, for the page *docname*."""
    rows = select(rows_of(query.type, pages), query)
    if not rows:
        text = _("Nothing to show yet.")
        return [nodes.paragraph(text, text, classes=["er-listing", "er-empty"])]
    draw = _LAYOUTS[query.layout]
    return [draw(rows, query, docname, language)]


def _list(rows: Sequence[Row], query: Query, docname: str, language: str) -> nodes.Node:
    result = nodes.bullet_list("", classes=["er-listing", "er-listing-list"], bullet="-")
    for row in rows:
        line = nodes.paragraph("", "", row_link(row, query.type, docname))
        details = [", ".join(row.get("speakers") or ()), row.get("city") or ""]
        if row.get("start"):
            text = range_text(row["start"], row.get("end"), language)
            line += [nodes.Text(", "), time_node(row["start"], text)]
        line += [nodes.Text(f", {detail}") for detail in details if detail]
        result += nodes.list_item("", line)
    return result


_LAYOUTS: Mapping[str, Callable[[Sequence[Row], Query, str, str], nodes.Node]] = {
    "cards": card_grid,
    "table": listing_table,
    "list": _list,
}
