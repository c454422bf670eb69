"""Text -> the shortcodes and tags in it, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.outline.code import code_lines
from sphinx_eventreport.core.shortcodes.syntax import LONGEST, end_of_block, end_of_code

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_NAMED = ("angle", "percent", "liquid", "call")


@dataclass(frozen=True, slots=True)
class Mark:
    """A shortcode or tag in a text."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    line: int
    """The line on which it begins, counted from 1."""
    family: str
    """"hugo", "liquid", "call" or "service" where it has a name, else what it is: "output"."""
    name: str
    """Its name in lower case, "" for none."""
    arguments: str
    """What else stands in it, as written."""


def find_marks(text: str, pattern: re.Pattern[str], first_line: int) -> list[Mark]:
    """Return the marks in *text*, which begins at *first_line* of its file; code and comments have none."""
    return list(_Scanner(text, pattern, first_line).marks())


class _Scanner:
    def __init__(self, text: str, pattern: re.Pattern[str], first_line: int) -> None:
        self._text, self._pattern = text, pattern
        self._line, self._counted = first_line, 0
        # Ends that are looked for no more, as there is none from here on.
        self._missing: set[str] = set()

    def marks(self) -> Iterator[Mark]:
        """Yield the marks outside of code; one that takes a block with it may reach over code."""
        position = 0
        for start, end in _prose(self._text):
            position = max(position, start)
            while match := self._pattern.search(self._text, position, end):
                found = {name: value for name, value in match.groupdict().items() if value is not None}
                position = match.end()
                if "ticks" in found:
                    position = self._end_of_code(match, end)
                elif "comment" in found:
                    position = self._end_of("-->", match.end()) or match.end()
                elif "block" in found:
                    position, mark = self._block(match, found["block"])
                    yield mark
                else:
                    yield self._mark(match, found)

    def _mark(self, match: re.Match[str], found: dict[str, str]) -> Mark:
        place = (match.start(), match.end(), self._line_at(match.start()))
        if "service" in found:
            return Mark(*place, "service", found["service"], found["target"])
        for family in _NAMED:
            if family in found:
                name = "".join(found[family].lower().split())
                is_hugo = family in {"angle", "percent"}
                return Mark(*place, "hugo" if is_hugo else family, name, found[f"{family}_args"].rstrip("-"))
        (family, value), *_ = ((name, value) for name, value in found.items() if name != "sign")
        return Mark(*place, family, "", value)

    def _block(self, match: re.Match[str], block: str) -> tuple[int, Mark]:
        """Return where ``raw`` or ``comment`` ends, and all of it as one mark."""
        line = self._line_at(match.start())
        closing = None if block in self._missing else end_of_block(block).search(self._text, match.end())
        if closing is None:
            self._missing.add(block)
            return match.end(), Mark(match.start(), match.end(), line, block, "", "")
        inner = self._text[match.end() : closing.start()]
        return closing.end(), Mark(match.start(), closing.end(), line, block, "", inner)

    def _end_of_code(self, match: re.Match[str], end: int) -> int:
        """Return the end of a code span; that of its mark, if nothing ends it in its paragraph."""
        last = min(end, match.end() + LONGEST)
        closing = end_of_code(match["ticks"]).search(self._text, match.end(), last)
        return closing.end() if closing and closing["blank"] is None else match.end()

    def _end_of(self, mark: str, start: int) -> int | None:
        found = -1 if mark in self._missing else self._text.find(mark, start)
        if found < 0:
            self._missing.add(mark)
            return None
        return found + len(mark)

    def _line_at(self, index: int) -> int:
        self._line += self._text.count("\n", self._counted, index)
        self._counted = index
        return self._line


def _prose(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the runs of lines begin and end that are no code."""
    lines = text.split("\n")
    code = code_lines(lines)
    start = position = 0
    for number, line in enumerate(lines):
        if number in code:
            if start < position:
                yield start, position
            start = position + len(line) + 1
        position += len(line) + 1
    if start < len(text):
        yield start, len(text)
