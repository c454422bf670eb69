"""Markdown in front matter, as Quarto and HugoBlox have it -> its words."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from sphinx_eventreport.core.dialects.values import Page

_MARKDOWN = MarkdownIt("commonmark").enable("strikethrough")
_SIGNS = lazy_regex(r"[*_`\[<~\\&]")
# What only says how words look; any other tag may be words of the text, "Vec<T>".
_TAG = lazy_regex(
    r"</?(?:b|i|em|strong|code|sub|sup|span|small|mark|u|s|a|br|kbd|abbr)\b[^<>]*>", re.IGNORECASE
)


def words_of(value: object, _page: Page) -> object:
    """Return the words of a text in Markdown, without its markup; any other value as it is."""
    if not isinstance(value, str) or not _SIGNS.search(value):
        return value
    return "\n\n".join(_words(block) for block in re.split(r"\n[ \t]*\n", value))


def text_words(value: object, page: Page) -> object:
    """Return the words of a text; numbers, lists and maps mean something else."""
    return words_of(value, page) if isinstance(value, str) else None


def _words(text: str) -> str:
    parts: list[str] = []
    for token in (inner for block in _MARKDOWN.parseInline(text) for inner in block.children or ()):
        if token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif token.type != "html_inline" or not _TAG.fullmatch(token.content):
            parts.append(token.content)
    return unescape("".join(parts))
