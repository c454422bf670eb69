"""Paths on Windows, where one drive cannot be reached from another by a relative path."""

from __future__ import annotations

import os
from pathlib import Path


def from_here(path: Path) -> Path:
    """Return *path* from the current folder; the whole path where that is on another drive."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path.absolute()
