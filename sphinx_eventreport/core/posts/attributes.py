"""Lists of attributes behind an element: kramdown, Python-Markdown, Pandoc and Hugo write them.

Only the id of a heading means something here: links may lead to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_spans

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

# What is in the braces: {: ...} is a list whatever it holds, {...} only if it holds nothing else.
_ITEM = r"""(?:[.#][\w:-]{1,80}|-|[\w:-]{2,40}=(?:"[^"{}]{0,200}"|'[^'{}]{0,200}'|[^\s"'{}]{1,200}))"""
_LIST = rf"""\{{(?::[^{{}}\n]{{0,300}}|[ \t]*{_ITEM}(?:[ \t]{{1,9}}{_ITEM}){{0,20}}[ \t]*)\}}"""
_ALONE = lazy_regex(rf"[ \t]*(?:\{{::?[^{{}}\n]{{0,300}}\}}|{_LIST})[ \t]*")
_HEADING = lazy_regex(rf"([ \t]*#{{1,6}}[ \t].*?)[ \t]*({_LIST})[ \t]*#*[ \t]*")
_UNDERLINED = lazy_regex(rf"([ \t]*\S.*?)[ \t]*({_LIST})[ \t]*")
_LINK = lazy_regex(rf"(\]\([^()\n]{{0,500}}(?:\([^()\n]{{0,200}}\)[^()\n]{{0,500}})?\))[ \t]?{_LIST}")
_SPAN = lazy_regex(rf"(?<=\]){_LIST}")
_KRAMDOWN = lazy_regex(r"(?<=[)\]*_`>\"])\{:[^{}\n]{1,300}\}")
# Behind plain words kramdown knows nothing that it could belong to.
_AFTER_WORDS = lazy_regex(rf"(?<=\S)[ \t]*\{{:[ \t]*{_ITEM}(?:[ \t]{{1,9}}{_ITEM}){{0,20}}[ \t]*\}}")
_COMMENT = lazy_regex(r"([ \t]*#{1,6}[ \t].*?)[ \t]*\{/\*[ \t]*(#[\w:-]{1,80})[ \t]*\*/\}[ \t]*")
_ID = lazy_regex(r"#([\w:-]{1,80})")
_AFTER_CODE = lazy_regex(_LIST)
_UNENDED = lazy_regex(r"(?:(?:^[ \t]*|(?<=[)\]*_`>\"]))\{:|(?<=[)\]])\{[ \t]*[.#]?[\w-])[^{}]*$")
_MOST_LINES = 6
_COMMENT_OF_KRAMDOWN = lazy_regex(r"[ \t]*\{::comment\}(.*)")
_END_OF_COMMENT = lazy_regex(r"(.*)\{:/(?:comment)?\}[ \t]*")
_COMMENT_IN_LINE = lazy_regex(r"\{::comment\}.*?\{:/(?:comment)?\}")
_AS_IT_IS = lazy_regex(r"\{::nomarkdown\}|\{:/(?:nomarkdown|comment)?\}|\{::options\b[^{}\n]{0,300}/?\}")


def without_attributes(line: str, *, is_heading: bool = False) -> str:
    """Return *line* of Markdown without lists of attributes; the id of a heading becomes an anchor.

    *is_heading* says that the line below makes it one.
    """
    ending = "\r" if line.endswith("\r") else ""
    line = line.removesuffix("\r")
    heading = (_UNDERLINED if is_heading else _HEADING).fullmatch(line) or _COMMENT.fullmatch(line)
    if heading:
        return heading[1] + _anchor(heading[2]) + ending
    if _ALONE.fullmatch(line):
        return ending
    return _outside_code(line) + ending


def with_anchor(line: str, *, is_heading: bool = False) -> str:
    """Return *line* with an anchor for the id of a heading, ``# Title {#id}``; other lists stay."""
    heading = (_UNDERLINED if is_heading else _HEADING).fullmatch(line.rstrip("\r"))
    return heading[1] + _anchor(heading[2]) if heading and _ID.search(heading[2]) else line


def _anchor(attributes: str) -> str:
    name = _ID.search(attributes)
    return f'<a id="{name[1]}"></a>' if name else ""


def _outside_code(line: str) -> str:
    parts: list[str] = []
    done = 0
    for start, end in code_spans(line):
        parts += [_cleared(line[done:start]), line[start:end]]
        behind = _AFTER_CODE.match(line, end)
        done = behind.end() if behind else end
    return "".join([*parts, _cleared(line[done:])])


def _cleared(text: str) -> str:
    if "{" not in text:
        return text
    return _AFTER_WORDS.sub("", _KRAMDOWN.sub("", _SPAN.sub("", _LINK.sub(r"\1", text))))


def lists_on_one_line(lines: list[str], code: AbstractSet[int]) -> None:
    """Put lists of attributes that go over several of *lines* into the first; the others keep the rest."""
    for number, line in enumerate(lines):
        if "{" not in line or number in code or not _UNENDED.search(line):
            continue
        last = _end_of_list(lines, number)
        if last is None:
            continue
        end = lines[last].index("}") + 1
        parts = [line, *lines[number + 1 : last], lines[last][:end]]
        lines[number] = " ".join(part.strip() if index else part.rstrip() for index, part in enumerate(parts))
        rest = lines[last][end:].lstrip()
        lines[number + 1 : last + 1] = [*[""] * (last - number - 1), rest]


def _end_of_list(lines: list[str], number: int) -> int | None:
    """Return the line in which the list ends that begins in line *number*, ``None`` if it has no end near."""
    for last in range(number + 1, min(number + _MOST_LINES, len(lines))):
        if not lines[last].strip() or "{" in lines[last].partition("}")[0]:
            return None
        if "}" in lines[last]:
            return last
    return None


def without_extensions(lines: list[str], code: AbstractSet[int]) -> None:
    """Take kramdown's ``{::nomarkdown}`` and options out of *lines*; its comments become those of HTML."""
    in_comment = False
    for number, line in enumerate(lines):
        if number in code or (not in_comment and "{:" not in line):
            continue
        opening = None if in_comment else _COMMENT_OF_KRAMDOWN.fullmatch(line)
        text = f"<!--{opening[1]}" if opening else line
        in_comment = in_comment or opening is not None
        closing = _END_OF_COMMENT.fullmatch(text) if in_comment else None
        if closing:
            in_comment, text = False, f"{closing[1]}-->"
        lines[number] = _AS_IT_IS.sub("", _COMMENT_IN_LINE.sub("", text))
