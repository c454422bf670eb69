"""The findings of a check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.core.problems import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, the file it is in, and whether it only may be one."""

    path: Path
    problem: Problem
    title: str
    """The name of such a warning in a build, such as ``eventreport.date``."""
    notice: bool = False
