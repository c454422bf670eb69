"""Shortcodes, Liquid tags and MDX in Markdown -> Markdown and HTML that says the same.

Only the text is looked at, never a template or a file. Every line keeps its number. Code, comments,
and what a generator calls raw stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.shortcodes.code_blocks import code_as_markdown
from sphinx_eventreport.core.shortcodes.pairs import as_tree
from sphinx_eventreport.core.shortcodes.render import Renderer
from sphinx_eventreport.core.shortcodes.scan import find_marks
from sphinx_eventreport.core.shortcodes.syntax import syntax_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.problems import Problem

_NOTHING: Mapping[str, object] = {}


def expand_shortcodes(
    text: str, dialect: str, *, first_line: int = 1, page: Mapping[str, object] = _NOTHING
) -> tuple[str, tuple[Problem, ...]]:
    """Return *text*, Markdown without front matter, with what the shortcodes in it stand for, and problems.

    *dialect* is the name of one; *first_line* is the line of its file on which *text* begins; *page* is
    the front matter, whose values a text may name. The result has as many lines, each where it was. What
    is not known stays as it is, with a problem. Boxes become directives with a fence of colons.
    """
    syntax = syntax_of(dialect)
    if not any(mark in text for mark in syntax.marks):
        return text, ()
    text = code_as_markdown(text)
    nodes = as_tree(find_marks(text, syntax.pattern, first_line))
    renderer = Renderer(text, dialect, page)
    return renderer.render(nodes, 0, len(text)), tuple(renderer.problems)
