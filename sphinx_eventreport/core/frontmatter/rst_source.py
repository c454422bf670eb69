"""Metadata of reStructuredText, in the ways of ABlog, Nikola and Pelican; the text itself is not parsed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter.meta_lines import read_meta_lines
from sphinx_eventreport.core.frontmatter.metadata_directive import read_post_directive
from sphinx_eventreport.core.frontmatter.model import Reading, printable
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.frontmatter.model import FrontMatter

FIELD = lazy_regex(r":([\w -]{1,60}):(?:[ \t]+(.*)|$)")
"""A line of a field list, as name and text."""

_UNDERLINE = lazy_regex(r"([=\-`:'\"~^_*+#<>.])\1{2,}[ \t]*")
_MOST_LINES = 100
_WORDS = {"true": True, "false": False}
# Fields of ours, whatever else has the metadata of a page.
_SAID_IN_FIELDS = ("visibility", "draft", "audience", "eventreport")


def read_rst(text: str) -> FrontMatter:
    """Return the metadata of *text*, with its title as ``title`` where nothing else says it.

    A ``.. post::`` directive, comments ``.. title: ...``, or field lists at the top and right below the
    title. All of it stays in the text, for it shows nothing there or is Sphinx's to read.
    """
    lines = [line.rstrip("\r") for line in text.removeprefix("\ufeff").split("\n", _MOST_LINES)[:_MOST_LINES]]
    title, line = first_heading(lines)
    found = read_meta_lines(text) if text.lstrip("\ufeff\r\n ").startswith("..") else None
    fields = _fields(lines, line)
    found = replace(found or read_post_directive(text) or fields, spans={}, end=0)
    kept = {key: value for key, value in fields.mapping.items() if key in _SAID_IN_FIELDS}
    found = replace(found, mapping={**kept, **found.mapping}, lines={**fields.lines, **found.lines})
    if not title or "title" in found.mapping:
        return found
    return replace(found, mapping={"title": title, **found.mapping}, lines={"title": line, **found.lines})


def first_heading(lines: Sequence[str]) -> tuple[str, int]:
    """Return the first underlined line of *lines*, and its number from 1; "" and 0 if there is none."""
    for number, (line, under) in enumerate(pairwise(lines), 1):
        if line.strip() and not _UNDERLINE.fullmatch(line) and _UNDERLINE.fullmatch(under):
            return printable(line).strip(), number
    return "", 0


def _fields(lines: list[str], title_line: int) -> FrontMatter:
    """Return the fields at the top, which Sphinx has for a file, and those below the title."""
    reading = Reading()
    top = next((number for number, line in enumerate(lines) if line.strip()), 0)
    for first in (title_line, top) if title_line else (top,):
        _read_fields(lines, first, reading)
    return reading.front_matter("docinfo", end=0)


def _read_fields(lines: list[str], first: int, reading: Reading) -> None:
    has_begun = False
    for number, line in enumerate(lines[first:], first + 1):
        match = FIELD.fullmatch(line)
        if match:
            value = printable(match[2] or "").strip()
            reading.mapping.setdefault(match[1], _WORDS.get(value.lower(), value))
            reading.lines.setdefault(match[1], number)
            has_begun = True
        elif has_begun or (line.strip() and not _UNDERLINE.fullmatch(line)):
            break
