"""Which kinds of nodes there are below a node, and those of some kinds.

docutils walks through a tree in Python, a generator inside the other for each level. To see that a page
has no node of a kind, which is what most transforms find, one list for each level is enough.
"""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeVar

    from docutils import nodes

    N = TypeVar("N", bound=nodes.Node)

_children = attrgetter("children")


def nodes_of(top: nodes.Node, *kinds: type[N]) -> Iterator[N]:
    """Yield the nodes of *kinds* at and below *top*, level by level."""
    for level in _levels(top):
        yield from (node for node in level if isinstance(node, kinds))


def in_order(top: nodes.Node, *kinds: type[N]) -> list[N]:
    """Return the nodes of *kinds* at and below *top* in the order of the document."""
    if not has_kind(top, *kinds):
        return []
    return [node for node in top.findall() if isinstance(node, kinds)]


def has_kind(top: nodes.Node, *kinds: type[object]) -> bool:
    """Return whether there is a node of one of *kinds*, or of a subclass, at or below *top*."""
    there: set[type[nodes.Node]] = set()
    for level in _levels(top):
        there.update(map(type, level))
    return any(issubclass(kind, kinds) for kind in there)


def _levels(top: nodes.Node) -> Iterator[list[nodes.Node]]:
    level = [top]
    while level:
        yield level
        level = list(chain.from_iterable(map(_children, level)))
