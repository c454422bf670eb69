"""What all records have in common: how they are pickled."""

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
