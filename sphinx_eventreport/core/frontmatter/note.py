"""The line of tags of HackMD and HedgeDoc, ``###### tags: `a```, by which a note is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter.model import Reading, printable
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter.model import FrontMatter

TAGS_LINE = lazy_regex(r"[ \t]*#{6}[ \t]+tags:(?P<tags>.*)", re.IGNORECASE)
_TAG = lazy_regex(r"`([^`\n]{1,100})`|([^\s,`#][^,`\n]{0,100})")
_FENCE = lazy_regex(r"[ \t]*(`{3,}|~{3,})")
_MOST_LINES = 60


def tags_of(line: str) -> list[str]:
    """Return the tags of a line of tags, which are code or are between commas; none of any other line."""
    match = TAGS_LINE.fullmatch(line.rstrip("\r"))
    found = _TAG.finditer(match["tags"]) if match else ()
    return [text for tag in found if (text := printable(tag[1] or tag[2]).strip())]


def read_note(text: str) -> FrontMatter | None:
    """Return the tags in a line near the top of *text*, ``None`` without one; it stays part of the text."""
    if "######" not in text:
        return None
    for number, line in enumerate(text.split("\n", _MOST_LINES)[:_MOST_LINES], 1):
        if _FENCE.match(line):
            return None
        tags = tags_of(line)
        if tags:
            return Reading({"tags": tags}, {"tags": number}).front_matter("hackmd", end=0)
    return None
