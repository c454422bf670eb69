"""Marks of Pandoc and Python-Markdown in a line -> HTML: ``H~2~O``, ``[x]{.mark}``, ``{--x--}``, tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import CODE_SPAN, outside_code

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

_RAISED_IN = frozenset({"hackmd", "mkdocs", "quarto"})
_KEPT = lazy_regex(CODE_SPAN + r"|<[A-Za-z/!][^<>]*>|\]\([^()\n]*\)|https?://\S+|\{[a-z]+\}`[^`\n]*`")
_SUB = lazy_regex(r"(?<![\\~\s])~([^\s~]{1,60})~(?!~)")
# A word of its own: "~10 to ~20" and "~jane/" are none.
_SUB_ALONE = lazy_regex(r"(?<![^\s(])~([^\s~/]{1,60})~(?![~\w])")
_SUP = lazy_regex(r"(?<![\\^\[])\^([^\s\^\[\]]{1,60})\^(?!\^)")
_SPAN = lazy_regex(r"(?<![\]!\\])\[([^\[\]\n]{1,500})\]\{([^{}\n]{1,200})\}")
_PHRASES: Mapping[str, str] = {
    **dict.fromkeys((".mark", ".highlight"), "mark"),
    **dict.fromkeys((".underline", ".ul"), "u"),
}
# https://fletcher.github.io/MultiMarkdown-6/syntax/critic.html
_CRITIC = (
    (lazy_regex(r"\{\+\+(.+?)\+\+\}"), r"<ins>\1</ins>"),
    (lazy_regex(r"\{--(.+?)--\}"), r"<del>\1</del>"),
    (lazy_regex(r"\{~~(.+?)~>(.+?)~~\}"), r"<del>\1</del><ins>\2</ins>"),
    (lazy_regex(r"\{==(.+?)==\}"), r"<mark>\1</mark>"),
    (lazy_regex(r"\{>>(.+?)<<\}"), r" <small>\1</small>"),
)
_TASK = lazy_regex(r"([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\](?=[ \t]+\S)")
# What parts the columns of Hugo Book.
_COLUMN = lazy_regex(r"[ \t]*<--->[ \t]*")


def with_marks(line: str, dialect: str) -> str:
    """Return *line* of a post in *dialect* with HTML for what its generator marks; code stays."""
    if "[" in line:
        line = _TASK.sub(_box, line, count=1)
    if dialect in {"hugo", "hugoblox"} and "<--->" in line:
        line = _COLUMN.sub(" ", line).rstrip()
    if dialect == "mkdocs" and "{" in line:
        line = outside_code(line, _edited)
    if dialect == "quarto" and "]{" in line:
        line = outside_code(line, lambda text: _SPAN.sub(_span, text))
    if dialect in _RAISED_IN and ("~" in line or "^" in line):
        line = outside_code(line, _raised, _KEPT)
    return line


def _box(match: re.Match[str]) -> str:
    checked = "" if match[2] == " " else " checked"
    return f'{match[1]}<input type="checkbox"{checked}>'


def _edited(text: str) -> str:
    for mark, html in _CRITIC:
        text = mark.sub(html, text)
    return text


def _span(match: re.Match[str]) -> str:
    tag = next((_PHRASES[name] for name in match[2].split() if name in _PHRASES), None)
    return f"<{tag}>{match[1]}</{tag}>" if tag else match[1]


def _raised(text: str) -> str:
    text = _SUB_ALONE.sub(r"<sub>\1</sub>", _SUB.sub(r"<sub>\1</sub>", text))
    return _SUP.sub(r"<sup>\1</sup>", text)
