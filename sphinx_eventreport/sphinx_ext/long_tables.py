"""The rows of long tables when a page is written: HTML at once where that is all, else nodes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.nodes import eventreport_rows
from sphinx_eventreport.sphinx_ext.render.html_rows import rows_html
from sphinx_eventreport.sphinx_ext.render.tables import put_off_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docutils import nodes

    from sphinx_eventreport.sphinx_ext.domain import ReportDomain


def fill_long_tables(drawn: Iterable[nodes.Node], domain: ReportDomain, language: str) -> None:
    """Give the long tables in *drawn*, which a listing has become, their rows."""
    for put_off in [found for node in drawn for found in node.findall(eventreport_rows)]:
        if domain.writes_single_pages:
            put_off["html"] = rows_html(put_off, language, _addresses(domain, put_off["docname"]))
        else:
            put_off.replace_self(put_off_rows(put_off, language))


def _addresses(domain: ReportDomain, docname: str) -> Callable[[str, str], str]:
    """Return the function from type and name of an object to its address, as it is written on *docname*."""
    known: dict[str, str] = {}

    def address(object_type: str, name: str) -> str:
        entry, *_more = domain.index.find(object_type, name)
        target, anchor = domain.place_of(entry)
        if target not in known:
            known[target] = escape(domain.relative_uri(docname, target))
        # Within a page, a link is an anchor alone.
        return f"{known[target] if target != docname else ''}#{escape(anchor)}" if anchor else known[target]

    return address
