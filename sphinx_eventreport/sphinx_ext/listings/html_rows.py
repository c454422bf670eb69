"""Rows of a long listing as HTML: what Sphinx would write for their nodes, without making them."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.inline.dates import range_text
from sphinx_eventreport.sphinx_ext.listings.cards import APART, LINKED
from sphinx_eventreport.sphinx_ext.listings.fields import COUNTED, count_text, field_words
from sphinx_eventreport.sphinx_ext.listings.html_text import html_of
from sphinx_eventreport.sphinx_ext.listings.lines import NO_FACTS
from sphinx_eventreport.sphinx_ext.listings.tables import cell_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.listings.query import Row
    from sphinx_eventreport.sphinx_ext.listings.html_text import Address
    from sphinx_eventreport.sphinx_ext.listings.shown import Shown

    Write = Callable[[Row], str]


class HtmlRows:
    """What a listing has *shown* of its rows, layout by layout; *address* is where an object is."""

    def __init__(self, shown: Shown, address: Address) -> None:
        self._shown = shown
        self._address = address
        self._fields = {name: self._writer(name) for name in shown.fields}
        self._facts = [name for name in shown.fields if name not in APART]
        self._facts_beside_date = [name for name in shown.fields if name not in NO_FACTS]
        self._linked = [name for name in shown.fields if name in LINKED]

    def table_row(self, row: Row) -> str:
        """Return *row* of a table."""
        cells = "</td><td>".join([write(row) for write in self._fields.values()])
        return f"<tr><td>{cells}</td></tr>\n"

    def list_item(self, row: Row) -> str:
        """Return *row* of a list: its fields with commas between them."""
        parts = (self._part(name, row) for name in self._fields)
        return f"<li><p>{_joined(parts, ', ')}</p>\n</li>\n"

    def point(self, row: Row) -> str:
        """Return *row* of a timeline."""
        when = self._fields["start"](row) if "start" in self._fields else ""
        facts = self._facts_line(self._facts_beside_date, row)
        parts = (
            _paragraph("er-card-facts", when),
            self._title("er-timeline-title", row),
            _paragraph("er-card-facts", facts),
            self._text(row),
            self._links(row),
        )
        return f"<li>{''.join(parts)}</li>\n"

    def card_texts(self, row: Row) -> str:
        """Return what stands in the card of *row*, below its picture."""
        facts = _paragraph("er-card-facts", self._facts_line(self._facts, row))
        links = self._links(row)
        body = f"{facts}{self._title('er-card-title', row)}{self._text(row)}"
        foot = f'<div class="sd-card-footer docutils">\n{links}</div>\n' if links else ""
        return f'<div class="sd-card-body docutils">\n{body}</div>\n{foot}'

    def _writer(self, name: str) -> Write:
        """Return what writes the field *name* of a row: the usual ones without making nodes of them."""
        usual = {
            "title": lambda row: self._link(self._shown.type, row["label"], row["title"]),
            "event-title": lambda row: self._link("event", row["event"], row["event-title"]),
            "start": self._start,
            "speakers": lambda row: escape(", ".join(row["speakers"])),
        }
        return usual.get(name, lambda row: html_of(cell_nodes(name, row, self._shown), self._address))

    def _start(self, row: Row) -> str:
        return _time(row["start"], row.get("end"), self._shown.language) if row.get("start") else ""

    def _link(self, object_type: str, name: str, title: str) -> str:
        text = escape(title).replace("\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}<wbr />")
        return f'<a class="reference internal" href="{self._address(object_type, name)}">{text}</a>'

    def _part(self, name: str, row: Row) -> str:
        if name in COUNTED:
            return escape(count_text(name, row[name])) if row.get(name) else ""
        return self._fields[name](row) if name != "image" else ""

    def _facts_line(self, names: Iterable[str], row: Row) -> str:
        parts = {name: self._fields[name](row) for name in names}
        if parts.get("speakers"):
            parts["speakers"] = f'<span class="er-speakers">{parts["speakers"]}</span>'
        return _joined(parts.values(), " · ")

    def _title(self, classes: str, row: Row) -> str:
        title = self._link(self._shown.type, row["label"], row["title"])
        return f'<p class="{classes}"><strong>{title}</strong></p>\n'

    def _text(self, row: Row) -> str:
        text = row.get("description") if "description" in self._fields else ""
        return _paragraph("er-card-text", escape(text or ""))

    def _links(self, row: Row) -> str:
        found = [words for name in self._linked for words in field_words(name, row, self._shown.type)]
        items = (
            self._link(type_, name, text) if type_ else f"<span>{escape(text)}</span>"
            for text, type_, name in found
        )
        lines = "".join(f"<li><p>{item}</p></li>\n" for item in items)
        return f'<ul class="er-card-links simple">\n{lines}</ul>\n' if found else ""


def _joined(parts: Iterable[str], between: str) -> str:
    return between.join([part for part in parts if part])


def _paragraph(classes: str, text: str) -> str:
    return f'<p class="{classes}">{text}</p>\n' if text else ""


@lru_cache(maxsize=4096)
def _time(start: PartialDate, end: PartialDate | None, language: str) -> str:
    return f'<time datetime="{start.isoformat()}">{escape(range_text(start, end, language))}</time>'
