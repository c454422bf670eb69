"""Marks in their order -> which of them belong together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_eventreport.core.shortcodes.scan import Mark

# Nobody writes so many around each other; what stands deeper is read one by one.
_DEEPEST = 50


@dataclass(slots=True)
class Node:
    """A mark with what belongs to it."""

    mark: Mark
    """The mark."""
    closing: Mark | None = None
    """The one that ends it; ``None`` for one that is alone."""
    inside: list[Node] = field(default_factory=list)
    """The marks between the two."""

    @property
    def end(self) -> int:
        """Return where it ends in the text."""
        return (self.closing or self.mark).end


def as_tree(marks: list[Mark]) -> list[Node]:
    """Return *marks* with those in a pair put into it; an end that ends nothing is a mark like others."""
    closings = _closings(marks)
    top: list[Node] = []
    around, ends = [top], [len(marks)]
    for index, mark in enumerate(marks):
        if index == ends[-1]:
            ends.pop()
            around.pop()
            continue
        node = Node(mark)
        around[-1].append(node)
        if index in closings and len(around) <= _DEEPEST:
            node.closing = marks[closings[index]]
            around.append(node.inside)
            ends.append(closings[index])
    return top


def _closings(marks: list[Mark]) -> dict[int, int]:
    """Return the index of the end of each mark that has one, so that no two pairs overlap."""
    closings: dict[int, int] = {}
    opened: list[int] = []
    places: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for index, mark in enumerate(marks):
        ended = places.get(_ended(mark) or ("", ""), [])
        while ended and (ended[-1][0] >= len(opened) or opened[ended[-1][0]] != ended[-1][1]):
            ended.pop()
        if ended:
            place, first = ended.pop()
            closings[first] = index
            # What was opened in between and not ended is alone.
            del opened[place:]
        elif _may_hold(mark):
            places[_key(mark)].append((len(opened), index))
            opened.append(index)
    return closings


def _may_hold(mark: Mark) -> bool:
    return mark.family in {"hugo", "liquid"} and not (mark.family == "hugo" and mark.arguments.endswith("/"))


def _key(mark: Mark) -> tuple[str, str]:
    # Zola ends whatever it is with {% end %}.
    is_call = mark.family == "liquid" and mark.arguments.startswith("(")
    return mark.family, "" if is_call else mark.name


def _ended(mark: Mark) -> tuple[str, str] | None:
    """Return what a mark would end, by its name; ``None`` if it is no end."""
    if mark.family == "hugo" and mark.name.startswith("/"):
        return "hugo", mark.name[1:]
    if mark.family == "liquid" and mark.name.startswith("end"):
        return "liquid", mark.name[3:]
    return None
