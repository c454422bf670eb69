"""What a listing shows of each row, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = 500
"""From so many rows on, a listing is long: what stands in them is HTML at once on pages of HTML."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The *fields* of objects of one *type*, on the page *docname* of a site in *language*."""

    type: str
    fields: Sequence[str]
    docname: str
    language: str
