"""The body of a report -> the same body with directives in place of raw HTML that embeds something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.body import read_body
from sphinx_eventreport.core.outline.quiet_text import without_quiet_text
from sphinx_eventreport.importing.directives import directives_for, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.records import Deck, Recording

_MARKDOWN = MarkdownIt("commonmark").enable("table").disable("inline")
_MAY_EMBED = lazy_regex(
    r"<(?:iframe|object|embed|video|script|lite|react|youtube|vimeo)|data-notist|presentation-embed-",
    re.IGNORECASE,
)
# What may be before the first line of a block in a list.
_MARKER = lazy_regex(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of HTML on the lines from ``start`` to before ``end``; ``prefix`` is before the first."""

    start: int
    end: int
    html: str
    prefix: str


def with_directives(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text*, MyST, with ``{deck}`` and ``{recording}``, and the addresses of HTML that stays.

    A block of HTML becomes directives if it embeds something and says nothing else, and if the
    directives mean the very same. Everything else stays, byte for byte.
    """
    if "<" not in text:
        return text, ()
    lines = text.split("\n")
    for block in reversed(list(_html_blocks(text, lines))):
        written = [line for directive in directives_for(block.html) for line in directive.myst()]
        if written:
            indent = " " * len(block.prefix)
            indented = [(indent if number else block.prefix) + line for number, line in enumerate(written)]
            lines[block.start : block.end] = indented
    turned = "\n".join(lines)
    return turned, _left(turned) if _MAY_EMBED.search(turned) else ()


def _html_blocks(text: str, lines: list[str]) -> Iterator[_Block]:
    """Yield each block of HTML that is complete, by itself or in a list."""
    is_open = False
    for token in _MARKDOWN.parse(without_quiet_text(text)):
        if token.map is None or token.type not in {"html_block", "paragraph_open"}:
            continue
        start, end = token.map
        while end > start and not lines[end - 1].strip():
            end -= 1
        marker = _MARKER.match(lines[start]) if token.level else None
        prefix = marker[0] if marker else ""
        html = "\n".join([lines[start][len(prefix) :], *lines[start + 1 : end]])
        if "<" not in html:
            continue
        _children, problems = parsed(html)
        # What is opened in one block and closed in another wraps what is between.
        if problems:
            is_open = not is_open
        elif not is_open:
            yield _Block(start, end, html, prefix)


def _left(text: str) -> tuple[str, ...]:
    """Return the sources of what *text* embeds by HTML."""
    written = set(_media(text.replace("<", "&lt;")))
    return tuple(item.source for item in _media(text) if item not in written)


def _media(text: str) -> list[Deck | Recording]:
    found: list[Deck | Recording] = []
    for section in read_body(text).sections:
        found += section.decks
        found += section.recordings
    return found
