"""The rows of a long table as HTML: what Sphinx would write for their nodes, without making them."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.sphinx_ext.dates import range_text
from sphinx_eventreport.sphinx_ext.nodes import eventreport_chance, eventreport_time
from sphinx_eventreport.sphinx_ext.render.tables import cell_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_eventreport.core.dates import PartialDate
    from sphinx_eventreport.core.query import Row
    from sphinx_eventreport.sphinx_ext.nodes import eventreport_rows

    Address = Callable[[str, str], str]
    Write = Callable[[Row], str]


def rows_html(put_off: eventreport_rows, language: str, address: Address) -> str:
    """Return the rows of *put_off*; *address* is from type and name of an object to a relative URI."""
    writers = [_writer(name, put_off, language, address) for name in put_off["fields"]]
    lines = ("</td><td>".join([write(row) for write in writers]) for row in put_off["rows"])
    return "".join(f"<tr><td>{line}</td></tr>\n" for line in lines)


def _writer(name: str, put_off: eventreport_rows, language: str, address: Address) -> Write:
    """Return what writes the field *name* of a row: the usual ones without making nodes of them first."""
    kind, docname = put_off["type"], put_off["docname"]

    def title(row: Row) -> str:
        return _link(address(kind, row["label"]), row["title"])

    def event(row: Row) -> str:
        return _link(address("event", row["event"]), row["event-title"])

    def start(row: Row) -> str:
        return _time(row["start"], row.get("end"), language) if row.get("start") else ""

    def speakers(row: Row) -> str:
        return escape(", ".join(row["speakers"]))

    def other(row: Row) -> str:
        return "".join(_inline(cell_nodes(name, row, kind, docname, language), address))

    usual = {"title": title, "start": start, "event-title": event, "speakers": speakers}
    return usual.get(name, other)


def _link(address: str, title: str) -> str:
    text = escape(title).replace("\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}<wbr />")
    return f'<a class="reference internal" href="{address}">{text}</a>'


@lru_cache(maxsize=4096)
def _time(start: PartialDate, end: PartialDate | None, language: str) -> str:
    return f'<time datetime="{start.isoformat()}">{escape(range_text(start, end, language))}</time>'


def _inline(found: list[nodes.Node], address: Address) -> Iterator[str]:
    for node in found:
        match node:
            case nodes.Text():
                yield escape(node.astext())
            case eventreport_time():
                yield f'<time datetime="{escape(node["datetime"])}">{escape(node.astext())}</time>'
            case eventreport_chance():
                yield "<wbr />"
            case addnodes.pending_xref():
                yield f'<a class="reference internal" href="{address(node["reftype"], node["reftarget"])}">'
                yield from _inline(node.children, address)
                yield "</a>"
            case nodes.reference():
                yield f'<a class="reference external" href="{escape(node["refuri"])}">'
                yield f"{escape(node.astext())}</a>"
            case nodes.Element():
                yield from _inline(node.children, address)
