"""What the command line names -> the reports in it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.pyvideo_folder import pyvideo_texts, read_pyvideo
from sphinx_eventreport.core.reports import front_matter_in, read_with
from sphinx_eventreport.core.schema import report_dialect
from sphinx_eventreport.core.source_files import source_files
from sphinx_eventreport.core.source_text import decode
from sphinx_eventreport.importing.model import Page, Texts
from sphinx_eventreport.importing.schedule import abstracts_of, conference_of, report_of

if TYPE_CHECKING:
    from pathlib import Path

_CATEGORY = "category.json"
_RST = ".rst"
_SUFFIXES = (".md", ".markdown", ".mdx", ".qmd", _RST, _CATEGORY)


def find_sources(source: Path) -> list[Path]:
    """Return the files in *source* that may be reports, events of PyVideo among them; or a file itself."""
    if not source.is_dir():
        return [source]
    return list(source_files(source, suffixes=_SUFFIXES))


def read_source(path: Path, source: Path, usual: str | None = None) -> Page | None:
    """Return the report in *path*, one of the files of *source*; ``None`` if it is none.

    *usual* is the name of the dialect of most files, as in :func:`.report_dialect`. Raises :exc:`OSError` for
    a file that cannot be read.
    """
    if path.name == _CATEGORY:
        return event_of_pyvideo(path)
    text, _problem = decode(path.read_bytes())
    if path.suffix.lower() == ".json":
        return _schedule(path, text)
    filename = path.as_posix()
    front = front_matter_in(text, filename, _meta_beside(path))
    dialect = report_dialect(front, filename=filename, usual=usual)
    if dialect is None:
        return None
    reading = read_with(front, text, filename=filename, dialect=dialect)
    name = path.relative_to(source) if source.is_dir() else path.relative_to(path.parent)
    page = Page(path, "", reading.report, reading.fields, front, reading.body, problems=reading.problems)
    if path.suffix == _RST:
        return replace(page, name=name.as_posix(), rst=text.removeprefix("\ufeff"))
    return replace(page, name=name.with_suffix(".md").as_posix())


def _meta_beside(path: Path) -> str:
    beside = path.with_suffix(".meta")
    return decode(beside.read_bytes())[0] if beside.is_file() else ""


def event_of_pyvideo(path: Path) -> Page | None:
    """Return the event whose ``category.json`` is *path*; ``None`` without a folder of talks beside it.

    Raises :exc:`OSError` for a file that cannot be read.
    """
    if not (path.parent / "videos").is_dir():
        return None
    report, problems = read_pyvideo(path.parent)
    name = f"{path.parent.resolve().name}.md"
    texts = Texts(*pyvideo_texts(path.parent))
    return Page(path, name, report, report, texts=texts, problems=problems)


def _schedule(path: Path, text: str) -> Page | None:
    try:
        conference = conference_of(json.loads(text))
    except (ValueError, RecursionError):
        return None
    if conference is None:
        return None
    name, report, problems = report_of(conference)
    texts = Texts(abstracts=abstracts_of(conference))
    return Page(path, name, report, report, texts=texts, problems=problems)
