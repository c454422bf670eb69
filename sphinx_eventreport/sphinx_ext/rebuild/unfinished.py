"""Builds that were killed: marks beside the doctrees, which a good end takes away.

Sphinx looks at times of files. A page that was cut in half while it was written is newer than its source, and
so is one whose pictures were to be copied at the end.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.sphinx_ext.rebuild.written import STATE_FOLDER, content_of, state_file
from sphinx_eventreport.sphinx_ext.site.domain import report_domain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_READING, _WRITING = "reading.json", "unfinished"


def was_killed(app: Sphinx) -> bool:
    """Return whether this builder was killed while it wrote to this folder: files may be half there."""
    return state_file(app, _WRITING).is_file()


def pages_half_read(app: Sphinx, env: BuildEnvironment, *_documents: set[str]) -> list[str]:
    """Return the pages that an earlier build was ended in reading (``env-get-outdated``).

    Mostly the reason for which it read them is still there. It may have gone, as when a configuration was
    taken back, and their doctrees have stayed.
    """
    try:
        names = json.loads(content_of(_reading_mark(app)) or "[]")
    except ValueError:
        # The mark itself is whole or not there: somebody else has changed it.
        return sorted(env.found_docs)
    return [name for name in names if name in env.found_docs]


def begin_reading(app: Sphinx, _env: BuildEnvironment, docnames: Sequence[str]) -> None:
    """Note what is read before it is (``env-before-read-docs``)."""
    if docnames:
        mark = _reading_mark(app)
        OutputFolder(mark.parent).write(mark.name, json.dumps(list(docnames)).encode())


def end_reading(app: Sphinx, _env: BuildEnvironment) -> None:
    """Take the note away when the environment is on the disk (``env-check-consistency``)."""
    _remove(_reading_mark(app))


def begin_writing(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Mark that files may be half there, and return the pages to write again (``env-get-updated``).

    It is the last event before the environment is written, by which documents count as read. After a build
    that was killed these are all pages: which ones it was to write is known to nobody.
    """
    mark = state_file(app, _WRITING)
    OutputFolder(mark.parent).write(mark.name, b"")
    return sorted(env.found_docs) if report_domain(env).build.is_after_kill else []


def end_build(app: Sphinx, exception: Exception | None) -> None:
    """Take the marks away (``build-finished``, after all others)."""
    if exception is None:
        _remove(_reading_mark(app))
        _remove(state_file(app, _WRITING))


def _reading_mark(app: Sphinx) -> Path:
    """Return the note of what is read, which is the same for all builders that have the doctrees."""
    return Path(app.doctreedir, STATE_FOLDER, _READING)


def _remove(mark: Path) -> None:
    OutputFolder(mark.parent).remove(mark.name)
