"""Markdown without what is internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.audience.spans import (
    DIRECTIVES,
    OF_SECTIONS,
    Heading,
    Marked,
    hidden_lines,
    is_internal,
    without,
)
from sphinx_eventreport.core.outline.body import VERBATIM
from sphinx_eventreport.core.outline.directive_text import read_directive
from sphinx_eventreport.core.outline.tokens import outline_tokens
from sphinx_eventreport.core.schema.audience import KEY

if TYPE_CHECKING:
    from markdown_it.token import Token

    from sphinx_eventreport.core.outline.directive_text import DirectiveText

_MOST_NESTING = 10


def public_markdown(text: str, first: int = 0) -> str:
    """Return *text*, MyST whose front matter ends before the line *first*, without what is internal.

    Lines count from 0. Directives in reStructuredText (``{eval-rst}``), and in lines of HTML, stay.
    """
    if KEY not in text.lower():
        return text
    lines = text.split("\n")
    # A lone CR would count as a line in Markdown.
    body = [line.rstrip("\r").replace("\r", " ") for line in lines[first:]]
    return without(lines, {first + number for number in _hidden(body, _MOST_NESTING)})


def _hidden(lines: list[str], nesting: int) -> set[int]:
    """Return the numbers of what is internal in *lines*, in directives *nesting* levels deep as well."""
    headings: list[Heading] = []
    marked: list[Marked] = []
    inside: set[int] = set()
    for token in outline_tokens("\n".join(lines)):
        if token.map is None:
            continue
        if token.type == "heading_open" and token.level == 0:
            headings.append(Heading(token.map[0], int(token.tag[1])))
        directive = _directive(token, token.map[0])
        if directive is None:
            continue
        if directive.name in DIRECTIVES and is_internal(
            directive.name, directive.argument, directive.options
        ):
            first, end = token.map
            marked.append(Marked(first, end, _means_section(directive)))
        elif nesting and directive.name not in VERBATIM and KEY in directive.body.lower():
            below = _hidden(directive.body.split("\n"), nesting - 1)
            inside.update(directive.body_line + number for number in below)
    return inside | hidden_lines(lines, headings, marked)


def _directive(token: Token, line: int) -> DirectiveText | None:
    if token.type not in {"fence", "colon_fence"}:
        return None
    return read_directive(token.info, token.content, line)


def _means_section(directive: DirectiveText) -> bool:
    return directive.name in OF_SECTIONS and (directive.name != KEY or not directive.body.strip())
