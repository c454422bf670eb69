"""Pictures in raw HTML -> images and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from docutils import nodes

from sphinx_eventreport.core.fields import safe_url
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.raw_html.tree import Element
from sphinx_eventreport.sphinx_ext.raw_html.attributes import picture_alignment, sizes
from sphinx_eventreport.sphinx_ext.raw_html.conversion import with_children

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.raw_html.conversion import Conversion


def image(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return an ``<img>`` in a line; its alternative text where it shows nothing."""
    source = element.attrs.get("src", "").strip()
    url = safe_url(source) if source else None
    if url is None:
        if source:
            convert.note_unsafe(element, source)
        else:
            hint = "give it a src, or remove it"
            convert.note(Subtype.EMBED, element, "<img> has no src, so it shows nothing", hint)
        return [nodes.Text(element.attrs.get("alt", ""))]
    alt = element.attrs.get("alt") or element.attrs.get("title") or ""
    # Sphinx forgets the line of an image that has no source, or no source text.
    found = nodes.image("<img>", uri=url, alt=alt)
    found.source, found.line = convert.source, element.line
    found.attributes.update(sizes(element))
    align = picture_alignment(element)
    if align:
        found["align"] = align
    return [found]


def picture(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return an ``<img>`` between paragraphs."""
    return _captioned(convert, element, None)


def figure(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a ``<figure>``: as one if it is a picture and its caption, else what is in it."""
    captions = element.named("figcaption")
    images = element.named("img")
    if len(captions) == 1 and len(images) == 1:
        return _captioned(convert, images[0], convert.inline(captions[0].children))
    return convert.block(element.children)


def responsive_picture(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return the picture that a ``<picture>`` shows where none of its other sources fits."""
    return convert.inline([child for child in element.children if not _is_source(child)])


def aligned(found: list[nodes.Node], align: str | None) -> list[nodes.Node]:
    """Return *found* with its pictures and paragraphs standing on the side *align*."""
    if align is None:
        return found
    for node in found:
        pictures = [child for child in node.children if not _is_blank(child)]
        if isinstance(node, nodes.image | nodes.figure):
            node.setdefault("align", align)
        elif isinstance(node, nodes.paragraph) and len(pictures) == 1 and _is_image(pictures[0]):
            pictures[0].setdefault("align", align)
        elif isinstance(node, nodes.paragraph | nodes.rubric):
            node["classes"].append(f"align-{align}")
    return found


def _captioned(convert: Conversion, element: Element, caption: list[nodes.Node] | None) -> list[nodes.Node]:
    """Return an image, as a figure where there is a caption or a title to make one of."""
    images = image(convert, element)
    title = element.attrs.get("title", "").strip()
    if caption is None and title:
        caption = [nodes.Text(title)]
    if not caption or not _is_image(images[0]):
        return images
    return [nodes.figure("", *images, with_children(nodes.caption(), caption))]


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Text) and not node.strip()


def _is_image(node: nodes.Node) -> TypeGuard[nodes.image]:
    return isinstance(node, nodes.image)


def _is_source(child: object) -> bool:
    return isinstance(child, Element) and child.tag == "source"
