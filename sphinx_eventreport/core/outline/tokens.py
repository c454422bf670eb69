"""Markdown -> those of its tokens that an outline needs, with as little parsing as that takes.

Reading a page as Markdown costs many times what it costs to see that most of it is prose. Where nothing
on a page reaches over an empty line, each block is looked at alone: headings, HTML and prose of the
plain kind need no parser, and only what is left does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.quiet_text import may_embed, without_quiet_text

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

# Fences, lines that are indented, definitions of links, other ends of lines.
_REACH_FURTHER = ("```", "~~~", ":::", "\n ", "\t", "]:", "\r", "\0")
# HTML that only its own mark ends.
_LONG_HTML = lazy_regex(r"<(?:!|\?|pre\b|script\b|style\b|textarea\b)", re.IGNORECASE)
_HEADING = lazy_regex(r"(#{1,6})[ \t]+([^<`*_\[\]\\&!~\n]*?)(?:[ \t]+#+)?[ \t]*\n?")
# Some of the elements that begin a block of HTML whatever follows.
_BLOCK_OF_HTML = lazy_regex(
    r"</?(?:address|article|aside|blockquote|center|details|div|dl|fieldset|figcaption|figure|footer|form|"
    r"header|iframe|li|main|nav|ol|p|section|summary|table|ul)(?=[\s>]|/>|$)",
    re.IGNORECASE,
)
# Lines of prose, be they a paragraph or the items of a list; without code or tables, or HTML, in them.
_LINE_BEGINS = r"(?:[*+-] |\d{1,9}[.)] )?(?:\*{0,2}[^\W_]|[\[\"'“«¿¡])"
_BEGINS = lazy_regex(_LINE_BEGINS)
_PROSE = lazy_regex(rf"(?:{_LINE_BEGINS}[^<`{{|\n]*+(?:\n|\Z))++")
_PROSE_WITH_HTML = lazy_regex(rf"(?:{_LINE_BEGINS}[^`{{|\\\n]*+(?:\n|\Z))++")
# A whole tag (CommonMark, section 6.6), with what is between quotes on one line.
_VALUE = r"""(?:[^\s"'=<>`]+|'[^'<>\n]*'|"[^"<>\n]*")"""
_TAG = lazy_regex(rf"(</?[a-z][a-z0-9-]*(?:[ \t]+[a-z_:][\w:.-]*(?:={_VALUE})?)*+[ \t]*/?>)", re.IGNORECASE)
_LINK = "]("


def _read_inline(state: StateCore) -> None:
    """Read headings, and what HTML or a picture is in; other prose embeds nothing, and stays."""
    before = ""
    for token in state.tokens:
        if token.type == "inline":
            if "<" in token.content or before == "heading_open" or may_embed(token.content):
                token.children = []
                state.md.inline.parse(token.content, state.md, state.env, token.children)
            else:
                token.children = [Token("text", "", 0, content=token.content)]
        before = token.type


_MARKDOWN = MarkdownIt("commonmark").enable("table").use(colon_fence_plugin).use(myst_block_plugin)
_MARKDOWN.core.ruler.at("inline", _read_inline)
# A footnote is read where it is. Without them it would be a link that leads to what it says.
_MARKDOWN.use(footnote_plugin).disable("footnote_tail")


def outline_tokens(text: str) -> list[Token]:
    """Return tokens of markdown-it for the headings, HTML, fences and prose of *text*, MyST.

    Their ``map`` counts the lines of *text*. A run of prose may be one token.
    """
    if text.startswith(" ") or _reaches_further(text):
        return _MARKDOWN.parse(without_quiet_text(text))
    found: list[Token] = []
    number, in_prose = 0, False
    for block in text.split("\n\n"):
        first, lines = number, block
        if block[:1] in {"", "\n"}:
            # More than one empty line.
            lines = block.lstrip("\n")
            first += len(block) - len(lines)
        is_prose = _is_prose(lines)
        if lines and not is_prose:
            found += _plain_block(first, lines) or _parsed_block(first, lines)
        elif is_prose and not in_prose:
            # Another paragraph of prose tells nothing new.
            found.append(_inline(first, "x"))
        in_prose = is_prose or (in_prose and not lines)
        number += 2 + (block.count("\n") if "\n" in block else 0)
    return found


def _reaches_further(text: str) -> bool:
    """Return whether something in *text* may reach over an empty line."""
    # Whether a character is there is seen a hundred times as fast as whether several in a row are.
    return any(mark[0] in text and mark in text for mark in _REACH_FURTHER) or bool(_LONG_HTML.search(text))


def _is_prose(block: str) -> bool:
    if "![" in block and may_embed(block):
        return False
    if "\n" in block:
        return bool(_PROSE.fullmatch(block))
    # The same, and much quicker for the one line that most paragraphs are.
    has_marks = "<" in block or "`" in block or "{" in block or "|" in block
    return not has_marks and bool(_BEGINS.match(block))


def _plain_block(number: int, block: str) -> list[Token]:
    """Return the tokens of a block that a look is enough for; none for any other."""
    if block[0] == "#":
        heading = _HEADING.fullmatch(block)
        return _heading(number, heading[1], heading[2]) if heading else []
    if block[0] == "<":
        is_html = _BLOCK_OF_HTML.match(block) or _stands_alone(_TAG.match(block))
        return [_html_block(number, block)] if is_html else []
    return _with_html(number, block) if _PROSE_WITH_HTML.fullmatch(block) and _LINK not in block else []


def _stands_alone(tag: re.Match[str] | None) -> bool:
    """Return whether nothing else is on the line that *tag* ends on."""
    return tag is not None and not tag.string[tag.end() :].partition("\n")[0].strip()


def _html_block(number: int, block: str) -> Token:
    lines = block.rstrip("\n").count("\n") + 1
    return Token("html_block", "", 0, content=block, map=[number, number + lines])


def _with_html(number: int, block: str) -> list[Token]:
    """Return the token of prose with HTML in it; none if something in it is not a tag."""
    parts = _TAG.split(block)
    if any("<" in text for text in parts[::2]):
        return []
    token = _inline(number, block)
    kinds = ("text", "html_inline")
    token.children = [Token(kinds[index % 2], "", 0, content=part) for index, part in enumerate(parts)]
    return [token]


def _heading(number: int, marks: str, title: str) -> list[Token]:
    span = [number, number + 1]
    return [Token("heading_open", f"h{len(marks)}", 1, map=span, markup=marks), _inline(number, title)]


def _inline(number: int, content: str) -> Token:
    text = Token("text", "", 0, content=content)
    return Token("inline", "", 0, content=content, map=[number, number + 1], level=1, children=[text])


def _parsed_block(number: int, block: str) -> list[Token]:
    tokens = _MARKDOWN.parse(block)
    for token in tokens:
        if token.map:
            token.map = [line + number for line in token.map]
    return tokens
