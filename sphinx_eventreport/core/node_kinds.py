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


N = TypeVar("N")

_children = attrgetter("children")


def nodes_of(top: Node, *kinds: type[N]) -> list[N]:
    """Return the nodes of *kinds* at and below *top*, level by level."""
    found: list[N] = []
    for level in _levels(top):
        wanted = _of_kinds(level, kinds)
        if wanted:
            found += [node for node in level if type(node) in wanted]
    return found


def in_order(top: Node, *kinds: type[N]) -> list[N]:
    """Return the nodes of *kinds* at and below *top* in the order of the document."""
    wanted = {kind for level in _levels(top) for kind in _of_kinds(level, kinds)}
    found: list[N] = []
    rest: list[Any] = [top] if wanted else []
    while rest:
        node = rest.pop()
        if type(node) in wanted:
            found.append(node)
        rest += reversed(node.children)
    return found


def has_kind(top: Node, *kinds: type[object]) -> bool:
    """Return whether there is a node of one of *kinds*, or of a subclass, at or below *top*."""
    there: set[type[object]] = set()
    for level in _levels(top):
        there.update(map(type, level))
    return any(issubclass(kind, kinds) for kind in there)


def _of_kinds(level: Iterable[object], kinds: tuple[type[Any], ...]) -> set[type[Any]]:
    """Return the types of the nodes of a *level* that are of *kinds*: a handful, of hundreds of nodes."""
    return {kind for kind in set(map(type, level)) if issubclass(kind, kinds)}


def _levels(top: Node) -> Iterator[list[Any]]:
    level: list[Any] = [top]
    while level:
        yield level
        level = list(chain.from_iterable(map(_children, level)))
