"""What the site for the team has left in the folder of the output, before the public site is written there.

Each file that a build for the team writes is noted in a file beside them: builders and other extensions write
whatever they like, and in none of it a word may be left.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.files.output import OutputFolder, OutsideFolderError
from sphinx_eventreport.core.schema.audience import may_see
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docutils import nodes
    from sphinx.application import Sphinx

NOTE = ".eventreport-internal.json"
"""The file in the output: what was there before, and what was written. The public site has none."""


class InternalOutput:
    """Notes what one application writes for the team, and removes what was noted when it writes for all."""

    def __init__(self) -> None:
        self._before: dict[str, int] | None = None

    def begin(self, app: Sphinx) -> None:
        """Remove what is noted, or note what is there, before anything is written (``builder-inited``)."""
        folder = OutputFolder(Path(app.outdir))
        note = _read(folder)
        if not may_see("internal", read_value(app.config, "audience")):
            if note:
                _forget(app, folder, note)
            return
        self._before = dict(_files(app))
        if not note:
            # A build that is killed leaves this: then all that is not in it was written by that build.
            _write(folder, {"before": self._before})

    def end(self, app: Sphinx, _exception: Exception | None) -> None:
        """Note what is new (``build-finished``)."""
        if self._before is None:
            return
        folder = OutputFolder(Path(app.outdir))
        new = {name for name, time in _files(app) if self._before.get(name) != time}
        known = _read(folder)
        written = known.get("written", ()) if "before" not in known else _unlike(app, known["before"])
        _write(folder, {"written": sorted({*written, *new} - {NOTE})})


def keep_source_back(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """Publish no source of a page that has more than the site may show (``html-page-context``)."""
    page = site_of(app.env).pages.get(pagename)
    if page is not None and page.is_cut and context.get("sourcename"):
        # One of before, when all of it was public.
        OutputFolder(Path(app.outdir)).remove(f"_sources/{context['sourcename']}")
        context["sourcename"] = ""


def _forget(app: Sphinx, folder: OutputFolder, note: Mapping[str, Any]) -> None:
    names = _unlike(app, note["before"]) if "before" in note else set(note.get("written", ()))
    for name in (*sorted(map(str, names)), NOTE):
        try:
            folder.remove(name)
            folder.remove_folders(name)
        except (OutsideFolderError, IsADirectoryError, PermissionError):
            # A folder or a link by now, and not what was written.
            continue


def _unlike(app: Sphinx, before: Mapping[str, int]) -> set[str]:
    """Return the files that are new or changed, but for those in hidden folders, which may be Git's."""
    found = {name for name, time in _files(app) if before.get(name) != time}
    return {name for name in found if not any(part.startswith(".") for part in Path(name).parts[:-1])}


def _files(app: Sphinx) -> Iterator[tuple[str, int]]:
    """Yield each file of the output, but for Sphinx's own state, with the time of its last change."""
    doctrees = os.path.realpath(app.doctreedir)
    for folder, names, files in os.walk(app.outdir):
        names[:] = [name for name in names if os.path.realpath(Path(folder, name)) != doctrees]
        for name in files:
            path = Path(folder, name)
            yield path.relative_to(app.outdir).as_posix(), path.lstat().st_mtime_ns


def _read(folder: OutputFolder) -> dict[str, Any]:
    try:
        found = json.loads((folder.path / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(folder: OutputFolder, note: Mapping[str, Any]) -> None:
    folder.write(NOTE, json.dumps(note).encode())
