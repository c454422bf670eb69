"""How much time and memory a PDF may take, and what happened to one that could not be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_eventreport.core.problems import Problem


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call in a worker may take: wall time in *seconds*, memory in *megabytes* (2**20 bytes)."""

    seconds: float = 60.0
    megabytes: int = 1024

    def exceed(self, other: Limits) -> bool:
        """Return whether one of these limits is larger than that of *other*."""
        return self.seconds > other.seconds or self.megabytes > other.megabytes


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a deck could not be read or drawn.

    A *lasting* failure would come again, with any limits or, if *limits* are given, with none larger
    than these. One that does not last came from elsewhere: a full disk, a lost connection.
    """

    problem: Problem
    limits: Limits | None = None
    lasting: bool = False
