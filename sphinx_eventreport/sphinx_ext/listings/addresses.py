"""Where the links of a long listing lead."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.listings.html_text import Address
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain


def addresses(domain: ReportDomain, docname: str) -> Address:
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
