"""A report as a whole: the file in, its record and problems out. No Sphinx needed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.body import read_body
from sphinx_eventreport.core.frontmatter import read_front_matter, read_json, read_meta_file, read_rst
from sphinx_eventreport.core.schema import is_report, read_report_fields
from sphinx_eventreport.core.source_text import decode
from sphinx_eventreport.core.talks import talks_of

if TYPE_CHECKING:
    import os

    from sphinx_eventreport.core.body import Section
    from sphinx_eventreport.core.frontmatter import FrontMatter
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report

_METADATA_ONLY = (".json", ".meta")


def read_report(path: str | os.PathLike[str]) -> tuple[Report, tuple[Problem, ...]]:
    """Return the report in the file *path*, and its problems in the order of their lines.

    The record has what the front matter says, and the talks, decks and recordings of the body, which
    is Markdown. Of reStructuredText (``.rst``) only the metadata is read; JSON (``.json``) is that of
    PyVideo. Metadata of Nikola may stand in a ``.meta`` file beside *path*. Nothing wrong in the file
    raises; a file that cannot be read raises :exc:`OSError`.
    """
    path = Path(path)
    front, text, problem = _read(path)
    report, problems = report_with(front, text, filename=path.as_posix())
    return report, _in_order((problem, *problems) if problem else problems)


def read_if_report(path: Path) -> tuple[Report, tuple[Problem, ...]] | None:
    """Return what :func:`read_report` does, or ``None`` if the front matter says that it is no report."""
    front, text, problem = _read(path)
    filename = path.as_posix()
    if not is_report(front, filename=filename):
        return None
    report, problems = report_with(front, text, filename=filename)
    return report, _in_order((problem, *problems) if problem else problems)


def _read(path: Path) -> tuple[FrontMatter, str, Problem | None]:
    text, problem = decode(path.read_bytes())
    beside = path.with_suffix(".meta")
    meta = decode(beside.read_bytes())[0] if beside != path and beside.is_file() else ""
    return front_matter_in(text, path.as_posix(), meta), text, problem


def read_report_text(text: str, *, filename: str, meta: str = "") -> tuple[Report, tuple[Problem, ...]]:
    """Return the report in *text* and its problems.

    *filename* gives the label, and the date, where the front matter does not say them; its suffix tells
    what *text* is. *meta* is what a ``.meta`` file beside it says, which counts where the text itself
    has no front matter.
    """
    return report_with(front_matter_in(text, filename, meta), text, filename=filename)


def report_with(front: FrontMatter, text: str, *, filename: str) -> tuple[Report, tuple[Problem, ...]]:
    """Return the report in *text*, whose front matter *front* is; as :func:`read_report_text`."""
    report, problems = read_report_fields(front, filename=filename)
    if filename.endswith((*_METADATA_ONLY, ".rst")):
        return report, _in_order((*front.problems, *problems))
    rest = text.split("\n")[front.end :]
    body = read_body("\n".join(rest), first_line=front.end + 1, dialect=report.dialect)
    title = report.title or _first_heading(body.sections)
    talks, wrong = talks_of(body.sections, title=title or "", event=report.event, known=report.talks)
    found = (*front.problems, *problems, *body.problems, *wrong)
    return replace(report, title=title, talks=talks), _in_order(found)


def front_matter_in(text: str, filename: str, meta: str = "") -> FrontMatter:
    """Return the front matter of a file, by the suffix of its name; *meta* as in :func:`read_report_text`."""
    readers = {".json": read_json, ".rst": read_rst, ".meta": read_meta_file}
    read = readers.get("." + filename.rpartition(".")[2], read_front_matter)
    front = read(text)
    return front if front.mapping or not meta else read_meta_file(meta)


def _first_heading(sections: tuple[Section, ...]) -> str | None:
    return next((section.title for section in sections if section.level == 1), None)


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))
