"""A report as a whole: the file in, its record and problems out. No Sphinx needed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.body import read_body
from sphinx_eventreport.core.frontmatter import read_front_matter
from sphinx_eventreport.core.schema import read_report_fields
from sphinx_eventreport.core.source_text import decode
from sphinx_eventreport.core.talks import talks_of

if TYPE_CHECKING:
    import os

    from sphinx_eventreport.core.body import Section
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report


def read_report(path: str | os.PathLike[str]) -> tuple[Report, tuple[Problem, ...]]:
    """Return the report in the Markdown file *path*, and its problems in the order of their lines.

    The record has what the front matter says, and the talks, decks and recordings of the body.
    Nothing wrong in the file raises; a file that cannot be read raises :exc:`OSError`.
    """
    text, problem = decode(Path(path).read_bytes())
    report, problems = read_report_text(text, filename=str(path))
    return report, _in_order((problem, *problems) if problem else problems)


def read_report_text(text: str, *, filename: str) -> tuple[Report, tuple[Problem, ...]]:
    """Return the report in *text*, Markdown with front matter, and its problems.

    *filename* gives the label, and the date, where the front matter does not say them.
    """
    front = read_front_matter(text)
    report, problems = read_report_fields(front, filename=filename)
    rest = text.split("\n")[front.end :]
    body = read_body("\n".join(rest), first_line=front.end + 1)
    title = report.title or _first_heading(body.sections)
    talks, wrong = talks_of(body.sections, title=title or "", event=report.event, known=report.talks)
    found = (*front.problems, *problems, *body.problems, *wrong)
    return replace(report, title=title, talks=talks), _in_order(found)


def _first_heading(sections: tuple[Section, ...]) -> str | None:
    return next((section.title for section in sections if section.level == 1), None)


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))
