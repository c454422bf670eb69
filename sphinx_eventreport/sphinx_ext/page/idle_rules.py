"""Rules that part nothing: docutils warns about them, and no author of a post knows why."""

from __future__ import annotations

from docutils import nodes

from sphinx_eventreport.core.node_kinds import in_order

# What shows nothing, or stands above all text.
_ABOVE = (nodes.title, nodes.subtitle, nodes.meta, nodes.decoration, nodes.Invisible)


def remove_idle_rules(document: nodes.document) -> None:
    """Take out of *document* each rule with nothing before or behind it, or with another one before it."""
    for rule in in_order(document, nodes.transition):
        if isinstance(rule.parent, nodes.section | nodes.document) and (_begins(rule) or _ends(rule)):
            rule.parent.remove(rule)


def _begins(rule: nodes.transition) -> bool:
    before = [node for node in rule.parent[: rule.parent.index(rule)] if not isinstance(node, _ABOVE)]
    return not before or isinstance(before[-1], nodes.transition)


def _ends(node: nodes.Node) -> bool:
    """Return whether nothing follows *node* in the whole document."""
    while node.parent is not None:
        behind = node.parent[node.parent.index(node) + 1 :]
        if any(not isinstance(other, nodes.Invisible) for other in behind):
            return False
        node = node.parent
    return True
