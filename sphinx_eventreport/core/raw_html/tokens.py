"""A piece of raw HTML -> its tags and texts, in their order, alike in every Python version.

Python's own parser treats markup that does not end differently from version to version, loses text in
some and takes quadratic time in others. Here a "<" that begins nothing is text.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Protocol

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.raw_html.tags import read_start_tag

if TYPE_CHECKING:
    from sphinx_eventreport.core.raw_html.tags import StartTag

RAW_TEXT = frozenset({"script", "style"})
"""Elements whose content is neither text nor markup."""

_MARKUP = lazy_regex("<(?=[A-Za-z/!?])")
_END_NAME = lazy_regex(r"</([^\W\d_][^\s/>]*)")
_RAW_ENDS = {tag: lazy_regex(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in RAW_TEXT}
_EMPTY_COMMENTS = ("<!-->", "<!--->")


class Tree(Protocol):
    """Who takes what is read."""

    def text(self, text: str) -> None:
        """Take a run of text."""

    def start(self, start: StartTag, line: int) -> None:
        """Take a start tag."""

    def end(self, tag: str, line: int, written: str) -> None:
        """Take an end tag, and how it is written in the text."""

    def note(self, subtype: Subtype, message: str, line: int, hint: str) -> None:
        """Take a problem."""


def read_tokens(html: str, line: int, tree: Tree) -> None:
    """Hand the tags and texts of *html*, which begins at *line* of its file, to *tree*."""
    _Tokens(html, line, tree).read()


class _Tokens:
    """Reads one piece. Readers of markup take where it starts and return where it ends.

    They return ``None`` for what is text after all.
    """

    def __init__(self, html: str, line: int, tree: Tree) -> None:
        self._html, self._tree = html, tree
        self._line, self._counted = line, 0
        self._last_bracket = html.rfind(">")
        self._last_comment_end = html.rfind("-->")
        # Characters that may be read in vain, looking for the end of tags that have none.
        self._patience = 8 * len(html)

    def read(self) -> None:
        html, told, position = self._html, 0, 0
        while match := _MARKUP.search(html, position):
            start = match.start()
            self._text(told, start)
            end = self._markup(start)
            told, position = (start, start + 1) if end is None else (end, end)
        self._text(told, len(html))

    def _text(self, start: int, end: int) -> None:
        if start < end:
            self._tree.text(unescape(self._html[start:end]))

    def _markup(self, start: int) -> int | None:
        second = self._html[start + 1]
        if second == "/":
            return self._end_tag(start)
        if second not in "!?":
            return self._start_tag(start)
        if self._html.startswith("<!--", start):
            return self._comment(start)
        # Declarations, instructions, and what Python takes for marked sections.
        return self._html.find(">", start) + 1 if start < self._last_bracket else None

    def _start_tag(self, start: int) -> int | None:
        may_end = start < self._last_bracket and self._patience > 0
        tag = read_start_tag(self._html, start) if may_end else None
        if tag is None:
            self._patience -= len(self._html) - start
            message = f'"{self._html[start : start + 20].split()[0]}" starts a tag that does not end'
            self._note(message, start, "end the tag with >, or write &lt; for <")
            return None
        self._tree.start(tag, self._line_at(start))
        return self._raw_text(tag) if tag.name in RAW_TEXT and not tag.empty else tag.end

    def _raw_text(self, tag: StartTag) -> int:
        """Hand over what is in a script; what ends it may be in a later piece."""
        closing = _RAW_ENDS[tag.name].search(self._html, tag.end)
        end = closing.start() if closing else len(self._html)
        self._tree.text(self._html[tag.end : end])
        return end

    def _end_tag(self, start: int) -> int | None:
        if start >= self._last_bracket:
            return None
        name = _END_NAME.match(self._html, start)
        end = self._html.find(">", start) + 1
        if name:
            self._tree.end(name[1].lower(), self._line_at(start), self._html[start:end])
        return end

    def _comment(self, start: int) -> int | None:
        for empty in _EMPTY_COMMENTS:
            if self._html.startswith(empty, start):
                return start + len(empty)
        if start + 4 > self._last_comment_end:
            self._note("A comment is not closed; what follows is read as text", start, "write --> at its end")
            return None
        return self._html.find("-->", start + 4) + 3

    def _note(self, message: str, start: int, hint: str) -> None:
        self._tree.note(Subtype.HTML_UNCLOSED, message, self._line_at(start), hint)

    def _line_at(self, index: int) -> int:
        self._line += self._html.count("\n", self._counted, index)
        self._counted = index
        return self._line
