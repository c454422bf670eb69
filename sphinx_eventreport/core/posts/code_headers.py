"""Indented code with a line ``:::python`` above it, as Python-Markdown's CodeHilite has it -> a fence."""

from __future__ import annotations

from markdown_it import MarkdownIt

from sphinx_eventreport.core.lazy_regex import lazy_regex

_BLOCKS = MarkdownIt("commonmark").disable("inline")
# A shebang that names a path is part of the code.
_HEADER = lazy_regex(r"(?: {4}|\t)(?::::|#!)([\w+#-]+)[ \t]*(?:hl_lines=\S+.*)?\r?")
_INDENT = lazy_regex(r" {4}|\t")
_FENCE = "`" * 6
DIALECTS = frozenset({"pelican", "nikola", "mkdocs", "jekyll"})
"""Dialects whose Markdown has them."""


def headers_as_fences(lines: list[str]) -> None:
    """Replace the first line of such code in *lines* by a fence; if there is no line for its end, it goes."""
    for token in _BLOCKS.parse("\n".join(lines)):
        if token.type != "code_block" or token.level or not token.map:
            continue
        first, last = token.map
        header = _HEADER.fullmatch(lines[first])
        if header is None:
            continue
        if last < len(lines) and not lines[last].strip():
            code = [_INDENT.sub("", line, count=1) for line in lines[first + 1 : last]]
            lines[first : last + 1] = [f"{_FENCE}{header[1]}", *code, _FENCE]
        else:
            lines[first] = ""
