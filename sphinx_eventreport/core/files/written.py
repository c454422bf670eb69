"""A name -> the line on which it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# "deck.pdf" is in "old-deck.pdf", "img/deck.pdf" and "deck.pdf.zip", and is none of them. An address may
# be written without its scheme, and a sentence may end behind a name.
_BEFORE = r"(?<![\w.%~+\\-])(?<!(?<!/)/)"
_BEHIND = r"(?!\w|[./%~+-]\w)"


def line_of(lines: Sequence[str], name: str) -> int | None:
    """Return the number of the first of *lines* on which *name* is alone, else of one that has it."""
    alone = re.compile(_BEFORE + re.escape(name) + _BEHIND)
    return _first(bool(alone.search(line)) for line in lines) or _first(name in line for line in lines)


def _first(answers: Iterable[bool]) -> int | None:
    return next((number for number, answer in enumerate(answers, start=1) if answer), None)
