"""Shortcodes, Liquid tags and MDX in Markdown -> raw HTML of what they embed.

Only the text is looked at, never a template or a file. Every line keeps its number. Code, comments,
and what a generator calls raw stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_eventreport.core.outline.code_lines import code_lines
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.shortcodes.syntax import LIQUID, LONGEST, end_of_block, end_of_code, syntax_of
from sphinx_eventreport.core.shortcodes.tags import Arguments, html_of, html_of_include, read_arguments

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PROBLEMS = 50
_SHOWN = 60

_IN_BRACES = re.compile(r"""\{\s*["'`]([^"'`{}]*)["'`]\s*\}""")
_REQUIRED = re.compile(r"""\{\s*require\(["']([^"'{}]*)["']\)(?:\.default)?\s*\}""")
_COMPUTED = re.compile(r"""\s[\w-]{1,40}=\{\{?[^{}]*\}?\}""")
_HIGHLIGHT = re.compile(r"([ \t]*)\{%-?[ \t]*(end)?highlight\b[ \t]*([\w+-]*)[^%\n]*%\}[ \t]*")


@dataclass(slots=True)
class _Expansion:
    """One text being expanded."""

    problems: list[Problem] = field(default_factory=list)
    line: int = 1
    unclosed: set[str] = field(default_factory=set)

    def chunk(self, text: str, pattern: re.Pattern[str], line: int) -> str:
        """Return *text*, which begins at *line*, with its shortcodes expanded."""
        parts: list[str] = []
        done = position = counted = 0
        self.unclosed.clear()
        while match := pattern.search(text, position):
            line += text.count("\n", counted, match.start())
            counted = match.start()
            position, html = self._read(text, match, line)
            if html is not None:
                written = text[match.start() : position]
                # Whatever takes its place takes as many lines.
                html += "\n" * (written.count("\n") - html.count("\n"))
                parts += [text[done : match.start()], html]
                done = position
        return "".join([*parts, text[done:]])

    def _read(self, text: str, match: re.Match[str], line: int) -> tuple[int, str | None]:
        """Return the end of what begins at *match*, and what stands for it, ``None`` for itself."""
        found = {name: value for name, value in match.groupdict().items() if value is not None}
        if "ticks" in found or "comment" in found:
            return self._verbatim_end(text, match), None
        if "block" in found:
            end = self._block_end(text, match, found["block"])
            return end, _without_marks(text[match.start() : end], found["block"])
        self.line = line
        html = self._html(match[0], found)
        if html and html.startswith("<iframe") and _goes_on(text, match.end()):
            html = f"<span>{html}</span>"
        return match.end(), html

    def _verbatim_end(self, text: str, match: re.Match[str]) -> int:
        """Return the end of a code span or comment; that of its mark, if nothing ends it."""
        if match["comment"] is not None:
            end = -1 if "-->" in self.unclosed else text.find("-->", match.end())
            if end < 0:
                self.unclosed.add("-->")
            return match.end() if end < 0 else end + len("-->")
        closing = end_of_code(match["ticks"]).search(text, match.end(), match.end() + LONGEST)
        return closing.end() if closing and closing["blank"] is None else match.end()

    def _block_end(self, text: str, match: re.Match[str], block: str) -> int:
        closing = None if block in self.unclosed else end_of_block(block).search(text, match.end())
        if closing is None:
            self.unclosed.add(block)
            return match.end()
        return closing.end()

    def _html(self, written: str, found: dict[str, str]) -> str | None:
        """Return what stands for a tag, ``None`` for itself."""
        if "note" in found:
            return f"<!--{found['note'].replace('--', '- -')}-->"
        if "jsx" in found:
            return _plain_attributes(written)
        if "module" in found:
            return f"<!-- {found['module'].replace('--', '- -')} -->"
        name = found.get("service") or found.get("tag") or found["tag2"]
        arguments = read_arguments(found.get("args") or found.get("args2", ""))
        if "target" in found:
            arguments = Arguments((found["target"],))
        return self._tag(written, name, arguments)

    def _tag(self, written: str, name: str, arguments: Arguments) -> str | None:
        is_liquid = written.startswith("{%")
        if is_liquid and name in {"include", "include_relative"}:
            html = html_of_include(arguments)
        else:
            html = html_of(name, arguments)
        if html or (html is None and _is_silent(written, name)):
            return html
        shown = " ".join(written.split())
        shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "..."
        if html is None:
            self._note(
                f"{shown} has no meaning here, and stays as text", "write in Markdown what it stands for"
            )
        else:
            self._note(
                f"{shown} does not say what it embeds, and stays as text", "give it an id, a path or a URL"
            )
        return None

    def _note(self, message: str, hint: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Problem(Subtype.SHORTCODE, message, self.line, hint=hint))


def expand_shortcodes(text: str, dialect: str, *, first_line: int = 1) -> tuple[str, tuple[Problem, ...]]:
    """Return *text*, Markdown without front matter, with HTML for the shortcodes of a dialect, and problems.

    *dialect* is the name of one; *first_line* is the line of its file on which *text* begins. The
    result has as many lines, each where it was. What is not known stays as it is, with a problem.
    """
    syntax = syntax_of(dialect)
    if not any(mark[0] in text and mark in text for mark in syntax.marks):
        return text, ()
    lines = text.split("\n")
    if dialect in LIQUID:
        lines = _highlights(lines)
    expansion = _Expansion()
    result: list[str] = []
    for start, end, is_code in _runs(lines):
        chunk = "\n".join(lines[start:end])
        result.append(chunk if is_code else expansion.chunk(chunk, syntax.pattern, first_line + start))
    return "\n".join(result), tuple(expansion.problems)


def _goes_on(text: str, end: int) -> bool:
    """Return whether prose stands in the line below, which a block of HTML would swallow."""
    start = text.find("\n", end) + 1
    return start > 0 and bool(text[start : start + LONGEST].partition("\n")[0].strip())


def _plain_attributes(tag: str) -> str:
    """Return a JSX *tag* with attributes as HTML has them; what is computed goes."""
    tag = _REQUIRED.sub(r'"\1"', _IN_BRACES.sub(r'"\1"', tag))
    # What is left in braces stands over as many lines as before.
    return _COMPUTED.sub(lambda match: "\n" * match[0].count("\n"), tag)


def _is_silent(written: str, name: str) -> bool:
    """Return whether an unknown tag needs no words: the end of one that was named, or a link of any text."""
    return name.startswith(("/", "end")) or written.startswith("@")


def _highlights(lines: list[str]) -> list[str]:
    """Return *lines* with fences for Liquid's ``highlight`` on lines of its own."""
    found = [_HIGHLIGHT.fullmatch(line.rstrip("\r")) for line in lines]
    ends = sum(bool(match and match[2]) for match in found)
    if not ends or ends != sum(bool(match and not match[2]) for match in found):
        return lines
    return [
        f"{match[1]}``````{'' if match[2] else match[3]}" if match else line
        for line, match in zip(lines, found, strict=True)
    ]


def _runs(lines: list[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield runs of lines that are all code or all not: first line from 0, the one after, whether code."""
    code = code_lines(lines)
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or (number in code) != (start in code):
            yield start, number, start in code
            start = number


def _without_marks(written: str, block: str) -> str:
    """Return what stands in ``raw``; a comment of Liquid becomes one of HTML."""
    _, _, rest = written.partition("%}")
    inner, end, _ = rest.rpartition("{%")
    if block == "comment" and end:
        return f"<!--{inner.replace('--', '- -')}-->"
    return inner
