"""Inline nodes between blocks -> paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.nodes import eventreport_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

_PHRASES = (nodes.strong, nodes.emphasis, eventreport_phrase)
_INLINE_NODES = (nodes.Text, nodes.Inline, nodes.image, nodes.reference)


def in_paragraphs(found: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return *found* with each run of inline nodes in a paragraph; blank runs are dropped."""
    if not any(map(is_inline, found)):
        return list(found)
    result: list[nodes.Node] = []
    run: list[nodes.Node] = []
    for node in [*(part for each in found for part in _outside_of_blocks(each)), None]:
        if node is not None and is_inline(node):
            run.append(node)
            continue
        if len(run) == 1 and isinstance(run[0], nodes.image):
            result.append(run[0])
        elif text_of(run).strip() or any(not isinstance(item, nodes.Text) for item in run):
            result.append(nodes.paragraph("", "", *_stripped(run)))
        run = []
        if node is not None:
            result.append(node)
    return result


def _outside_of_blocks(node: nodes.Node) -> Sequence[nodes.Node]:
    """Return a phrase that paragraphs are in, such as one that nobody closed, as a phrase in each of them."""
    if not isinstance(node, _PHRASES) or all(map(is_inline, node.children)):
        return [node]
    parts = in_paragraphs(node.children)
    attributes = node.non_default_attributes()
    for part in parts:
        if isinstance(part, nodes.paragraph):
            part[:] = [type(node)("", "", *part.children, **attributes)]
            attributes.pop("ids", None)
    return parts


def split_paragraph(paragraph: nodes.paragraph) -> list[nodes.Node]:
    """Return *paragraph* cut where a block node is in it."""
    if all(is_inline(child) for child in paragraph.children):
        return [paragraph] if paragraph.children else []
    return in_paragraphs(list(paragraph.children))


def is_inline(node: nodes.Node) -> bool:
    """Return whether *node* may be in a paragraph."""
    if isinstance(node, nodes.raw):
        # HTML that passes unchanged stays where it was: as a block, or in a line.
        return isinstance(node.parent, nodes.TextElement)
    return isinstance(node, _INLINE_NODES)


def _stripped(run: list[nodes.Node]) -> list[nodes.Node]:
    if isinstance(run[0], nodes.Text):
        run[0] = nodes.Text(run[0].lstrip())
    if isinstance(run[-1], nodes.Text):
        run[-1] = nodes.Text(run[-1].rstrip())
    return [node for node in run if not isinstance(node, nodes.Text) or node.astext()]


def text_of(found: Sequence[nodes.Node]) -> str:
    """Return the text of *found*, one after the other."""
    return "".join(node.astext() for node in found)
