"""The bases of records: how they are pickled, and the names of those that pages can refer to."""

from __future__ import annotations

from typing import Any


class Record:
    """The base of a frozen dataclass with slots and without other bases.

    It is pickled as a call of its class. The state that ``dataclasses`` would pickle is put back
    field by field, in Python; an environment with thousands of records is loaded by every build.
    """

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type[Record], tuple[Any, ...]]:
        """Return the class and the values of its fields."""
        return type(self), tuple(getattr(self, name) for name in self.__slots__)


class NamedRecord(Record):
    """The record of an object that pages can refer to: a talk, a deck, a recording."""

    __slots__: tuple[str, ...] = ()

    label: str
    """The name for references, unique on its page among objects of its type."""
    title: str
    """Its title."""
