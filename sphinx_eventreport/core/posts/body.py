"""The body of a post, in the order in which its generator's additions to Markdown are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.outline.code_lines import code_lines
from sphinx_eventreport.core.posts.attributes import without_attributes
from sphinx_eventreport.core.posts.containers import as_directives, cells_as_code
from sphinx_eventreport.core.posts.excerpt import take_excerpt
from sphinx_eventreport.core.posts.heading_levels import in_order
from sphinx_eventreport.core.posts.inner_markdown import open_html
from sphinx_eventreport.core.posts.variables import fill_in
from sphinx_eventreport.core.shortcodes.read import expand_shortcodes

if TYPE_CHECKING:
    from sphinx_eventreport.core.problems import Problem

_NATIVE = "native"
# One of them is in all that stands for something else.
_FILLED_IN = ("{", "|", "@")


@dataclass(frozen=True, slots=True)
class Post:
    """The body of a post as MyST, the plain text of its excerpt ("" if none is marked), and problems."""

    text: str
    excerpt: str
    problems: tuple[Problem, ...]


def adapt_body(text: str, dialect: str, *, title: str | None, above: bool, first_line: int = 1) -> Post:
    """Return the body *text* of a post in *dialect*, Markdown without front matter, as MyST.

    *title* is that of the page; *above* says that it will stand above the body as a heading.
    *first_line* is the line of the file on which *text* begins. The result has as many lines. Of a
    native report only services like ``@[youtube](id)`` are read.
    """
    if dialect != _NATIVE and any(mark in text for mark in _FILLED_IN):
        text = "\n".join(_filled_in(text.split("\n"), dialect, title or ""))
    text, problems = expand_shortcodes(text, dialect, first_line=first_line)
    if dialect == _NATIVE:
        return Post(text, "", problems)
    lines = text.split("\n")
    _as_myst(lines, text, dialect)
    excerpt = take_excerpt(lines, code_lines(lines)) if "<!--" in text else ""
    in_order(lines, above=above)
    return Post("\n".join(lines), excerpt, problems)


def _filled_in(lines: list[str], dialect: str, title: str) -> list[str]:
    code = code_lines(lines)
    return [line if number in code else fill_in(line, dialect, title) for number, line in enumerate(lines)]


def _as_myst(lines: list[str], text: str, dialect: str) -> None:
    """Change *lines*, those of *text*; what is not in it need not be looked for in each."""
    if dialect == "quarto":
        cells_as_code(lines)
    if ":::" in text or dialect == "mkdocs":
        as_directives(lines, dialect)
    if " markdown" in text:
        open_html(lines, code_lines(lines))
    if "{" in text:
        code = code_lines(lines)
        for number, line in enumerate(lines):
            if "{" in line and number not in code:
                lines[number] = without_attributes(line)
