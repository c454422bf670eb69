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
    """The meaning of a foreign key.

    ``to`` is the dotted path of the native key; one below ``talks`` is a fact of the one talk that the
    page is about. A ``weak`` alias counts only where nothing else gives that key; one with ``merge``
    adds to a list.
    """

    to: str
    convert: Convert | None = None
    weak: bool = False
    merge: bool = False
