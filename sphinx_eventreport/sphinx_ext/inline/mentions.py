"""Pages that refer to something, in one quiet line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.trail import document_link
from sphinx_eventreport.sphinx_ext.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence


def mentions_nodes(mentions: Sequence[tuple[str, str]], docname: str) -> list[nodes.Node]:
    """Return a line of links to *mentions*, docnames and titles, on the page *docname*; nothing for none."""
    if not mentions:
        return []
    line = nodes.paragraph("", _("Mentioned in") + " ", classes=["er-mentions", "no-search"])
    for number, (other, title) in enumerate(mentions):
        line += [nodes.Text(", ")] if number else []
        line += document_link(other, title, docname)
    return [line]
