"""Listings of more than `LONG` rows on a page of HTML: what stands in the rows is HTML at once.

As nodes they take nine times as long, and four times the memory: every transform walks through them, and
their references are resolved one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.listings.cards import bare_card, grid
from sphinx_eventreport.sphinx_ext.listings.html_rows import HtmlRows
from sphinx_eventreport.sphinx_ext.listings.tables import head_and_body
from sphinx_eventreport.sphinx_ext.nodes import eventreport_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from docutils import nodes

    from sphinx_eventreport.core.listings.query import Row
    from sphinx_eventreport.sphinx_ext.listings.html_text import Address
    from sphinx_eventreport.sphinx_ext.listings.shown import Shown


def long_cards(rows: Sequence[Row], shown: Shown, address: Address) -> nodes.container:
    """Return a card for each of *rows*; pictures stay nodes, as Sphinx copies their files."""
    texts = HtmlRows(shown, address).card_texts
    cards = []
    for row in rows:
        card = bare_card(row, shown)
        card += eventreport_html("", html=texts(row))
        cards.append(card)
    return grid(cards, shown)


def long_table(rows: Sequence[Row], shown: Shown, address: Address) -> nodes.table:
    """Return *rows* as a table, whose head and columns are nodes."""
    body = _html(HtmlRows(shown, address).table_row, rows)
    return head_and_body(rows, shown, [eventreport_html("", html=body)])


def long_list(rows: Sequence[Row], shown: Shown, address: Address) -> eventreport_html:
    """Return a line for each of *rows*."""
    return _items("er-listing-list simple", _html(HtmlRows(shown, address).list_item, rows))


def long_timeline(rows: Sequence[Row], shown: Shown, address: Address) -> eventreport_html:
    """Return a point in time for each of *rows*."""
    return _items("er-listing-timeline", _html(HtmlRows(shown, address).point, rows))


def _html(write: Callable[[Row], str], rows: Iterable[Row]) -> str:
    return "".join([write(row) for row in rows])


def _items(classes: str, items: str) -> eventreport_html:
    return eventreport_html("", html=f'<ul class="er-listing {classes}">\n{items}</ul>\n')
