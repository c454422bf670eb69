"""Rows of a long table as HTML: what Sphinx would write for their nodes, mostly without making them."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.dates import range_text
from sphinx_eventreport.sphinx_ext.render.html_text import html_of
from sphinx_eventreport.sphinx_ext.render.tables import cell_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_eventreport.core.dates import PartialDate
    from sphinx_eventreport.core.query import Row
    from sphinx_eventreport.sphinx_ext.render.html_text import Address
    from sphinx_eventreport.sphinx_ext.render.shown import Shown

    Write = Callable[[Row], str]


def rows_html(rows: Sequence[Row], shown: Shown, address: Address) -> str:
    """Return *rows* of a table."""
    writers = [_writer(name, shown, address) for name in shown.fields]
    lines = ("</td><td>".join([write(row) for write in writers]) for row in rows)
    return "".join(f"<tr><td>{line}</td></tr>\n" for line in lines)


def _writer(name: str, shown: Shown, address: Address) -> Write:
    """Return what writes the field *name* of a row: the usual ones without making nodes of them first."""

    def title(row: Row) -> str:
        return _link(address(shown.type, row["label"]), row["title"])

    def event(row: Row) -> str:
        return _link(address("event", row["event"]), row["event-title"])

    def start(row: Row) -> str:
        return _time(row["start"], row.get("end"), shown.language) if row.get("start") else ""

    def speakers(row: Row) -> str:
        return escape(", ".join(row["speakers"]))

    def other(row: Row) -> str:
        return html_of(cell_nodes(name, row, shown), address)

    usual = {"title": title, "start": start, "event-title": event, "speakers": speakers}
    return usual.get(name, other)


def _link(address: str, title: str) -> str:
    text = escape(title).replace("\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}<wbr />")
    return f'<a class="reference internal" href="{address}">{text}</a>'


@lru_cache(maxsize=4096)
def _time(start: PartialDate, end: PartialDate | None, language: str) -> str:
    return f'<time datetime="{start.isoformat()}">{escape(range_text(start, end, language))}</time>'
