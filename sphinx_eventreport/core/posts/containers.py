"""Boxes with a fence of colons -> MyST directives: Quarto, Docusaurus, VuePress, HackMD, shortcodes.

MyST reads a colon fence only where a site says so; a fence of backticks it always reads.
"""

from __future__ import annotations

import re

from sphinx_eventreport.core.outline.code_lines import code_lines
from sphinx_eventreport.core.shortcodes.boxes import KINDS, box, called

_TICKS = 9
"""How many backticks a box has at least, so that code in it does not end it."""
_MOST_NESTED = 20
_FENCE = re.compile(r"([ \t]*)(:{3,})[ \t]*(.*?)[ \t]*\r?")
_MYST = re.compile(r"\{([\w:-]+)\}(.*)")
_NAMED = re.compile(
    r"([\w-]+)(?:\[(?P<title>[^\]]*)\]|[ \t]+(?P<words>[^{}]*))?[ \t]*(?:\{(?P<attributes>[^{}]*)\})?"
)
_ON_ONE_LINE = re.compile(r"([\w-]+)[ \t]+(.*\S)[ \t]*:{3,}")
_CALLOUT = re.compile(r"\{?[ \t]*\.?callout-(\w+)")
_CLASS = re.compile(r"\{[ \t]*\.(\w+)[^{}]*\}")
# What only the style sheet of a site knows.
_DIVISION = re.compile(r"[\w-]*[ \t]*(?:\{[^{}]*\})?[ \t]*")
_TITLE = re.compile(r"""(?:title|summary)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))""")


def as_directives(lines: list[str], *, keeps_directives: bool = False) -> None:
    """Replace the boxes in *lines*, line for line; a box of no meaning is left out, and what it holds stays.

    With *keeps_directives*, those of MyST stay as they are: the site says whether it reads them.
    """
    code = code_lines(lines)
    opened: list[str | None] = []
    for number, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if ":::" in line and number not in code else None
        if match is None:
            continue
        indent, _, written = match.groups()
        if written and keeps_directives and written.startswith("{"):
            # The line that ends it stays as well.
            opened.append(None)
        elif written:
            lines[number] = _one_line(indent, written) or _opened(indent, written, opened)
        elif opened:
            fence = opened.pop()
            lines[number] = line if fence is None else f"{indent}{fence}"
        elif not keeps_directives:
            lines[number] = ""


def _opened(indent: str, written: str, opened: list[str | None]) -> str:
    """Return the line that a box begins with, and remember in *opened* how it ends."""
    # An inner box may have as many colons as the one around it.
    ticks = "`" * max(_TICKS, _TICKS + _MOST_NESTED - len(opened))
    directive, text = _opening(written)
    opened.append(ticks if directive else "")
    return f"{indent}{ticks}{directive}" if directive else indent + text if text else ""


def _opening(written: str) -> tuple[str, str]:
    """Return the directive that a colon fence opens, "" for a mere division, and what to show of that."""
    if _MYST.fullmatch(written):
        return written, ""
    found = _TITLE.search(written)
    title = next(filter(None, found.groups()), "") if found else ""
    callout = _CALLOUT.match(written)
    if callout:
        return box(callout[1], title), ""
    named = _NAMED.fullmatch(written)
    if named and named[1].lower() in KINDS:
        return box(named[1], named["title"] or named["words"] or title), ""
    division = _CLASS.fullmatch(written)
    if division and division[1].lower() in KINDS:
        return box(division[1], title), ""
    shown = title or (named["title"] if named else "") or ("" if _DIVISION.fullmatch(written) else written)
    return "", f"**{shown.strip()}**" if shown.strip() else ""


def _one_line(indent: str, written: str) -> str:
    """Return a box that is opened and closed in one line; "" if it is not."""
    match = _ON_ONE_LINE.fullmatch(written)
    return (
        f"{indent}> **{called(match[1].lower())}:** {match[2]}" if match and match[1].lower() in KINDS else ""
    )
