"""Levels of headings, so that none is skipped: blogs begin at any level, and leave some out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import is_box
from sphinx_eventreport.core.outline.quiet_text import without_quiet_text

if TYPE_CHECKING:
    from collections.abc import Container

_BLOCKS = MarkdownIt("commonmark").disable("inline")
_DEEPEST = 6
# What would close a heading that begins with "#", and is text in one that is underlined.
_CLOSING = lazy_regex(r"(?<!\S)#+$")
_ATX = lazy_regex(r"([ \t]*)#{1,6}")
# Such a line may be a heading, or the underline of one, be it in code.
_MARKED = lazy_regex(r" {0,3}(?:#|=+[ \t\r]*$|-+[ \t\r]*$)")


WITHOUT_SPACE = frozenset({"pelican", "nikola", "mkdocs"})
"""Dialects of generators with Python-Markdown, which takes ``#Heading`` for one."""
_CLOSE = lazy_regex(r"(?P<marks>#{1,6})(?=[^#\s!])")


def with_spaces(lines: list[str], code: Container[int]) -> None:
    """Put a space behind the marks of headings in *lines* that have none; *code* stays."""
    for number, line in enumerate(lines):
        if line.startswith("#") and number not in code:
            lines[number] = _CLOSE.sub(r"\g<marks> ", line, count=1) if _CLOSE.match(line) else line


def in_order(lines: list[str], *, above: bool) -> None:
    """Give the headings in *lines* of Markdown levels without gaps; *above* says that an H1 precedes them."""
    around = [0] if above else []
    if all(line.startswith("## " if above else "# ") for line in filter(_MARKED.match, lines)):
        return
    # A lone CR would count as a line in Markdown, but is not one of ours.
    text = "\n".join(line.rstrip("\r").replace("\r", " ") for line in lines)
    _put_in_order(lines, text, 0, around)


def _put_in_order(lines: list[str], text: str, first: int, around: list[int]) -> None:
    """Set the levels in *text*, in *lines* from *first* on; *around* are those of what it is below."""
    for token in _BLOCKS.parse(without_quiet_text(text)):
        start, end = (first + line for line in token.map or (0, 0))
        if token.type == "fence" and is_box(token.markup, token.info):
            # What is in a box is in the section around it, and begins none.
            _put_in_order(lines, token.content, start + 1, [0] * len(around))
        if token.type != "heading_open" or token.level:
            continue
        level = int(token.tag[1])
        while around and around[-1] >= level:
            around.pop()
        around.append(level)
        if len(around) != level:
            _set_level(lines, start, end, token.markup, min(len(around), _DEEPEST))


def _set_level(lines: list[str], first: int, last: int, markup: str, level: int) -> None:
    if markup.startswith("#"):
        lines[first] = _ATX.sub(rf"\g<1>{'#' * level}", lines[first], count=1)
    else:
        # An underline tells two levels only.
        text = _CLOSING.sub(r"\\\g<0>", " ".join(line.strip() for line in lines[first : last - 1]))
        lines[first:last] = [f"{'#' * level} {text}", *[""] * (last - first - 1)]
