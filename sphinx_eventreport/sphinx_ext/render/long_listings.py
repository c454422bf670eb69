"""Listings of more than `LONG` rows on a page of HTML: what stands in the rows is HTML at once.

As nodes they take nine times as long, and four times the memory: every transform walks through them, and
their references are resolved one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.nodes import eventreport_html
from sphinx_eventreport.sphinx_ext.render.cards import card, grid
from sphinx_eventreport.sphinx_ext.render.html_cards import texts_html
from sphinx_eventreport.sphinx_ext.render.html_rows import rows_html
from sphinx_eventreport.sphinx_ext.render.html_text import html_of
from sphinx_eventreport.sphinx_ext.render.lines import line, point
from sphinx_eventreport.sphinx_ext.render.tables import head_and_body

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docutils import nodes

    from sphinx_eventreport.core.query import Row
    from sphinx_eventreport.sphinx_ext.render.html_text import Address
    from sphinx_eventreport.sphinx_ext.render.shown import Shown


def long_cards(rows: Sequence[Row], shown: Shown, address: Address) -> nodes.container:
    """Return a card for each of *rows*; pictures stay nodes, as Sphinx copies their files."""
    cards = []
    for row in rows:
        each = card(row, shown)
        each.children = [_html(texts_html(each, address))]
        cards.append(each)
    return grid(cards, shown)


def long_table(rows: Sequence[Row], shown: Shown, address: Address) -> nodes.table:
    """Return *rows* as a table, whose head and columns are nodes."""
    return head_and_body(rows, shown, [_html(rows_html(rows, shown, address))])


def long_list(rows: Sequence[Row], shown: Shown, address: Address) -> eventreport_html:
    """Return a line for each of *rows*."""
    return _items("er-listing-list simple", line, rows, shown, address)


def long_timeline(rows: Sequence[Row], shown: Shown, address: Address) -> eventreport_html:
    """Return a point in time for each of *rows*."""
    return _items("er-listing-timeline", point, rows, shown, address)


def _items(
    classes: str,
    draw: Callable[[Row, Shown], nodes.list_item],
    rows: Sequence[Row],
    shown: Shown,
    address: Address,
) -> eventreport_html:
    items = "".join(html_of([draw(row, shown)], address) for row in rows)
    return _html(f'<ul class="er-listing {classes}">\n{items}</ul>\n')


def _html(text: str) -> eventreport_html:
    return eventreport_html("", html=text)
