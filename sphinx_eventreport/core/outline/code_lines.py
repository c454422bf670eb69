"""Which lines of Markdown are code, and nothing to look into."""

from __future__ import annotations

from markdown_it import MarkdownIt

from sphinx_eventreport.core.outline.quiet_text import without_quiet_text

_BLOCKS = MarkdownIt("commonmark").disable("inline")
# Code has a fence, or is indented by four columns.
_MARKS = ("```", "~~~", "    ", "\t")


def code_lines(lines: list[str]) -> frozenset[int]:
    """Return the numbers from 0 of the lines in fences and indented code."""
    text = "\n".join(lines)
    if not any(mark[0] in text and mark in text for mark in _MARKS):
        return frozenset()
    if "\r" in text:
        # A lone CR would count as a line in Markdown, but is not one of ours.
        text = "\n".join(line.rstrip("\r").replace("\r", " ") for line in lines)
    tokens = _BLOCKS.parse(without_quiet_text(text))
    spans = [token.map for token in tokens if token.type in {"fence", "code_block"} and token.map]
    return frozenset(line for first, last in spans for line in range(first, last))
