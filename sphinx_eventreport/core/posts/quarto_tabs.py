"""Tabs of Quarto, each of which a heading begins: no part of the page is below it."""

from __future__ import annotations

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_lines

TABSET = ".panel-tabset"
_FENCE = lazy_regex(r"[ \t]*:{3,}[ \t]*(\S.*)?\r?")
_HEADING = lazy_regex(r"([ \t]*)#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*(?:\{[^{}]*\})?[ \t]*\r?")


def tabs_as_words(lines: list[str]) -> None:
    """Put the titles of the tabs in *lines* in bold, in place of headings."""
    code = code_lines(lines)
    # For each division that is open, whether it is a set of tabs.
    opened: list[bool] = []
    for number, line in enumerate(lines):
        if number in code:
            continue
        fence = _FENCE.fullmatch(line)
        heading = _HEADING.fullmatch(line) if any(opened) else None
        if fence and fence[1]:
            opened.append(TABSET in fence[1])
        elif fence and opened:
            opened.pop()
        elif heading and heading[2]:
            lines[number] = f"{heading[1]}**{heading[2]}**"
