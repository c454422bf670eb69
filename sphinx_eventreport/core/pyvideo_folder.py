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
    from collections.abc import Mapping

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


def pyvideo_texts(folder: str | os.PathLike[str]) -> tuple[str, tuple[str, ...]]:
    """Return what is said about the event in *folder*, and about each of its talks in their order.

    It is as it was written: reStructuredText, Markdown, HTML or plain text, and nothing says which.
    """
    folder = Path(folder)
    category, _problems = _read(folder / "category.json")
    talks = (_read(path)[0] for path in sorted((folder / "videos").glob("*.json")))
    return _said(category), tuple(map(_said, talks))


def _said(mapping: Mapping[str, object]) -> str:
    parts = dict.fromkeys(mapping.get(key) for key in ("summary", "description"))
    return "\n\n".join(part for part in parts if isinstance(part, str) and part.strip())


def _read(path: Path) -> tuple[dict[str, object], list[Problem]]:
    text, problem = decode(path.read_bytes())
    front = read_json(text)
    problems = [*([problem] if problem else []), *front.problems]
    return dict(front.mapping), [replace(one, message=f"{path.name}: {one.message}") for one in problems]
