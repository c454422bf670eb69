"""Alerts of GitHub and callouts of Obsidian, quotations that begin with ``[!NOTE]`` -> boxes of MyST."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.shortcodes.boxes import FENCE, box, called

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_ALERT = lazy_regex(
    r"(?P<indent>[ \t]*)>[ \t]*\[!(?P<kind>[A-Za-z][\w-]{0,20})(?:\|[^\]]*)?\]"
    r"[+-]?[ \t]*(?P<title>.*?)[ \t]*\r?"
)
_QUOTED = lazy_regex(r"[ \t]*>[ ]?(.*)")


def alerts_as_boxes(lines: list[str], code: AbstractSet[int]) -> None:
    """Replace the alerts in *lines*, line for line; *code* are the numbers of lines not looked into."""
    for number, line in enumerate(lines):
        match = _ALERT.fullmatch(line) if "[!" in line and number not in code else None
        if match is None:
            continue
        end = number + 1
        while end < len(lines) and _QUOTED.match(lines[end]):
            end += 1
        if end < len(lines) and lines[end].strip():
            # There is no line on which the box could end.
            lines[number] = f"{match['indent']}> **{match['title'] or called(match['kind'])}**"
            continue
        inner = [match["indent"] + _QUOTED.sub(r"\1", line) for line in lines[number + 1 : end]]
        lines[number:end] = [f"{match['indent']}{FENCE}{box(match['kind'], match['title'])}", *inner]
        lines[end : end + 1] = [f"{match['indent']}{FENCE}"] if end < len(lines) else []
