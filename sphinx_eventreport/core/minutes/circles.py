"""What refers to itself, be it directly or by way of others."""

from __future__ import annotations

from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet


def in_circles(references: Mapping[str, Sequence[str]]) -> AbstractSet[str]:
    """Return the names that are in a circle of *references*, or on the way from one circle to another."""
    turned: dict[str, list[str]] = {}
    for name, others in references.items():
        for other in others:
            turned.setdefault(other, []).append(name)
    return _never_reached(references) & _never_reached(turned)


def _never_reached(needed: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the names that wait for each other where each waits for those that it names."""
    sorter = TopologicalSorter(needed)
    with suppress(CycleError):
        # It goes on as far as the circles let it.
        sorter.prepare()
    waiting = {*needed, *(other for others in needed.values() for other in others)}
    while ready := sorter.get_ready():
        waiting.difference_update(ready)
        sorter.done(*ready)
    return waiting
