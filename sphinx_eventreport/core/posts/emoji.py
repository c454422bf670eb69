"""Emoji by name, ``:tada:``, as GitHub, Jekyll, Hugo and HackMD read them -> the sign.

Sphinx reads none, and there ``:link:`` may be an option or a field.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.emoji_names import CODE, CODES, sign_of
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import CODE_SPAN, SHORTEST_BOX, code_lines

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

_CODES = lazy_regex(CODES)
_IS_A_WORD = lazy_regex(r"[a-z]{2}|[a-z][a-z0-9_+-]*[a-z]{2}")
# Icons of MkDocs Material, which are pictures of its own.
_ICON = r"(?<![\w:`]):(?:material|fontawesome|octicons|simple|custom)-[a-z0-9_-]{1,80}:(?:\{[^{}\n]{0,80}\})?"
_KEPT = CODE_SPAN + r"|<[A-Za-z/!][^<>]*>|\]\([^()\s]*\)|https?://\S+"
_READ = lazy_regex(rf"(?P<icon>{_ICON})|(?P<codes>{CODES})|{_KEPT}")
# Where a directive begins, and what is below it as long as those are its options.
_OPENING = lazy_regex(r"[ \t>*+-]*:{3,}[ \t]*\{")
_OPTIONS = lazy_regex(r"[ \t>]*(?::[\w-]|$)|[ \t>]*[ \t]{2}")
# What it is called is in the line that opens it.
_BOX = lazy_regex(rf"[ \t>]*`{{{SHORTEST_BOX},}}\{{")
_FIELD = lazy_regex(r"[ \t>]*:([\w-]+):(?=[ \t]|$)")
OF_SPHINX = frozenset("date end id key label link new on top".split())
"""Options of directives that are names of emoji, too."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line in which names are read."""

    number: int
    is_of_sphinx: bool
    """Whether names may be options, and only known ones are emoji."""
    note: Callable[[int, str, str], None]

    def read(self, match: re.Match[str]) -> str:
        """Return what *match* is to be."""
        if match["icon"]:
            return ""
        return CODE.sub(self._sign, match[0]) if match["codes"] else match[0]

    def _sign(self, match: re.Match[str]) -> str:
        name, sign = match[1], sign_of(match[1])
        if sign and not (self.is_of_sphinx and name in OF_SPHINX):
            return sign
        if sign:
            message = f"{match[0]} is the name of an emoji, and of an option; it stays as it is written"
            self.note(self.number, message, f"write {sign} itself, or put the name in backticks")
        elif not self.is_of_sphinx and _IS_A_WORD.fullmatch(name):
            message = f"{match[0]} is not an emoji that is known here; it stays as it is written"
            self.note(self.number, message, "write the sign itself, or put the name in backticks")
        return match[0]


def read_emoji(lines: list[str], note: Callable[[int, str, str], None], *, is_of_sphinx: bool) -> None:
    """Put signs in place of their names in *lines*; what is in code, tags and addresses stays.

    *is_of_sphinx* says that they were written for Sphinx: then a name at the beginning of a line may be that
    of a field.
    """
    may_be = _has_sign if is_of_sphinx else _CODES.search
    found = [number for number in _readable(lines) if may_be(lines[number])]
    code = code_lines(lines, opens_directives=True) if found else frozenset()
    for number in found:
        if number not in code or _BOX.match(lines[number]):
            field = _FIELD.match(lines[number]) if is_of_sphinx else None
            start = field.end() if field and field[1] in OF_SPHINX else 0
            rest = _READ.sub(_Line(number, is_of_sphinx, note).read, lines[number][start:])
            lines[number] = lines[number][:start] + rest


def _readable(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the *lines* with two colons that are not options of a directive."""
    is_below = False
    for number, line in enumerate(lines):
        is_below = is_below and _OPTIONS.match(line.rstrip("\r")) is not None
        if not is_below and line.count(":") >= len("::"):
            yield number
        is_below = is_below or _OPENING.match(line) is not None


def _has_sign(line: str) -> bool:
    return any(sign_of(name) for match in _CODES.finditer(line) for name in CODE.findall(match[0]))
