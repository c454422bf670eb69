"""The rows of a long table as HTML: what Sphinx would write for their nodes, in a tenth of the time."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.sphinx_ext.nodes import eventreport_chance, eventreport_time
from sphinx_eventreport.sphinx_ext.render.tables import row_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_eventreport.sphinx_ext.nodes import eventreport_rows

    Address = Callable[[str, str], str]


def rows_html(put_off: eventreport_rows, language: str, address: Address) -> str:
    """Return the rows of *put_off*; *address* is from type and name of an object to a relative URI."""
    return "".join(
        f"<tr>{''.join(_cell(cell, address) for cell in row_cells(put_off, row, language))}</tr>\n"
        for row in put_off["rows"]
    )


def _cell(cell: list[nodes.Node], address: Address) -> str:
    return f"<td>{''.join(_inline(cell, address))}</td>"


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
