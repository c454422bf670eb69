"""The body of a page -> MyST below the title that the page has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.headings import same_heading
from sphinx_eventreport.core.posts.body import adapt_body
from sphinx_eventreport.core.posts.metadata import without_metadata
from sphinx_eventreport.core.posts.variables import fill_in
from sphinx_eventreport.core.schema import KEPT_KEYS

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report

_ATX_HEADING = lazy_regex(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_ATTRIBUTES = lazy_regex(r"[ \t]*\{[:#.][^{}]*\}[ \t]*$")
_SETEXT_UNDERLINE = lazy_regex(r" {0,3}=+[ \t]*$")

_ABBREVIATIONS = frozenset("ai api ui ux gui cli qa faq io ide iot eu un us uk usa aws gis ietf ieee".split())
_VOWEL = lazy_regex("[aeiouy]")


@dataclass(frozen=True, slots=True)
class PageBody:
    """The part after the front matter of a page, as MyST; as many lines as it had."""

    text: str
    """The body."""
    title: str | None
    """The title to put above it as H1; ``None`` where it begins with a heading that will do."""
    excerpt: str
    """The part that the author marked as a summary, as plain text; "" where none is marked."""
    problems: tuple[Problem, ...]
    """Its problems."""
    tags: tuple[str, ...] = ()
    """The tags that are in the text."""


def read_page_body(text: str, front: FrontMatter, report: Report, *, keeps_post: bool = False) -> PageBody:
    """Return the body of *text*, Markdown in the dialect of *report*, whose front matter *front* is.

    With *keeps_post*, a directive ``{post}`` stays: ABlog itself will read it.
    """
    if not (keeps_post and front.post):
        text = without_metadata(text, front, KEPT_KEYS)
    lines = text.split("\n")[front.end :]
    opening = _opening_title(lines)
    if opening is not None:
        opening = _ATTRIBUTES.sub("", opening)
        opening = fill_in(opening, report.dialect, report.title or "")
    title = _missing_title(opening, report)
    post = adapt_body(
        "\n".join(lines),
        report.dialect,
        above=title is not None and front.end > 0,
        first_line=front.end + 1,
        page={**front.mapping, "title": report.title},
    )
    return PageBody(post.text, title, post.excerpt, post.problems, post.tags)


def _missing_title(opening: str | None, report: Report) -> str | None:
    """Return the title to put above a page that begins with the H1 *opening*: none if that will do.

    Any H1 will do where front matter names no title; else only one of the same words.
    """
    if report.title is None and opening is not None:
        return None
    name = report.event.name if report.event else title_of_name(report.name)
    title = report.title or name
    return None if opening is not None and same_heading(opening, title) else title


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


def title_of_name(name: str) -> str:
    """Return the title that a file *name* makes: "dashboard-ux-breakout" is "Dashboard UX breakout"."""
    title = " ".join(word.upper() if _is_abbreviation(word) else word for word in name.split("-"))
    return title[:1].upper() + title[1:]


def _is_abbreviation(word: str) -> bool:
    # Words have vowels; of abbreviations that have some as well only these are known.
    return word in _ABBREVIATIONS or (word.isalpha() and word.isascii() and not _VOWEL.search(word))
