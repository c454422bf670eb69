"""Paths on Windows, where one drive cannot be reached from another by a relative path."""

from __future__ import annotations

import os
from pathlib import Path, PurePath


def from_here(path: Path) -> Path:
    """Return *path* from the current folder; the whole path where that is on another drive."""
    return from_folder(path, Path())


def from_folder(path: Path, folder: Path) -> Path:
    """Return *path* from *folder*, by their names; the whole path where that is on another drive."""
    try:
        return Path(os.path.relpath(path, folder))
    except ValueError:
        return path.absolute()


def below(path: PurePath, top: PurePath) -> str:
    """Return *path* with ``/`` from *top*, the root of a drive; the whole path if it is on another one."""
    return (path.relative_to(top) if path.is_relative_to(top) else path).as_posix()


def common_folder(path: str, other: str) -> str:
    """Return the folder that both whole paths are in; the root of the drive of *path* where there is none."""
    try:
        return os.path.commonpath([path, other])
    except ValueError:
        return os.path.splitdrive(path)[0] + os.path.sep
