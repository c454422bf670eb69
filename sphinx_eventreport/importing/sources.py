"""The path on the command line -> the reports in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.authors import with_authors
from sphinx_eventreport.core.files.sources import source_files
from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.reports import dialect_of_page, front_matter_in, read_with
from sphinx_eventreport.core.reports.pyvideo import (
    CATEGORY,
    folder_name,
    is_pyvideo_event,
    read_pyvideo_event,
)
from sphinx_eventreport.importing.model import Page, Texts, UnreadableScheduleError
from sphinx_eventreport.importing.prose import markdown
from sphinx_eventreport.importing.schedule import report_of, schedule_of, texts_of
from sphinx_eventreport.importing.schedule_xml import schedule_of_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sphinx_eventreport.core.files.settings import SiteSettings
    from sphinx_eventreport.core.records import Audience

_RST = ".rst"
_SUFFIXES = (".md", ".markdown", ".mdx", ".qmd", _RST, CATEGORY, "schedule.json", "schedule.xml")


def find_sources(source: Path) -> list[Path]:
    """Return the files in *source* that may be reports, events of PyVideo among them; or a file itself."""
    if not source.is_dir():
        return [source]
    return list(source_files(source, suffixes=_SUFFIXES))


def read_source(
    path: Path, source: Path, settings: SiteSettings | None = None, audience: Audience = "internal"
) -> Page | None:
    """Return the report in *path*, one of the files of *source*; ``None`` if it is not one.

    *settings* are those of the site that *path* is of; what of a post is not for *audience* is left out.
    Raises :exc:`OSError` for a file that cannot be read, and :exc:`UnreadableScheduleError` for JSON or XML
    that is damaged.
    """
    if path.name == CATEGORY:
        return event_of_pyvideo(path)
    if path.suffix.lower() in _READERS:
        return _schedule(path, read_bytes(path))
    text, _problem = decode(read_bytes(path))
    filename = path.as_posix()
    front = front_matter_in(text, filename, _meta_beside(path))
    usual, is_named = (settings.dialect, settings.names(path)) if settings else (None, False)
    is_rst = path.suffix.lower() == _RST
    dialect = dialect_of_page(front, text, filename=filename, is_rst=is_rst, usual=usual, is_named=is_named)
    if dialect is None:
        return None
    front = with_authors(front, path)
    reading = read_with(front, text, filename=filename, dialect=dialect, audience=audience)
    name = path.relative_to(source) if source.is_dir() else path.relative_to(path.parent)
    is_rst = path.suffix == _RST
    return Page(
        path,
        (name if is_rst else name.with_suffix(".md")).as_posix(),
        reading.report,
        reading.fields,
        front,
        reading.body,
        text.removeprefix("\ufeff") if is_rst else None,
        problems=reading.problems,
    )


def _meta_beside(path: Path) -> str:
    beside = path.with_suffix(".meta")
    return decode(read_bytes(beside))[0] if beside.is_file() else ""


def event_of_pyvideo(path: Path) -> Page | None:
    """Return the event whose ``category.json`` is *path*; ``None`` without a folder of talks beside it.

    Raises :exc:`OSError` for a file that cannot be read.
    """
    if not is_pyvideo_event(path):
        return None
    event = read_pyvideo_event(path.parent)
    name = f"{folder_name(path.parent)}.md"
    texts = Texts(markdown(event.opening), tuple(map(markdown, event.abstracts)))
    return Page(path, name, event.report, event.report, texts=texts, problems=event.problems)


def read_schedule(path: Path) -> Page | None:
    """Return the report of the schedule in *path*, by its suffix; ``None`` for a file that is none.

    Raises :exc:`OSError`, and :exc:`UnreadableScheduleError` for a damaged one.
    """
    return _schedule(path, read_bytes(path)) if path.suffix.lower() in _READERS else None


def _schedule(path: Path, data: bytes) -> Page | None:
    found = schedule_of(_READERS[path.suffix.lower()](data))
    if found is None:
        return None
    name, report, problems = report_of(found)
    return Page(path, name, report, report, texts=texts_of(found), problems=problems)


def _json(data: bytes) -> object:
    try:
        found: object = json.loads(decode(data)[0])
    except (ValueError, RecursionError) as error:
        message = f"it is not JSON: {error}"
        raise UnreadableScheduleError(message) from error
    return found


_READERS: Mapping[str, Callable[[bytes], object]] = {".json": _json, ".xml": schedule_of_xml}
"""The readers of schedules, by the suffix of their files."""
