"""What all of the extension is told of a type of object that has names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive

FIRST, AS_ALL, LATER, NOT_AT_ALL = 0, 1, 2, -1
"""When a name comes in a search, in Sphinx's numbers; the last is for names of the inventory only."""

L = TypeVar("L")
"""What listings know of a type."""


@dataclass(frozen=True, slots=True)
class ObjectType(Generic[L]):
    """A type of object."""

    name: str
    """What it is called in roles, directives and the inventory."""
    title: str
    """What one of its objects is called in running text."""
    directive: type[Directive]
    """What makes one; ``NAME-list`` is the directive that lists them."""
    listing: L | None = None
    """What a listing of them shows; ``None`` where there is no such listing."""
    search: int = LATER
    """When its names come in a search."""
    index: str | None = None
    """The index in which each one has an entry to link to, where no page is about it."""
    is_mentioned: bool = False
    """Whether many pages name the same one, so that to be named twice is not a mistake."""
