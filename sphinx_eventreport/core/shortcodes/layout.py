"""Where a mark stands among other text, and text that takes as many lines as what it is put for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from sphinx_eventreport.core.shortcodes.pairs import Node

_LONGEST_LINE = 2_000
_MOST_LINES = 30
# Lines that are HTML, or will be.
_NO_PROSE = lazy_regex(
    r"<[A-Za-z/!]|\{\{[<%][ ]*(?:figure|img|image|youtube|vimeo)\b|\{%-?[ ]*(?:img|asset|youtube|vimeo)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark, or a pair of them, stands."""

    starts_line: bool
    """Whether nothing but blanks is before it in its line."""
    ends_line: bool
    """Whether nothing is behind it in its line."""
    goes_on: bool
    """Whether prose is in the line below."""
    is_block: bool = False
    """Whether each of the two marks of a pair has a line of its own."""

    @property
    def is_alone(self) -> bool:
        """Return whether nothing else is on its lines."""
        return self.starts_line and self.ends_line


def place_of(node: Node, text: str) -> Place:
    """Return where *node* is in *text*."""
    start, end = node.mark.start, node.end
    starts, ends = not _before(text, start), not _behind(text, end)
    is_block = False
    if node.closing is not None:
        inner_starts = node.mark.end <= text.find("\n", node.mark.end) < node.closing.start
        is_block = (
            starts
            and ends
            and inner_starts
            and not _behind(text, node.mark.end)
            and not _before(text, node.closing.start)
        )
    return Place(starts, ends, _goes_on(text, end), is_block)


def same_lines(text: str, written: str) -> str:
    """Return *text* with line ends behind it, so that it takes as many lines as *written*; never fewer."""
    return text + "\n" * (written.count("\n") - text.count("\n"))


def _before(text: str, start: int) -> str:
    first = max(text.rfind("\n", 0, start) + 1, start - _LONGEST_LINE)
    return text[first:start].strip()


def _behind(text: str, end: int) -> str:
    last = text.find("\n", end)
    return text[end : len(text) if last < 0 else last][:_LONGEST_LINE].strip()


def _goes_on(text: str, end: int) -> bool:
    """Return whether prose is below, up to the next empty line: a block of HTML would swallow it."""
    for _ in range(_MOST_LINES):
        start = text.find("\n", end) + 1
        line = text[start : start + _LONGEST_LINE].partition("\n")[0].strip()
        if not start or not line:
            return False
        if not _NO_PROSE.match(line):
            return True
        end = start
    return True
