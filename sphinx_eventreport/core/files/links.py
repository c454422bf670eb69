"""Symbolic links: whether a file is where its path says."""

from __future__ import annotations

import os
from pathlib import Path

from sphinx_eventreport.core.files.drives import common_folder


def leads_out(path: Path, tree: Path) -> bool:
    """Return whether *path* leads out of the folder *tree* by a symbolic link, in it or on the way.

    A path with ``..`` may begin in *tree* and be out of it by name; then what counts is the folder that
    both are in. The files of git-annex are links into the repository's own store, and are in the tree.
    """
    if _is_below(path, tree):
        return False
    here, around = os.path.abspath(path), os.path.abspath(tree)  # noqa: PTH100 -- `Path.resolve` follows links
    top = Path(os.path.realpath(common_folder(here, around)))
    real = Path(os.path.realpath(path))
    if real.is_relative_to(top):
        return False
    # `.git` is a link itself in a submodule.
    annexes = (os.path.realpath(folder / ".git" / "annex" / "objects") for folder in (top, *top.parents))
    return not any(map(real.is_relative_to, annexes))


def _is_below(path: Path, tree: Path) -> bool:
    """Return whether *path* is below *tree* by name, and nothing on the way is a link: so are nearly all."""
    here, around = os.fspath(path), os.fspath(tree)
    if ".." in here or not here.startswith(around + os.sep):
        return False
    while here != around:
        if os.path.islink(here):  # noqa: PTH114 -- asked of each picture: paths that are objects take ten times as long
            return False
        here = os.path.dirname(here)  # noqa: PTH120
    return True
