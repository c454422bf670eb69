"""The description of a type of object that has names, for all of the extension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive

FIRST, AS_ALL, LATER, NOT_AT_ALL = 0, 1, 2, -1
"""When a name comes in a search, in Sphinx's numbers; the last is for names of the inventory only."""

L = TypeVar("L")
"""The listing of a type."""


@dataclass(frozen=True, slots=True)
class ObjectType(Generic[L]):
    """A type of object."""

    name: str
    """Its name in roles, directives and the inventory."""
    title: str
    """The word for one of its objects in running text."""
    directive: type[Directive]
    """The directive that makes one; ``NAME-list`` is the directive that lists them."""
    listing: L | None = None
    """Its listing; ``None`` where there is none."""
    search: int = LATER
    """When its names come in a search."""
    index: str | None = None
    """The index in which each one has an entry to link to, where no page is about it."""
    is_mentioned: bool = False
    """Whether many pages name the same one, so that to be named twice is not a mistake."""
