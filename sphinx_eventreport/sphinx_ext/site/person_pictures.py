"""The picture of somebody, as the file of people names it -> a file of the site."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.config import read_config

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Person


def picture_path(env: BuildEnvironment, person: Person) -> str | None:
    """Return the path of the picture from the source directory, ``None`` if there is no such file.

    It is written relative to the file of people, or to the source directory with a ``/`` in front.
    """
    if not person.image:
        return None
    folder = posixpath.dirname((read_config(env.config).people or "").replace("\\", "/"))
    path = posixpath.normpath(posixpath.join("/" + folder, person.image)).lstrip("/")
    is_outside = folder.startswith("..") and not person.image.startswith("/")
    return path if not is_outside and Path(env.srcdir, path).is_file() else None


def picture_stamp(env: BuildEnvironment, person: Person) -> tuple[str, int, int] | None:
    """Return what changes when the picture does: its path, size and time."""
    path = picture_path(env, person)
    if path is None:
        return None
    stat = Path(env.srcdir, path).stat()
    return path, stat.st_size, stat.st_mtime_ns
