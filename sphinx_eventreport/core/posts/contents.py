"""Marks for the contents of a page: they go, for the theme shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

# Python-Markdown, GitLab and Azure, markdown-it, MultiMarkdown, Eleventy, Zenn and Qiita, kramdown.
_MARK = lazy_regex(
    r"[ \t>]*(?:\[TOC[M]?\]|\[\[_?TOC_?\]\]|@\[toc\](?:\([^()]*\))?|\{\{[ \t]*TOC[ \t]*\}\}|\$\{toc\}|"
    r"\{:[ \t]*toc[^{}\n]*\}|\*\[TOC\]\*)[ \t]*\r?",
    re.IGNORECASE,
)
_DEFINITION = lazy_regex(r" {0,3}\[toc\]:", re.IGNORECASE)
_OF_KRAMDOWN = lazy_regex(r"[ \t]*\{:[ \t]*toc\b", re.IGNORECASE)
# The list that kramdown replaces.
_ITEM = lazy_regex(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S.*")


def drop_contents(lines: list[str], code: AbstractSet[int]) -> None:
    """Take the marks out of *lines*; *code* are the numbers from 0 of the lines that are not looked into."""
    named = [number for number, line in enumerate(lines) if "toc" in line.lower()]
    if any(_DEFINITION.match(lines[number]) for number in named):
        return
    for number in named:
        line = lines[number]
        if number in code or not _MARK.fullmatch(line):
            continue
        lines[number] = ""
        if _OF_KRAMDOWN.match(line) and number and _ITEM.fullmatch(lines[number - 1]):
            lines[number - 1] = ""
