"""To look at a document: the nodes with an id or a class, and their words."""

from __future__ import annotations

from docutils import nodes


def with_id(document: nodes.document, name: str) -> nodes.Element:
    """Return the node with the id *name*, which must be there."""
    [found] = (node for node in document.findall(nodes.Element) if name in node["ids"])
    return found


def with_class(around: nodes.Element, name: str) -> list[nodes.Element]:
    """Return the nodes in *around* with the class *name*."""
    return [node for node in around.findall(nodes.Element) if name in node["classes"]]


def words(node: nodes.Node) -> str:
    """Return the text of *node* in one line."""
    return " ".join(node.astext().split())


def links(around: nodes.Element) -> list[tuple[str, str]]:
    """Return the texts of the links in *around*, and the address of each, or the id on the same page."""
    found = around.findall(nodes.reference)
    return [(words(link), link.get("refuri") or f"#{link.get('refid')}") for link in found]
