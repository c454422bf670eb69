"""The source of a report -> what MyST-Parser or docutils get to read; every line keeps its number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.headings import same_heading
from sphinx_eventreport.core.posts import adapt_body, without_metadata
from sphinx_eventreport.core.schema import KEPT_KEYS, is_kept

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report

_MARKDOWN_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_ATX_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_SETEXT_UNDERLINE = re.compile(r" {0,3}=+[ \t]*$")


@dataclass(frozen=True, slots=True)
class PageSource:
    """The text to parse, the plain text of its excerpt, and what was wrong.

    ``title`` is one for which there was no line in the text, and that must be put above the document.
    """

    text: str
    title: str | None = None
    excerpt: str = ""
    problems: tuple[Problem, ...] = ()


def rst_source(text: str, front: FrontMatter, report: Report, *, keeps_post: bool) -> PageSource:
    """Return *text*, reStructuredText, without its metadata; *keeps_post* leaves ABlog its directive."""
    if not (keeps_post and front.format == "post"):
        text = without_metadata(text, front, KEPT_KEYS)
    return PageSource(text, report.title)


def markdown_source(text: str, front: FrontMatter, report: Report, *, keeps_post: bool) -> PageSource:
    """Return *text*, Markdown of the dialect of *report*, as MyST with an H1 in place of its front matter.

    What is left of the front matter is what Sphinx and MyST-Parser understand. The title is text,
    so what Markdown would take for markup in it is escaped. Without front matter there is no line
    for a title; then it is returned.
    """
    if not (keeps_post and front.format == "post"):
        text = without_metadata(text, front, KEPT_KEYS)
    lines = text.split("\n")
    body = lines[front.end :]
    title = _missing_title(body, report)
    post = adapt_body(
        "\n".join(body),
        report.dialect,
        title=report.title,
        above=title is not None and front.end > 0,
        first_line=front.end + 1,
    )
    if not front.end:
        # A page of none but its body has no title that somebody wrote elsewhere.
        wanted = title if report.title is not None else None
        return PageSource(post.text, wanted, post.excerpt, post.problems)
    kept = _kept_lines(lines, front)
    head = ["---", *kept, "---"] if kept else []
    heading = ["# " + _MARKDOWN_PUNCTUATION.sub(r"\\\1", title)] if title else []
    blank = [""] * (front.end - len(head) - len(heading))
    return PageSource("\n".join([*head, *blank, *heading, post.text]), None, post.excerpt, post.problems)


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
