"""The body of a post as MyST -> the same as somebody would have written it."""

from __future__ import annotations

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_lines
from sphinx_eventreport.core.posts import in_order

_FENCE = lazy_regex(r"([ \t]*)(`{6,})(.*)")
_TICKS = lazy_regex(r"`{3,}")
_SHORTEST = 3


def tidied(body: str, *, is_below_title: bool) -> str:
    """Return *body* with short fences, no lines without need, and headings below the title of the page.

    While a post is read each line keeps its number, and a fence is longer than any code in it could be.
    """
    lines = body.replace("\r", "").split("\n")
    if is_below_title:
        in_order(lines, above=True)
    _shorten_fences(lines)
    code = code_lines(lines)
    kept: list[str] = []
    for number, line in enumerate(lines):
        if number in code or line.strip():
            kept.append(line)
        elif kept and kept[-1].strip():
            kept.append("")
    return "\n" + "\n".join(kept).rstrip("\n") + "\n" if kept else ""


def _shorten_fences(lines: list[str]) -> None:
    """Give each directive in *lines* that a box became a fence as long as what is in it asks for."""
    opened: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        match = _FENCE.fullmatch(line)
        if match is None:
            continue
        if match[3].startswith("{"):
            opened.append((number, match[2]))
        elif opened and opened[-1][1] == match[2] and not match[3].strip():
            first, ticks = opened.pop()
            inner = [len(found) for inside in lines[first + 1 : number] for found in _TICKS.findall(inside)]
            short = "`" * max([_SHORTEST, *(length + 1 for length in inner)])
            lines[first] = lines[first].replace(ticks, short, 1)
            lines[number] = line.replace(ticks, short, 1)
