"""References to whole documents."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes


def document_link(target: str, text: str, docname: str) -> addnodes.pending_xref:
    """Return a reference from *docname* to the document *target*, shown as *text*."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", text),
        refdomain="std",
        reftype="doc",
        reftarget="/" + target,
        refdoc=docname,
        refexplicit=True,
        refwarn=False,
    )
