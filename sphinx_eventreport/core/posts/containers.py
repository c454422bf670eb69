"""Boxes with a fence of colons -> MyST directives: Quarto, Docusaurus, VuePress, HackMD, shortcodes.

MyST reads a colon fence only where a site says so; a fence of backticks it always reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import SHORTEST_BOX, code_lines
from sphinx_eventreport.core.shortcodes.boxes import FENCE, KINDS, box, called, without_backticks

_MOST_NESTED = 20
_FENCE = lazy_regex(r"([ \t>]*)(:{3,})[ \t]*(.*?)[ \t]*\r?")
_MYST = lazy_regex(r"\{([\w:-]+)\}(.*)")
_NAMED = lazy_regex(
    r"([\w-]+)(?:[ \t]*\{[^{}]*\}(?=[ \t]+[^\s{]))?"
    r"(?:\[(?P<title>[^\]]*)\]|[ \t]+(?P<words>[^{}]*))?[ \t]*(?:\{(?P<attributes>[^{}]*)\})?"
)
_ON_ONE_LINE = lazy_regex(r"([\w-]+)[ \t]+(.*\S)[ \t]*:{3,}")
_CALLOUT = lazy_regex(r"\{?[ \t]*\.?callout-(\w+)")
_CLASS = lazy_regex(r"\{[ \t]*\.(\w+)[^{}]*\}")
# What only the style sheet of a site knows.
_DIVISION = lazy_regex(r"[\w-]*[ \t]*(?:\{[^{}]*\})?[ \t]*")
_TITLE = lazy_regex(r"""(?:title|summary)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))""")


def as_directives(lines: list[str], *, keeps_directives: bool = False) -> None:
    """Replace the boxes in *lines*, line for line; a box of no meaning is left out, and what it holds stays.

    With *keeps_directives*, those of MyST stay as they are: the site says whether it reads them.
    """
    code = code_lines(lines)
    opened: list[_Opened] = []
    for number, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if ":::" in line and number not in code else None
        if match is None:
            continue
        indent, colons, written = match.groups()
        is_kept = keeps_directives and colons != FENCE
        if written and is_kept and written.startswith("{"):
            # The line that ends it stays as well.
            opened.append(_Opened(number, line, None))
        elif written:
            lines[number] = _one_line(indent, written) or _open(number, indent, written, opened)
        elif opened:
            _close(lines, number, indent, opened.pop())
        elif not keeps_directives:
            lines[number] = ""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A box that is open: its first line, what to show if it holds nothing, and its fence.

    The fence is "" for a mere division, and ``None`` for what stays as it is.
    """

    number: int
    title: str
    fence: str | None


def _open(number: int, indent: str, written: str, opened: list[_Opened]) -> str:
    """Return the line that a box begins with, and remember in *opened* how it ends."""
    # An inner box may have as many colons as the one around it.
    ticks = "`" * max(SHORTEST_BOX, SHORTEST_BOX + _MOST_NESTED - len(opened))
    directive, text = _opening(written)
    title = directive.partition("}")[2].strip()
    shown = f"**{title}**" if title and "*" not in title else title
    opened.append(_Opened(number, indent + shown if shown else "", ticks if directive else ""))
    return f"{indent}{ticks}{directive}" if directive else indent + text if text else ""


def _close(lines: list[str], number: int, indent: str, opened_box: _Opened) -> None:
    if opened_box.fence and not any(line.strip(" \t>") for line in lines[opened_box.number + 1 : number]):
        # A directive that holds nothing is an error.
        lines[opened_box.number], lines[number] = opened_box.title, ""
    elif opened_box.fence is not None:
        lines[number] = f"{indent}{opened_box.fence}"


def _opening(written: str) -> tuple[str, str]:
    """Return the directive that a colon fence opens, "" for a mere division, and what to show of that."""
    if _MYST.fullmatch(written):
        return without_backticks(written), ""
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
    shown = named["title"] if named and named["title"] else title if _DIVISION.fullmatch(written) else written
    return "", f"**{shown.strip()}**" if shown.strip() else ""


def _one_line(indent: str, written: str) -> str:
    """Return a box that is opened and closed in one line; "" if it is not."""
    match = _ON_ONE_LINE.fullmatch(written)
    return (
        f"{indent}> **{called(match[1].lower())}:** {match[2]}" if match and match[1].lower() in KINDS else ""
    )
