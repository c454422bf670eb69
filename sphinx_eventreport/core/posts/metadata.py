"""Metadata that is in the text of a post, and would show there: taken out, line for line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter import FIELD
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container

    from sphinx_eventreport.core.frontmatter import FrontMatter

_FENCE = lazy_regex(r"[ \t]*(`{3,}|:{3,})\{post\}.*")
_MORE = lazy_regex(r"[ \t]+\S.*")


def without_metadata(text: str, front: FrontMatter, kept: Container[str]) -> str:
    """Return *text* without what *front* was read from, if that is not a block at the top of Markdown.

    That is ABlog's ``post`` directive, whose content stays, or the field list below a title, of which
    the fields *kept* stay. *text* is Markdown or reStructuredText.
    """
    if not front.post and front.format != "docinfo":
        return text
    lines = text.split("\n")
    if front.post:
        _take_directive(lines, front.post - 1)
    else:
        _take_fields(lines, front, kept)
    return "\n".join(lines)


def without_directive(text: str, line: int) -> str:
    """Return *text*, reStructuredText, without the directive on *line*, counted from 1; its content stays."""
    lines = text.split("\n")
    _take_indented(lines, line - 1)
    return "\n".join(lines)


def _take_directive(lines: list[str], number: int) -> None:
    fence = _FENCE.fullmatch(lines[number].rstrip("\r"))
    if fence:
        _take_fence(lines, number, fence[1])
    else:
        _take_indented(lines, number)


def _take_fence(lines: list[str], number: int, fence: str) -> None:
    """Take the fence, its options and its end; what else is in it is part of the page."""
    end = next(
        (last for last in range(number + 1, len(lines)) if lines[last].strip() == fence), len(lines) - 1
    )
    options = _end_of_options(lines, number + 1, end)
    lines[number:options] = [""] * (options - number)
    if lines[end].strip() == fence:
        lines[end] = ""


def _end_of_options(lines: list[str], number: int, end: int) -> int:
    """Return the number of the line after the options: lines ``:key: value``, or YAML between ``---``."""
    if number < end and lines[number].strip() == "---":
        closing = (last for last in range(number + 1, end) if lines[last].strip() == "---")
        return next(closing, number - 1) + 1
    while number < end and lines[number].lstrip().startswith(":"):
        number += 1
    return number


def _take_indented(lines: list[str], number: int) -> None:
    end = number + 1
    while end < len(lines) and _MORE.fullmatch(lines[end].rstrip("\r")):
        end += 1
    lines[number:end] = [""] * (end - number)
    # The content of the directive would be a quotation without it.
    indent = None
    while end < len(lines) and (not lines[end].strip() or lines[end][0] in " \t"):
        if lines[end].strip():
            width = len(lines[end]) - len(lines[end].lstrip())
            indent = width if indent is None else min(indent, width)
            lines[end] = lines[end][indent:]
        end += 1


def _take_fields(lines: list[str], front: FrontMatter, kept: Container[str]) -> None:
    own = {line for key, line in front.lines.items() if key != "title" or _is_field(lines, line)}
    for first in sorted(own):
        match = FIELD.fullmatch(lines[first - 1].rstrip("\r"))
        if not match or match[1] in kept:
            continue
        last = first
        while last < len(lines) and _MORE.fullmatch(lines[last].rstrip("\r")):
            last += 1
        lines[first - 1 : last] = [""] * (last - first + 1)


def _is_field(lines: list[str], line: int) -> bool:
    return bool(FIELD.fullmatch(lines[line - 1].rstrip("\r")))
