"""Pictures in raw HTML -> images and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from docutils import nodes

from sphinx_eventreport.core.fields import safe_url
from sphinx_eventreport.core.media.embeds import shown_picture
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.raw_html.tree import Element, text_of
from sphinx_eventreport.sphinx_ext.raw_html.attributes import picture_alignment, picture_source, sizes
from sphinx_eventreport.sphinx_ext.raw_html.paragraphs import is_inline, split_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.sphinx_ext.raw_html.conversion import Conversion


def image(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return an ``<img>`` in a line; its alternative text where it shows nothing."""
    source = picture_source(element)
    url = safe_url(source) if source else None
    if url is None:
        if source:
            convert.note_unsafe(element, source)
        else:
            hint = "give it a src, or remove it"
            convert.note(Subtype.EMBED, element, "<img> has no src, so it shows nothing", hint)
        return [nodes.Text(element.attrs.get("alt", ""))]
    return [_image(convert, element, url, element.attrs.get("alt") or element.attrs.get("title") or "")]


def picture(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return an ``<img>`` between paragraphs, as a figure where there is a title to make a caption of."""
    images = image(convert, element)
    title = element.attrs.get("title", "").strip()
    if not title or not _is_image(images[0]):
        return images
    return [nodes.figure("", *images, nodes.caption(title, title))]


def shown_object(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return the picture that an ``<object>`` or ``<embed>`` shows, else what is in it."""
    url = safe_url(shown_picture(element) or "")
    if url is not None:
        return [_image(convert, element, url, " ".join(text_of(element).split()))]
    return convert.inline(element.children)


def figure(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return what a ``<figure>`` shows, with its caption where one node can hold both."""
    captions = element.named("figcaption")
    if len(captions) != 1:
        return convert.block(element.children)
    shown = [child for child in element.children if not isinstance(child, str) or child.strip()]
    content = convert.block([child for child in shown if child is not captions[0]])
    caption = convert.inline(captions[0].children)
    node = captioned(content, caption) if all(map(is_inline, caption)) else None
    if node is not None:
        return [node]
    words = split_paragraph(nodes.paragraph("", "", *caption))
    return [*words, *content] if shown[0] is captions[0] else [*content, *words]


def captioned(content: Sequence[nodes.Node], caption: Sequence[nodes.Node]) -> nodes.Element | None:
    """Return the only node of *content* with *caption*; ``None`` if there is no such node.

    A picture, with or without a link, becomes a figure; embeds and titled pictures are one already; a
    table takes the caption as its title.
    """
    only = content[0] if len(content) == 1 else None
    text = "".join(node.astext() for node in caption)
    if isinstance(only, nodes.figure):
        for title in list(only.findall(nodes.caption)):
            title.parent.remove(title)
        only += nodes.caption(text, "", *caption)
        return only
    if isinstance(only, nodes.table) and not isinstance(only[0], nodes.title):
        only.insert(0, nodes.title(text, "", *caption))
        return only
    shown = _only_picture(only)
    return nodes.figure("", shown, nodes.caption(text, "", *caption)) if shown else None


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


def _image(convert: Conversion, element: Element, url: str, alt: str) -> nodes.image:
    # Sphinx forgets the line of an image that has no source, or no source text.
    found = nodes.image("<img>", uri=url, alt=alt)
    found.source, found.line = convert.source, element.line
    found.attributes.update(sizes(element))
    align = picture_alignment(element)
    if align:
        found["align"] = align
    return found


def _only_picture(node: nodes.Node | None) -> nodes.Element | None:
    """Return the picture that is all of *node*, or the link around it."""
    if isinstance(node, nodes.image):
        return node
    if not isinstance(node, nodes.paragraph | nodes.reference):
        return None
    shown = [child for child in node.children if not _is_blank(child)]
    inner = _only_picture(shown[0]) if len(shown) == 1 else None
    return node if inner is not None and isinstance(node, nodes.reference) else inner


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Text) and not node.strip()


def _is_image(node: nodes.Node) -> TypeGuard[nodes.image]:
    return isinstance(node, nodes.image)


def _is_source(child: object) -> bool:
    return isinstance(child, Element) and child.tag == "source"
