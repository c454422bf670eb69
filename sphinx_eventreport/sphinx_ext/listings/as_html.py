"""Rows of a long listing as HTML: what Sphinx would write for their nodes, without making them.

As nodes they take nine times as long, and four times the memory: every transform walks through them, and
their references are resolved one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.listings.as_nodes import WIDTHS_FROM
from sphinx_eventreport.sphinx_ext.listings.spans import html_of
from sphinx_eventreport.sphinx_ext.nodes import eventreport_html

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docutils import nodes

    from sphinx_eventreport.sphinx_ext.listings.as_nodes import NodeRows
    from sphinx_eventreport.sphinx_ext.listings.said import Cell, Paragraph, Said
    from sphinx_eventreport.sphinx_ext.listings.selection import ShownRow
    from sphinx_eventreport.sphinx_ext.listings.spans import Address, Spans

LONG = 500
"""From so many rows on, rows are HTML at once on pages of HTML; decision 0011 has the measurements."""


@dataclass(frozen=True, slots=True)
class HtmlRows:
    """Draws rows with HTML where nodes would be."""

    frame: NodeRows
    """What draws the same with nodes."""
    address: Address
    """What tells the address of a page."""

    def cards(self, rows: Sequence[ShownRow]) -> nodes.container:
        """Return a card for each of *rows*; pictures stay nodes, as Sphinx copies their files."""
        sayer = self.frame.sayer
        return self.frame.grid(
            [
                self.frame.card(row, [eventreport_html("", html=self._card_texts(sayer.card(row)))])
                for row in rows
            ]
        )

    def table(self, rows: Sequence[ShownRow]) -> nodes.table:
        """Return *rows* as a table, whose head and columns are nodes."""
        body = "".join([self._table_row(row) for row in rows])
        return self.frame.table_around(
            self.frame.rows_of(rows[:WIDTHS_FROM]), [eventreport_html("", html=body)]
        )

    def lines(self, rows: Sequence[ShownRow]) -> eventreport_html:
        """Return a line for each of *rows*."""
        return _items("er-listing-list simple", rows, self._list_item)

    def timeline(self, rows: Sequence[ShownRow]) -> eventreport_html:
        """Return a point in time for each of *rows*."""
        return _items("er-listing-timeline", rows, self._point)

    def _table_row(self, row: ShownRow) -> str:
        return f"<tr>{''.join([self._cell(cell) for cell in self.frame.sayer.cells(row)])}</tr>\n"

    def _cell(self, cell: Cell) -> str:
        texts = "".join([self._paragraph(paragraph) for paragraph in cell.paragraphs])
        return f'<td class="{cell.css_class}">{texts}</td>'

    def _list_item(self, row: ShownRow) -> str:
        return f"<li><p>{self._html(self.frame.sayer.line(row))}</p>\n</li>\n"

    def _point(self, row: ShownRow) -> str:
        said = self.frame.sayer.point(row)
        return f"<li>{self._texts(said)}{self._foot(said)}</li>\n"

    def _card_texts(self, said: Said) -> str:
        foot = self._foot(said)
        below = f'<div class="sd-card-footer docutils">\n{foot}</div>\n' if foot else ""
        return f'<div class="sd-card-body docutils">\n{self._texts(said)}</div>\n{below}'

    def _texts(self, said: Said) -> str:
        return "".join([self._paragraph(paragraph) for paragraph in said.paragraphs])

    def _paragraph(self, paragraph: Paragraph) -> str:
        words = self._html(paragraph.spans)
        if paragraph.is_strong:
            words = f"<strong>{words}</strong>"
        css_class = f' class="{paragraph.css_class}"' if paragraph.css_class else ""
        return f"<p{css_class}>{words}</p>\n"

    def _foot(self, said: Said) -> str:
        if not said.foot:
            return ""
        lines = "".join([f"<li><p>{self._html([span])}</p></li>\n" for span in said.foot])
        return f'<ul class="er-card-links simple">\n{lines}</ul>\n'

    def _html(self, spans: Spans) -> str:
        return html_of(spans, self.address)


def address_on(docname: str, relative_uri: Callable[[str, str], str]) -> Address:
    """Return the function from a page and an id to the address of both, as it is written on *docname*."""
    known: dict[str, str] = {}

    def address(target: str, anchor: str) -> str:
        if target not in known:
            known[target] = escape(relative_uri(docname, target))
        # Within a page, a link is an anchor alone.
        return f"{known[target] if target != docname else ''}#{escape(anchor)}" if anchor else known[target]

    return address


def _items(classes: str, rows: Sequence[ShownRow], write: Callable[[ShownRow], str]) -> eventreport_html:
    items = "".join([write(row) for row in rows])
    return eventreport_html("", html=f'<ul class="er-listing {classes}">\n{items}</ul>\n')
