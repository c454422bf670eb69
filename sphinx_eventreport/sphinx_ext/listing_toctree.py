"""The toctree that a short listing is as well: hidden, and filled when all pages are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx import addnodes

if TYPE_CHECKING:
    from sphinx_eventreport.core.query import Query


def placeholder(query: Query, docname: str) -> addnodes.toctree:
    """Return a toctree without entries; `fill_toctrees` puts those of *query* into it."""
    return addnodes.toctree(
        "",
        parent=docname,
        entries=[],
        includefiles=[],
        maxdepth=1,
        caption=None,
        glob=False,
        hidden=True,
        includehidden=False,
        numbered=0,
        titlesonly=True,
        eventreport_listing=query,
    )
