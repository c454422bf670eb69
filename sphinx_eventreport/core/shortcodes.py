"""Shortcodes, Liquid tags and MDX in Markdown -> raw HTML of what they embed.

Only the text is looked at, never a template or a file. Every line keeps its number. Code, comments,
and what a generator calls raw stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.shortcode_tags import Arguments, html_of, html_of_include, read_arguments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARKDOWN = MarkdownIt("commonmark")
_MOST_PROBLEMS = 50
_LONGEST = 2_000
_SHOWN = 60

# What is not to be looked into: code spans, comments, text that a generator itself leaves alone.
_VERBATIM = rf"""
    (?P<code>(?<!`)(?P<ticks>`{{1,9}})(?!`)(?:(?!\n[ \t]*\n).){{1,{_LONGEST}}}?(?<!`)(?P=ticks)(?!`))
  | (?P<comment><!--.{{0,{10 * _LONGEST}}}?-->)
"""
_LIQUID = rf"""
    (?P<raw>\{{%-?[ \t]*(?P<block>raw|verbatim|comment)[ \t]*-?%\}}.{{0,{10 * _LONGEST}}}?
      \{{%-?[ \t]*end(?P=block)[ \t]*-?%\}})
  | \{{%-?[ \t]*(?P<tag>[A-Za-z][\w.-]{{0,40}})(?P<args>(?:[^%\n]|%(?!\}})){{0,{_LONGEST}}})%\}}
"""
_ANGLE = (
    rf"\{{\{{<[ \t\n]*(?P<tag>/?[A-Za-z][\w./-]{{0,60}})(?P<args>(?:[^>]|>(?!\}}\}})){{0,{_LONGEST}}})>\}}\}}"
)
_HUGO = rf"""
    {_ANGLE}
  | \{{\{{%[ \t\n]*(?P<tag2>/?[A-Za-z][\w./-]{{0,60}})(?P<args2>(?:[^%]|%(?!\}}\}})){{0,{_LONGEST}}})%\}}\}}
"""
_PERCENT = (
    rf"\{{\{{%[ \t\n]*(?P<tag>/?[A-Za-z][\w./-]{{0,60}})(?P<args>(?:[^%]|%(?!\}}\}})){{0,{_LONGEST}}})%\}}\}}"
)
_CALL = rf"\{{\{{[ \t]*(?P<tag>[A-Za-z]\w{{0,60}})\((?P<args>[^)\n]{{0,{_LONGEST}}})\)[ \t]*\}}\}}"
_JSX = rf"<[A-Za-z][\w.]{{0,40}}\b[^<>{{}}]{{0,{_LONGEST}}}\{{[^<>]{{1,{_LONGEST}}}>"
_MDX = rf"(?P<jsx>{_JSX}) | \{{/\*(?P<note>.{{0,{_LONGEST}}}?)\*/\}} | (?m:^(?P<module>(?:import|export)[ ][^\n]{{1,{_LONGEST}}}?[ ]from[ ]['\"][^'\"\n]+['\"];?)[ \t]*$)"
# Zenn, and blogs after it: a link to a service.
_AT = rf"(?m:^@\[(?P<service>[a-z]{{2,20}})\]\((?P<target>[^()\s]{{1,{_LONGEST}}})\)[ \t]*$)"


@dataclass(frozen=True, slots=True)
class _Syntax:
    """The shortcodes of one family of generators; ``marks`` are what every one of them contains."""

    pattern: re.Pattern[str]
    marks: tuple[str, ...]


def _syntax(tags: str, *marks: str) -> _Syntax:
    flags = re.VERBOSE | re.DOTALL
    return _Syntax(re.compile(rf"{_VERBATIM} | {_AT} | {tags}", flags), ("@[", *marks))


_SHORTCODES_OF = {
    **dict.fromkeys(("jekyll", "academicpages"), _syntax(_LIQUID, "{%")),
    **dict.fromkeys(("hugo", "hugoblox"), _syntax(_HUGO, "{{<", "{{%")),
    "quarto": _syntax(_ANGLE, "{{<"),
    "nikola": _syntax(_PERCENT, "{{%"),
    "zola": _syntax(_CALL, "{{"),
    "docusaurus": _syntax(_MDX, "{/*", "import ", "export ", "={"),
}


@dataclass(slots=True)
class _Expansion:
    """One text being expanded."""

    problems: list[Problem] = field(default_factory=list)
    line: int = 1

    def chunk(self, text: str, pattern: re.Pattern[str], line: int) -> str:
        """Return *text*, which begins at *line*, with its shortcodes expanded."""
        counted = 0

        def replacement(match: re.Match[str]) -> str:
            nonlocal counted, line
            line += text.count("\n", counted, match.start())
            counted = match.start()
            self.line = line
            html = self._html(match)
            if html and html.startswith("<iframe") and _goes_on(text, match.end()):
                html = f"<span>{html}</span>"
            # Whatever takes its place takes as many lines.
            return match[0] if html is None else html + "\n" * (match[0].count("\n") - html.count("\n"))

        return pattern.sub(replacement, text)

    def _html(self, match: re.Match[str]) -> str | None:
        """Return what stands for a match, ``None`` for itself."""
        found = {name: value for name, value in match.groupdict().items() if value is not None}
        if "code" in found or "comment" in found:
            return None
        if "raw" in found:
            return _without_marks(match[0], found["block"])
        if "note" in found:
            return f"<!--{found['note'].replace('--', '- -')}-->"
        if "jsx" in found:
            return _plain_attributes(match[0])
        if "module" in found:
            return f"<!-- {found['module'].replace('--', '- -')} -->"
        name = found.get("service") or found.get("tag") or found["tag2"]
        arguments = read_arguments(found.get("args") or found.get("args2", ""))
        if "target" in found:
            arguments = Arguments((found["target"],))
        return self._tag(match[0], name, arguments)

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
    syntax = _SHORTCODES_OF.get(dialect, _ANYWHERE)
    if not any(mark in text for mark in syntax.marks):
        return text, ()
    lines = text.split("\n")
    if dialect in _WITH_LIQUID:
        lines = _highlights(lines)
    expansion = _Expansion()
    result: list[str] = []
    for start, end, is_code in _runs(lines):
        chunk = "\n".join(lines[start:end])
        result.append(chunk if is_code else expansion.chunk(chunk, syntax.pattern, first_line + start))
    return "\n".join(result), tuple(expansion.problems)


_ANYWHERE = _syntax(r"(?!)")
_IN_BRACES = re.compile(r"""\{\s*["'`]([^"'`{}]*)["'`]\s*\}""")
_REQUIRED = re.compile(r"""\{\s*require\(["']([^"'{}]*)["']\)(?:\.default)?\s*\}""")
_COMPUTED = re.compile(r"""\s[\w-]{1,40}=\{\{?[^{}]*\}?\}""")
_WITH_LIQUID = frozenset({"jekyll", "academicpages"})
_HIGHLIGHT = re.compile(r"([ \t]*)\{%-?[ \t]*(end)?highlight\b[ \t]*([\w+-]*)[^%\n]*%\}[ \t]*")


def _goes_on(text: str, end: int) -> bool:
    """Return whether prose stands in the line below, which a block of HTML would swallow."""
    start = text.find("\n", end) + 1
    return start > 0 and bool(text[start : start + _LONGEST].partition("\n")[0].strip())


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
    code = _code_lines(lines)
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or (number in code) != (start in code):
            yield start, number, start in code
            start = number


def _code_lines(lines: list[str]) -> frozenset[int]:
    """Return the numbers from 0 of the lines in fences and indented code."""
    # A lone CR would count as a line of Markdown's, and is none of ours.
    text = "\n".join(line.rstrip("\r").replace("\r", " ") for line in lines)
    tokens = _MARKDOWN.parse(text)
    spans = [token.map for token in tokens if token.type in {"fence", "code_block"} and token.map]
    return frozenset(line for first, last in spans for line in range(first, last))


def _without_marks(written: str, block: str) -> str:
    """Return what stands in ``raw``; a comment of Liquid becomes one of HTML."""
    _, _, rest = written.partition("%}")
    inner = rest.rpartition("{%")[0]
    if block == "comment":
        return f"<!--{inner.replace('--', '- -')}-->"
    return inner
