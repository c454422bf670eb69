"""The findings of a check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.core.problems import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in a file."""

    path: Path
    """The file."""
    problem: Problem
    """What is wrong."""
    title: str
    """The name of such a warning in a build, such as ``eventreport.date``."""
    notice: bool = False
    """Whether it only may be wrong."""
