"""The source of a report -> what MyST-Parser or docutils get to read; every line keeps its number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.body import read_body
from sphinx_eventreport.core.outline.generic_headings import is_contents
from sphinx_eventreport.core.posts import rst_body, without_metadata
from sphinx_eventreport.core.reports import read_page_body
from sphinx_eventreport.core.schema import KEPT_KEYS, is_kept

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report
    from sphinx_eventreport.sphinx_ext.reading.known_names import Known

_MARKDOWN_PUNCTUATION = lazy_regex(r"([!-/:-@\[-`{-~])")
# The option of {event} by which `import` says that directives in a page may be those of another generator.
_IMPORTED = lazy_regex(r"^[ \t]+:raw_directive:[ \t]+false[ \t]*$", re.MULTILINE)
_EVENT = lazy_regex(r"^\.\.[ \t]+(?:eventreport:)?event::", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page as it is given to the parser."""

    text: str
    """The text to parse."""
    title: str | None = None
    """A title to put above the document, as the text has no line for it."""
    excerpt: str = ""
    """The plain text of its excerpt."""
    problems: tuple[Problem, ...] = ()
    """What was wrong."""
    tags: tuple[str, ...] = ()
    """The tags in the text."""


def rst_source(
    text: str, front: FrontMatter, report: Report, *, keeps_post: bool, known: Known
) -> PageSource:
    """Return *text*, reStructuredText, without its metadata; *keeps_post* leaves ABlog its directive.

    *known* tells what somebody defines.
    """
    if not (keeps_post and front.post):
        text = without_metadata(text, front, KEPT_KEYS)
    text, problems = rst_body(text, report.dialect, known.directive, known.role)
    return PageSource(text, report.title, problems=problems)


def imported_rst(text: str, known: Known) -> tuple[str, tuple[Problem, ...]]:
    """Return *text*, reStructuredText that says by ``event`` what it is, as docutils reads it; and problems.

    Directives of another generator are in it only if `import` wrote it. Any other page is left alone.
    """
    is_imported = _IMPORTED.search(text) is not None
    if not is_imported and _EVENT.search(text) is None:
        return text, ()
    return rst_body(text, "native", known.directive, known.role, is_foreign=is_imported)


def markdown_source(text: str, front: FrontMatter, report: Report, *, keeps_post: bool) -> PageSource:
    """Return *text*, Markdown of the dialect of *report*, as MyST with an H1 in place of its front matter.

    What is left of the front matter is what Sphinx and MyST-Parser understand. The title is text,
    so what Markdown would take for markup in it is escaped. Without front matter there is no line
    for a title; then it is returned.
    """
    page = read_page_body(text, front, report, keeps_post=keeps_post)
    if not front.end:
        wanted = page.title if report.title is not None or not _has_heading(page.text) else None
        return PageSource(page.text, wanted, page.excerpt, page.problems, page.tags)
    kept = _kept_lines(text.split("\n")[: front.end], front)
    head = ["---", *kept, "---"] if kept else []
    heading = ["# " + _MARKDOWN_PUNCTUATION.sub(r"\\\1", page.title)] if page.title else []
    blank = [""] * (front.end - len(head) - len(heading))
    text = "\n".join([*head, *blank, *heading, page.text])
    return PageSource(text, None, page.excerpt, page.problems, page.tags)


def _has_heading(body: str) -> bool:
    """Return whether *body* has a heading that may be its title; the first one is."""
    headings = [section.title for section in read_body(body).sections if section.level]
    return bool(headings) and not is_contents(headings[0])


def titled_source(text: str, front: FrontMatter) -> str:
    """Return *text*, Markdown that is not a report, with the title in its front matter as H1, if it has none.

    A page that includes others may have its H1 from there, and is left alone.
    """
    value, span = front.mapping.get("title"), front.spans.get("title")
    # A number or a day is a title as it is written.
    title = value if isinstance(value, str) else front.raw.get("title", "")
    if front.format == "toml":
        # MyST-Parser knows none but YAML, and would show it.
        text, span = "\n".join([*[""] * front.end, *text.split("\n")[front.end :]]), (1, 0)
    if (
        front.format not in {"yaml", "toml"}
        or not span
        or not title.strip()
        or isinstance(value, list | dict)
    ):
        return text
    lines = text.split("\n")
    body = "\n".join(lines[front.end :])
    if "{include}" in body or any(section.level == 1 for section in read_body(body).sections):
        return text
    first, last = span
    head = [*lines[: first - 1], *lines[last : front.end]]
    if not any(line.strip() for line in head[1:-1]):
        head = []
    blank = [""] * (front.end - len(head) - 1)
    return "\n".join([*head, *blank, f"# {' '.join(title.split())}", body])


def _kept_lines(lines: list[str], front: FrontMatter) -> list[str]:
    if front.format != "yaml":
        return []
    return [
        line for key, (first, last) in front.spans.items() if is_kept(key) for line in lines[first - 1 : last]
    ]
