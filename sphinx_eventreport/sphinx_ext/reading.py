"""Before a document is parsed: take the front matter out, and put the page's title in.

MyST-Parser turns typed front matter into text, and docutils moves some of its keys about, so they
see none of the keys that are ours. Every line of the body keeps its number.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.matching import Matcher

from sphinx_eventreport.core.frontmatter import read_front_matter
from sphinx_eventreport.core.headings import same_heading
from sphinx_eventreport.core.schema import is_kept, is_report, read_report_fields
from sphinx_eventreport.core.source_text import decode
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.current import set_report
from sphinx_eventreport.sphinx_ext.log import warn_in

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_eventreport.core.frontmatter import FrontMatter
    from sphinx_eventreport.core.records import Report

_MARKDOWN_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_ATX_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_SETEXT_UNDERLINE = re.compile(r" {0,3}=+[ \t]*$")


def read_source(app: Sphinx, docname: str, source: list[str]) -> None:
    """Read the front matter of a report and keep its record for the transforms (``source-read``)."""
    path = Path(app.env.doc2path(docname))
    _text, problem = decode(path.read_bytes())
    if problem is not None:
        warn_in(docname, problem)
    front = read_front_matter(source[0]) if is_markdown(app, path) else None
    if front is None or not _is_report(app, docname, front):
        return
    report, problems = read_report_fields(front, filename=docname)
    for problem in sorted((*front.problems, *problems), key=lambda problem: problem.line or 0):
        warn_in(docname, problem)
    set_report(app.env, report, _lines(front, report))
    source[0] = without_front_matter(source[0], front, report)


def _lines(front: FrontMatter, report: Report) -> dict[str, int]:
    """Return the line of each native key, whatever its name is in the dialect of the page."""
    lines = {path: front.lines[key] for path, key in report.sources if key in front.lines}
    return {**lines, **front.lines}


def is_markdown(app: Sphinx, path: Path) -> bool:
    """Return whether *path* is parsed as Markdown: only there is front matter."""
    return any(
        path.name.endswith(suffix) and kind in {"markdown", "myst", "myst-nb"}
        for suffix, kind in app.config.source_suffix.items()
    )


def _is_report(app: Sphinx, docname: str, front: FrontMatter) -> bool:
    if is_report(front, filename=docname):
        return True
    refused = front.mapping.get("eventreport") is False
    return not refused and Matcher(read_config(app.config).patterns)(docname)


def without_front_matter(text: str, front: FrontMatter, report: Report) -> str:
    """Return *text* with an H1 in place of its front matter, line for line.

    What is left of the front matter is what Sphinx and MyST-Parser understand. The title is text,
    so what Markdown would take for markup in it is escaped. Without front matter there is no line
    for a title, and the body has its own.
    """
    if not front.end:
        return text
    lines = text.split("\n")
    body = lines[front.end :]
    kept = _kept_lines(lines, front)
    head = ["---", *kept, "---"] if kept else []
    title = _missing_title(body, report)
    heading = ["# " + _MARKDOWN_PUNCTUATION.sub(r"\\\1", title)] if title else []
    blank = [""] * (front.end - len(head) - len(heading))
    return "\n".join([*head, *blank, *heading, *body])


def _missing_title(body: list[str], report: Report) -> str | None:
    """Return the title to put above *body*: none if it opens with an H1 that will do.

    Any H1 will do where front matter names no title; else only one of the same words.
    """
    opening = _opening_title(body)
    if report.title is None and opening is not None:
        return None
    name = report.event.name if report.event else report.label.replace("-", " ").capitalize()
    title = report.title or name
    return None if opening is not None and same_heading(opening, title) else title


def _kept_lines(lines: list[str], front: FrontMatter) -> list[str]:
    if front.format != "yaml":
        return []
    return [
        line for key, (first, last) in front.spans.items() if is_kept(key) for line in lines[first - 1 : last]
    ]


def _opening_title(lines: list[str]) -> str | None:
    """Return the text of the H1 that the body begins with, or ``None``."""
    content = [line for line in lines[:50] if line.strip()]
    if not content:
        return None
    match = _ATX_HEADING.match(content[0])
    if match:
        return match[2] if len(match[1]) == 1 else None
    setext = len(content) > 1 and _SETEXT_UNDERLINE.match(content[1])
    return content[0].strip() if setext else None
