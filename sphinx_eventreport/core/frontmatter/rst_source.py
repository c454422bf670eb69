"""Metadata of reStructuredText, in the ways of ABlog, Nikola and Pelican; the text itself is not parsed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter.meta_lines import read_meta_lines
from sphinx_eventreport.core.frontmatter.metadata_directive import read_post_directive
from sphinx_eventreport.core.frontmatter.model import Reading, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.frontmatter.model import FrontMatter

FIELD = re.compile(r":([\w -]{1,60}):(?:[ \t]+(.*)|$)")
"""A line of a field list, as name and text."""

_UNDERLINE = re.compile(r"([=\-`:'\"~^_*+#<>.])\1{2,}[ \t]*")
_MOST_LINES = 100


def read_rst(text: str) -> FrontMatter:
    """Return the metadata of *text*, with its title as ``title`` where nothing else says it.

    A ``.. post::`` directive, comments ``.. title: ...``, or a field list right below the title. All
    of it stays in the text, for it shows nothing there or is Sphinx's to read.
    """
    lines = [line.rstrip("\r") for line in text.removeprefix("\ufeff").split("\n", _MOST_LINES)[:_MOST_LINES]]
    title, line = first_heading(lines)
    found = read_meta_lines(text) if text.lstrip("\ufeff\r\n ").startswith("..") else None
    found = found or read_post_directive(text) or _fields(lines, line)
    found = replace(found, spans={}, end=0)
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
    reading = Reading()
    for number, line in enumerate(lines[title_line:], title_line + 1):
        match = FIELD.fullmatch(line)
        if match:
            reading.mapping[match[1]] = printable(match[2] or "").strip()
            reading.lines[match[1]] = number
        elif reading.mapping or (line.strip() and not _UNDERLINE.fullmatch(line)):
            break
    return reading.front_matter("docinfo", end=0)
