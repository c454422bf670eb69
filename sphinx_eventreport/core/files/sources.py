"""A folder -> the sources in it that may be reports."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.archive_lock import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_SOURCES = frozenset({FOLDER, "_build", "_static", "_templates", "node_modules", "__pycache__"})
# What an output folder of Sphinx and a virtual environment have in them.
_MARKS = (".buildinfo", "pyvenv.cfg")


def source_files(folder: Path, *, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """Yield the files below *folder* with one of *suffixes*, in lower case, in the order of their paths.

    Passed by are hidden folders and those that hold no sources: output of Sphinx, archived decks,
    virtual environments.
    """
    for here, folders, files in os.walk(folder):
        if Path(here) != folder and not set(_MARKS).isdisjoint(files):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if name not in _NO_SOURCES and not name.startswith("."))
        paths = (Path(here, name) for name in sorted(files) if name.lower().endswith(suffixes))
        yield from (path for path in paths if path.is_file())
