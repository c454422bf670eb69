"""Pictures that are shown on other pages than the one that names them, as files of the site.

Sphinx copies the pictures of the pages that it writes. So a page has to be written again when a file that it
shows is another one.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.sphinx_ext.config import read_config

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Person


class FileStamp(NamedTuple):
    """A file, as it was when it was looked at."""

    path: str
    """Its path from the source directory."""
    size: int = 0
    """Its size in bytes."""
    time: int = 0
    """When it was changed, in nanoseconds."""


def picture_path(env: BuildEnvironment, person: Person) -> str | None:
    """Return the path of the picture from the source directory, ``None`` if there is no such file.

    It is written relative to the people file, or to the source directory with a ``/`` in front.
    """
    if not person.image:
        return None
    folder = posixpath.dirname((read_config(env.config).people or "").replace("\\", "/"))
    path = posixpath.normpath(posixpath.join("/" + folder, person.image)).lstrip("/")
    is_outside = folder.startswith("..") and not person.image.startswith("/")
    return path if not is_outside and Path(env.srcdir, path).is_file() else None


def picture_stamp(env: BuildEnvironment, person: Person) -> FileStamp | None:
    """Return what changes when the picture of somebody does."""
    path = picture_path(env, person)
    return file_stamp(env, path) if path else None


def file_stamp(env: BuildEnvironment, path: str) -> FileStamp:
    """Return what changes when the file at *path*, from the source directory, does."""
    try:
        stat = Path(env.srcdir, path).stat()
    except OSError:
        return FileStamp(path)
    return FileStamp(path, stat.st_size, stat.st_mtime_ns)
