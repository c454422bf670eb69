"""reStructuredText without what is internal, told by its lines: docutils is not needed for that."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from sphinx_eventreport.core.audience.spans import (
    DIRECTIVES,
    OF_SECTIONS,
    Heading,
    Marked,
    hidden_lines,
    is_internal,
    without,
)
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.schema.audience import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DIRECTIVE = lazy_regex(
    r"([ \t]*(?:[-*+•][ \t]+)*)\.\.[ \t]+(?:eventreport:)?([a-z-]+)[ \t]?::(?:[ \t]+(.*))?[ \t]*",
    re.IGNORECASE,
)
_OPTION = lazy_regex(r"[ \t]+:([^:\n]+):(?:[ \t]+(.*))?")
_ADORNMENT = lazy_regex(r"([!-/:-@\[-`{-~])\1*[ \t]*")
# What begins with one of these is no title, whatever is below it.
_NO_TITLE = lazy_regex(r"\.\.(?:[ \t]|$)|>>> |[-*+•|][ \t]|__(?:[ \t]|$)")
# docutils takes a shorter underline than this for text, unless it is as long as the title.
_SHORTEST_SHORT = 4


def public_rst(text: str) -> str:
    """Return *text*, reStructuredText, without what is internal.

    Lines that may be a heading and need not be one to docutils end no section: too much is hidden then,
    and never too little.
    """
    if KEY not in text.lower():
        return text
    lines = text.split("\n")
    plain = [line.rstrip("\r").expandtabs() for line in lines]
    return without(lines, hidden_lines(plain, list(_headings(plain)), _marked(plain)))


class _Written(NamedTuple):
    name: str
    argument: str
    options: dict[str, str]
    end: int
    has_content: bool


def _marked(lines: Sequence[str]) -> Iterator[Marked]:
    for number, line in enumerate(lines):
        match = _DIRECTIVE.fullmatch(line)
        if match is None or match[2].lower() not in DIRECTIVES:
            continue
        found = _written(lines, number, match)
        if is_internal(found.name, found.argument, found.options):
            means_section = found.name in OF_SECTIONS and not (found.name == KEY and found.has_content)
            yield Marked(number, found.end, means_section)


def _written(lines: Sequence[str], number: int, match: re.Match[str]) -> _Written:
    """Return what is written of the directive that begins on the line *number*."""
    indent = len(match[1])
    end = number + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > indent):
        end += 1
    block = lines[number + 1 : end]
    # Options come right below, up to the first empty line; the argument may go on before them.
    head = list(takewhile(str.strip, block))
    found = filter(None, map(_OPTION.fullmatch, head))
    options = {option[1].strip(): (option[2] or "").strip() for option in found}
    has_content = any(line.strip() for line in block[len(head) :])
    return _Written(match[2].lower(), (match[3] or "").strip(), options, end, has_content)


def _headings(lines: Sequence[str]) -> Iterator[Heading]:
    """Yield the headings in their order; levels are those of their adornments as they come."""
    styles: list[tuple[str, bool]] = []
    number = 0
    while number < len(lines):
        found = _heading_at(lines, number)
        if found is None:
            number += 1
            continue
        style, length = found
        if style not in styles:
            styles.append(style)
        yield Heading(number, styles.index(style) + 1)
        number += length


def _heading_at(lines: Sequence[str], number: int) -> tuple[tuple[str, bool], int] | None:
    """Return the adornment of the heading that begins on the line *number*, and how many lines it has."""
    above = lines[number - 1] if number else ""
    first, second, third = (*lines[number : number + 3], "", "", "")[:3]
    if above.strip() or not first.strip():
        return None
    over = _ADORNMENT.fullmatch(first)
    if over and second.strip() and third.rstrip() == first.rstrip():
        return (over[1], True), 3
    under = _ADORNMENT.fullmatch(second)
    if over or not under or first[0] == " " or _NO_TITLE.match(first):
        return None
    length = len(second.rstrip())
    is_title = length >= _SHORTEST_SHORT or length >= _width(first.rstrip())
    return ((under[1], False), 2) if is_title else None


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
