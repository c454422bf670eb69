"""Inline nodes between blocks -> paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

_INLINE_NODES = (nodes.Text, nodes.Inline, nodes.image, nodes.reference)


def in_paragraphs(found: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return *found* with each run of inline nodes in a paragraph; blank runs are dropped."""
    if not any(map(is_inline, found)):
        return list(found)
    result: list[nodes.Node] = []
    run: list[nodes.Node] = []
    for node in [*found, None]:
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
