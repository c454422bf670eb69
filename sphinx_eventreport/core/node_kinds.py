"""Which kinds of nodes there are in a tree, and those of some kinds.

docutils walks through a tree in Python, a generator inside the other for each level. To see that a page
has no node of a kind, which is what most transforms find, one list for each level is enough.
"""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    class Node(Protocol):
        """The part of docutils' nodes that is used here."""

        @property
        def children(self) -> Sequence[Any]:
            """The nodes directly below, or none."""

        def findall(self) -> Iterable[Any]:
            """Return the node and all below it, in the order of the document."""


N = TypeVar("N")

_children = attrgetter("children")


def nodes_of(top: Node, *kinds: type[N]) -> Iterator[N]:
    """Yield the nodes of *kinds* at and below *top*, level by level."""
    for level in _levels(top):
        yield from (node for node in level if isinstance(node, kinds))


def in_order(top: Node, *kinds: type[N]) -> list[N]:
    """Return the nodes of *kinds* at and below *top* in the order of the document."""
    if not has_kind(top, *kinds):
        return []
    return [node for node in top.findall() if isinstance(node, kinds)]


def has_kind(top: Node, *kinds: type[object]) -> bool:
    """Return whether there is a node of one of *kinds*, or of a subclass, at or below *top*."""
    there: set[type[object]] = set()
    for level in _levels(top):
        there.update(map(type, level))
    return any(issubclass(kind, kinds) for kind in there)


def _levels(top: Node) -> Iterator[list[Any]]:
    level: list[Any] = [top]
    while level:
        yield level
        level = list(chain.from_iterable(map(_children, level)))
