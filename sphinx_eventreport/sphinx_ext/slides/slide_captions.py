"""The name of a single slide before its caption: "Slide 3 of Serverless: "."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.sphinx_ext.site.names import DOMAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide_place


def name_slides(places: Iterable[eventreport_slide_place], docname: str) -> Iterator[addnodes.pending_xref]:
    """Put a reference to each slide before what the author says of it, and yield the references.

    When the page is made: a caption is translated first, and translators are not to see the reference.
    """
    for place in places:
        caption = next((node for node in place.parent.children if isinstance(node, nodes.caption)), None)
        if caption is not None:
            name = _name(place, docname)
            caption[:0] = [name, *([nodes.Text(": ")] if caption.children else [])]
            yield name


def _name(place: eventreport_slide_place, docname: str) -> addnodes.pending_xref:
    name = addnodes.pending_xref(
        "",
        nodes.inline("", place["target"]),
        refdomain=DOMAIN,
        reftype="slide",
        reftarget=place["target"],
        refdoc=docname,
        refexplicit=False,
        refwarn=True,
        begins_sentence=True,
    )
    name.source, name.line = place.parent.source, place.parent.line
    return name
