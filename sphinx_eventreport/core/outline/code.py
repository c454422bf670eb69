"""Code in Markdown, in which nothing is looked for: whole lines, and spans in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.prose_directives import count_options, has_title, is_prose
from sphinx_eventreport.core.outline.quiet_text import without_quiet_text

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from markdown_it.token import Token

CODE_SPAN = r"(?P<ticks>`+)(?!`)(?:.*?[^`])(?P=ticks)(?!`)"
"""A span of code in one line, as a regular expression: as many backticks after it as before it."""
_SPAN = lazy_regex(CODE_SPAN)
_BLOCKS = MarkdownIt("commonmark").disable("inline")
# Code has a fence, or is indented by four columns.
_MARKS = ("```", "~~~", "    ", "\t")
_CODE = frozenset({"fence", "code_block"})
SHORTEST_BOX = 9
"""How many backticks a box has at least, so that code in it does not end it; authors write fewer."""


def code_lines(lines: list[str], *, opens_directives: bool = False) -> frozenset[int]:
    """Return the numbers from 0 of the lines in fences and indented code.

    With *opens_directives*, the Markdown in directives that authors wrote is not code. No box can be made
    in it: its fence would end theirs.
    """
    text = "\n".join(lines)
    if not any(mark[0] in text and mark in text for mark in _MARKS):
        return frozenset()
    if "\r" in text:
        # A lone CR would count as a line in Markdown, but is not one of ours.
        text = "\n".join(line.rstrip("\r").replace("\r", " ") for line in lines)
    tokens = _BLOCKS.parse(without_quiet_text(text))
    return frozenset(
        line for token in tokens if token.type in _CODE for line in _lines_of(token, opens=opens_directives)
    )


def is_box(markup: str, info: str) -> bool:
    """Return whether a fence of *markup*, followed by *info*, is a box that was made of a generator's."""
    return len(markup) >= SHORTEST_BOX and info.lstrip().startswith("{")


def _lines_of(token: Token, *, opens: bool) -> Iterator[int]:
    """Yield the numbers of the lines that are code in *token*: all of them but for the prose in a box."""
    first, last = token.map or (0, 0)
    is_directive = opens and is_prose(token.info)
    if not (is_directive or is_box(token.markup, token.info)):
        yield from range(first, last)
        return
    inside = token.content.removesuffix("\n").split("\n")
    options = count_options(inside) if is_directive else 0
    if not (is_directive and has_title(token.info)):
        yield first
    yield from range(first + 1, first + 1 + options)
    below = code_lines(inside[options:], opens_directives=opens)
    yield from (first + 1 + options + number for number in below)
    # What goes on to the end of the page has no line that ends it.
    yield from range(first + 1 + len(inside), last)


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
