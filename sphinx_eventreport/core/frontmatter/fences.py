"""Where front matter starts and ends, without reading it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter.model import Format

_CLOSING = {
    "yaml": lazy_regex(r"(?:---|\.\.\.)[ \t]*"),
    "toml": lazy_regex(r"\+\+\+[ \t]*"),
}
# In lower case: "Note: ..." after a thematic break is prose.
_FIRST_KEY = {
    "yaml": lazy_regex(r"[a-z_][\w.-]*:(?:\s|$)"),
    "toml": lazy_regex(r"[a-z_][\w.-]*[ \t]*=|\["),
}
_NEXT_LINE = {
    "yaml": lazy_regex(r"[\w.-]+:(?:\s|$)|[ \t]+\S|- |#(?![# ]*\w.*#*$)"),
    "toml": lazy_regex(r"[\w.\"'-]+[ \t]*=|\[|[ \t]+\S|[\]}]"),
}
# YAML 1.1 breaks lines at these; an editor that counts lines does not.
_OTHER_BREAKS = str.maketrans(dict.fromkeys("\r\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True)
class Block:
    """What is between two fences."""

    format: Format
    """The format that the opening fence tells."""
    lines: list[str]
    """The lines after the opening fence, up to the closing one or to the end of the text."""
    closed: bool
    """Whether there is a closing fence."""


def find_block(text: str) -> Block | None:
    """Return what the fence on the first line of *text* opens, if there is one."""
    form = _opened(text[:200].partition("\n")[0])
    if form is None:
        return None
    closing = _CLOSING[form]
    lines: list[str] = []
    for written in text.split("\n")[1:]:
        line = written.removesuffix("\r").translate(_OTHER_BREAKS)
        if closing.fullmatch(line):
            return Block(form, lines, closed=True)
        lines.append(line)
    return Block(form, lines, closed=False)


def leading_lines(block: Block) -> list[str]:
    """Return the lines of *block* that look like front matter, up to the first that does not.

    None at all if the first is not a key: then the fence was a thematic break.
    """
    if not block.lines or not _FIRST_KEY[block.format].match(block.lines[0]):
        return []
    pattern = _NEXT_LINE[block.format]
    numbers = (number for number, line in enumerate(block.lines) if number and not pattern.match(line))
    return block.lines[: next(numbers, len(block.lines))]


def unclosed_problem(form: Format) -> Problem:
    """Return what to say about a fence that is never closed."""
    fence = "---" if form == "yaml" else "+++"
    message = (
        f"The front matter is opened by {fence} and never closed, so it is taken to end after its last key"
    )
    return Problem(Subtype.FRONT_MATTER, message, 1, hint=f"add a line {fence} after the last key")


def _opened(line: str) -> Format | None:
    fence = line.removeprefix("\ufeff").rstrip(" \t\r")
    if fence == "---":
        return "yaml"
    return "toml" if fence == "+++" else None
