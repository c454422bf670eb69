"""Paths that reports name -> files below the source directory."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the site: its path from the source directory, with ``/``, and on this machine."""

    path: str
    absolute: Path


def find_file(
    env: BuildEnvironment, written: str, *, what: str, line: int | None = None
) -> SourceFile | Problem:
    """Return the file that *written* names on the page being read, or why there is none.

    A leading ``/`` is the source directory, as everywhere in Sphinx. Percent-escapes are read only
    where no file has the name as it is written. *what* names the thing in the message. The page
    is read again when the file changes, or comes where it was missed.
    """
    missed = []
    for name in dict.fromkeys((written, unquote(written))):
        found = _locate(env, name)
        if found is None:
            message = f"The path {written!r} of {what} leads out of the source directory"
            hint = "copy the file into the source directory"
            return Problem(Subtype.OUTSIDE_SOURCE, message, line=line, hint=hint)
        # `is_file` raises for a name longer than the file system takes; `access` says no.
        if os.access(found.absolute, os.R_OK) and found.absolute.is_file():
            env.note_dependency(found.path)
            return found
        missed.append(found.path)
    env.note_dependency(missed[0])
    message = f"There is no file {written!r} for {what}"
    hint = "put the file there, or correct the path; a leading / is the source directory"
    return Problem(Subtype.MISSING_FILE, message, line=line, hint=hint)


def linked_file(env: BuildEnvironment, link: str) -> SourceFile | None:
    """Return the file that *link* on the page being read leads to, if it is one of the source directory."""
    for name in dict.fromkeys((link, unquote(link))):
        found = _locate(env, name)
        if found and os.access(found.absolute, os.R_OK) and found.absolute.is_file():
            env.note_dependency(found.path)
            return found
    return None


def _locate(env: BuildEnvironment, name: str) -> SourceFile | None:
    """Return where *name* would be, or ``None`` if that is outside the source directory."""
    if "\0" in name:
        return None
    base = "" if name.startswith("/") else os.path.dirname(env.docname)  # noqa: PTH120 -- a docname
    path = os.path.normpath(os.path.join(base, name.lstrip("/"))).replace(os.sep, "/")  # noqa: PTH118
    if path == ".." or path.startswith(("../", "/")):
        return None
    return SourceFile(path, Path(env.srcdir, path))
