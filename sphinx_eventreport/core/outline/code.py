"""Code in Markdown, in which nothing is looked for: whole lines, and spans in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.quiet_text import without_quiet_text

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

CODE_SPAN = r"(?P<ticks>`+)(?!`)(?:.*?[^`])(?P=ticks)(?!`)"
"""A span of code in one line, as a regular expression: as many backticks after it as before it."""
_SPAN = lazy_regex(CODE_SPAN)
_BLOCKS = MarkdownIt("commonmark").disable("inline")
# Code has a fence, or is indented by four columns.
_MARKS = ("```", "~~~", "    ", "\t")


def code_lines(lines: list[str]) -> frozenset[int]:
    """Return the numbers from 0 of the lines in fences and indented code."""
    text = "\n".join(lines)
    if not any(mark[0] in text and mark in text for mark in _MARKS):
        return frozenset()
    if "\r" in text:
        # A lone CR would count as a line in Markdown, but is not one of ours.
        text = "\n".join(line.rstrip("\r").replace("\r", " ") for line in lines)
    tokens = _BLOCKS.parse(without_quiet_text(text))
    spans = [token.map for token in tokens if token.type in {"fence", "code_block"} and token.map]
    return frozenset(line for first, last in spans for line in range(first, last))


def code_spans(line: str) -> list[tuple[int, int]]:
    """Return where the spans of code in *line* begin and end."""
    return [match.span() for match in _SPAN.finditer(line)] if "`" in line else []


def outside_code(line: str, change: Callable[[str], str], kept: re.Pattern[str] = _SPAN) -> str:
    """Return *line* with *change* made to all that is in none of what is *kept*."""
    parts, done = [], 0
    for match in kept.finditer(line):
        parts += [change(line[done : match.start()]), match[0]]
        done = match.end()
    return "".join([*parts, change(line[done:])])
