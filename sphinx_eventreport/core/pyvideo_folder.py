"""An event of the PyVideo archive as it lies on disk: ``category.json``, and a file for each talk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects import pyvideo
from sphinx_eventreport.core.frontmatter import front_matter_of, read_json
from sphinx_eventreport.core.schema import read_report_fields
from sphinx_eventreport.core.source_text import decode

if TYPE_CHECKING:
    import os

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report


def read_pyvideo(folder: str | os.PathLike[str]) -> tuple[Report, tuple[Problem, ...]]:
    """Return the report of the event in *folder*, and problems.

    Its talks are in the order of their file names. A problem names its file. A file that cannot be
    read raises :exc:`OSError`; ``category.json`` has to be there.
    """
    folder = Path(folder)
    category, problems = _read(folder / "category.json")
    talks = []
    for path in sorted((folder / "videos").glob("*.json")):
        talk, wrong = _read(path)
        talks.append(talk)
        problems += wrong
    name = folder.resolve().name
    front = front_matter_of({"event": name, "category": category, "talks": talks})
    report, found = read_report_fields(front, filename=name, dialect=pyvideo.DIALECT.name)
    return report, (*problems, *found)


def _read(path: Path) -> tuple[dict[str, object], list[Problem]]:
    text, problem = decode(path.read_bytes())
    front = read_json(text)
    problems = [*([problem] if problem else []), *front.problems]
    return dict(front.mapping), [replace(one, message=f"{path.name}: {one.message}") for one in problems]
