"""The meaning of a foreign key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Convert = Callable[[object, Mapping[str, object]], object]
"""From a value and the whole front matter to a value as the native key takes it.

``None`` says that this value does not mean the native key, and it is kept under ``extra``.
"""


@dataclass(frozen=True, slots=True)
class Alias:
    """The meaning of a foreign key."""

    to: str
    """The dotted path of the native key; one below ``talks`` is a fact of the one talk of the page."""
    convert: Convert | None = None
    """The function from its value to that of the native key."""
    weak: bool = False
    """Whether it counts only where nothing else gives that key."""
    merge: bool = False
    """Whether it adds to a list."""
