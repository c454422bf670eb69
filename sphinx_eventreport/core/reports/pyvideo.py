"""An event of the PyVideo archive as it lies on disk: ``category.json``, and a file for each talk."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects import pyvideo
from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.frontmatter import front_matter_of, read_json
from sphinx_eventreport.core.schema import read_report_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report


CATEGORY = "category.json"
"""The file that says what an event is."""


@dataclass(frozen=True, slots=True)
class PyvideoEvent:
    """An event as it was read. Its texts are in any markup, and nothing says in which."""

    report: Report
    """The event and its talks."""
    problems: tuple[Problem, ...]
    """What is wrong in its files."""
    opening: str
    """What is said about the event, as it was written."""
    abstracts: tuple[str, ...]
    """What is said about each talk of the report in turn, as it was written."""


def is_pyvideo_event(category: Path) -> bool:
    """Return whether the file *category* is that of an event: called so, with a folder of talks beside it."""
    return category.name == CATEGORY and _talks_beside(category).is_dir()


def talk_files(category: Path) -> list[Path]:
    """Return the files of the talks of the event whose ``category.json`` is *category*, in their order."""
    return sorted(_talks_beside(category).glob("*.json"))


def read_pyvideo(folder: str | os.PathLike[str]) -> tuple[Report, tuple[Problem, ...]]:
    """Return the report of the event in *folder*, and problems.

    Its talks are in the order of their file names. A problem names its file. A file that cannot be
    read raises :exc:`OSError`; ``category.json`` has to be there.
    """
    event = read_pyvideo_event(folder)
    return event.report, event.problems


def read_pyvideo_event(folder: str | os.PathLike[str]) -> PyvideoEvent:
    """Return what :func:`read_pyvideo` does, with what is said about the event and its talks."""
    folder = Path(folder)
    category, problems = _read(folder / CATEGORY, folder)
    talks = []
    for path in talk_files(folder / CATEGORY):
        talk, wrong = _read(path, folder)
        talks.append(talk)
        problems += wrong
    name = folder_name(folder)
    front = front_matter_of({"event": name, "category": category, "talks": talks})
    report, found = read_report_fields(front, filename=name, dialect=pyvideo.DIALECT.name)
    return PyvideoEvent(report, (*problems, *found), _said(category), tuple(map(_said, talks)))


def folder_name(folder: Path) -> str:
    """Return the name of *folder*, which is that of a link where it is one, and of what ``.`` means."""
    return os.path.basename(os.path.abspath(folder))  # noqa: PTH100, PTH119 -- `Path.resolve` follows links


def _talks_beside(category: Path) -> Path:
    return category.parent / "videos"


def _said(mapping: Mapping[str, object]) -> str:
    parts = dict.fromkeys(mapping.get(key) for key in ("summary", "description"))
    return "\n\n".join(part for part in parts if isinstance(part, str) and part.strip())


def _read(path: Path, folder: Path) -> tuple[dict[str, object], list[Problem]]:
    text, problem = decode(read_bytes(path))
    front = read_json(text)
    problems = [*([problem] if problem else []), *front.problems]
    file = path.relative_to(folder).as_posix()
    found = [replace(one, message=f"{path.name}: {one.message}", file=file) for one in problems]
    return dict(front.mapping), found
