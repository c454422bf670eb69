"""The mark that ends the excerpt of a post: what comes before it describes the post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from markdown_it.token import Token

_MARK = lazy_regex(
    r"<!--[ \t]*(?:more|truncate|excerpt|TEASER_END(?:[: ][^>]{0,100})?|"
    r"PELICAN_(?:END_SUMMARY|BEGIN_SUMMARY))[ \t]*-->",
    re.IGNORECASE,
)
_OPENING = lazy_regex("begin_summary", re.IGNORECASE)
_MARKDOWN = MarkdownIt("commonmark").enable("table")
_LONGEST = 500


def take_excerpt(lines: list[str], code: AbstractSet[int]) -> str:
    """Take the marks out of *lines*, and return the plain text before the first that ends an excerpt.

    *code* are the numbers from 0 of the lines that are not looked into. Headings are not part of it.
    """
    excerpt = None
    for number, line in enumerate(lines):
        match = _MARK.search(line) if "<!--" in line and number not in code else None
        if match is None:
            continue
        if excerpt is None and not _OPENING.search(match[0]):
            excerpt = _plain("\n".join([*lines[:number], line[: match.start()]]))
        lines[number] = _MARK.sub("", line)
    return excerpt or ""


def _plain(markdown: str) -> str:
    words = " ".join(" ".join(_paragraphs(_MARKDOWN.parse(markdown))).split())
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:") + " ..."


def _paragraphs(tokens: Iterable[Token]) -> Iterator[str]:
    in_heading = False
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            in_heading = token.type == "heading_open"
        elif token.type == "inline" and not in_heading:
            yield "".join(map(_text_of, token.children or ()))


def _text_of(token: Token) -> str:
    if token.type in {"text", "code_inline"}:
        return token.content
    return " " if token.type in {"softbreak", "hardbreak"} else ""
