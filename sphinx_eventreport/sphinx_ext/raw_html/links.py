"""Links and anchors in raw HTML -> references and targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.fields import safe_url
from sphinx_eventreport.sphinx_ext.raw_html.conversion import anchor, with_children

if TYPE_CHECKING:
    from sphinx_eventreport.core.raw_html.tree import Element
    from sphinx_eventreport.sphinx_ext.raw_html.conversion import Conversion


def link(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a reference; of an address that is not safe, the text alone."""
    children = convert.inline(element.children)
    href = element.attrs.get("href", "").strip()
    if not href:
        return [*anchor(element), *children]
    url = safe_url(href)
    if url is None:
        convert.note_unsafe(element, href)
        return [*anchor(element), *children]
    reference = with_children(nodes.reference(refuri=url), children)
    for image in reference.findall(nodes.image):
        # A picture of a given size gets a link to itself, which cannot be in another link.
        image["classes"].append("no-scaled-link")
    # A warning about where it leads says where it is.
    reference.source, reference.line = convert.source, element.line
    if url.startswith("#"):
        reference["id_link"] = True
    if element.attrs.get("title"):
        reference["reftitle"] = element.attrs["title"]
    return [*anchor(element), reference]
