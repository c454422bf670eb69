"""Marks of HackMD, HedgeDoc and Google Docs in Markdown, which people paste into pages of any kind.

https://hackmd.io/features-book
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter.note import TAGS_LINE, tags_of
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import outside_code

if TYPE_CHECKING:
    import re
    from collections.abc import Set as AbstractSet

_MARKED = lazy_regex(r"(?<![\w=])==(?=[^\s=])([^=\n]{1,500}?)(?<=[^\s=])==(?![\w=])")
_INSERTED = lazy_regex(r"(?<![\w+])\+\+(?=[^\s+])([^+\n]{1,500}?)(?<=[^\s+])\+\+(?![\w+])")
_STRUCK = lazy_regex(r"(?<![\w~])~~(?=[^\s~])([^~\n]{1,500}?)(?<=[^\s~])~~(?![\w~])")
_INSERTED_TOO = lazy_regex(r"(?<![\w^])\^\^(?=[^\s^])([^\^\n]{1,500}?)(?<=[^\s^])\^\^(?![\w^])")
_WHO = lazy_regex(r"\[(?P<what>name|time)=(?P<said>[^\[\]\n]{1,200})\](?!\()[ \t]?")
_COLOR = lazy_regex(r"\[color=[^\[\]\n]{1,40}\](?!\()[ \t]?")
# A size behind the address of a picture: "![a](b.png =300x)".
_SIZED = lazy_regex(r"(!\[[^\]\n]{0,500}\]\([^()\s]{1,1000})[ ]+=\d{0,5}%?x?\d{0,5}%?\)")
_KEYS = lazy_regex(r"(?<![\w+`])\+\+([a-z0-9-]{1,30}(?:\+[a-z0-9-]{1,30}){0,5})\+\+(?![\w+])")
_RUBY = lazy_regex(r"\{([^{}|\n]{1,60})\|([^{}|\n]{1,60})\}")


def read_tags(lines: list[str], code: AbstractSet[int]) -> tuple[str, ...]:
    """Take the lines ``###### tags: `a`, `b` `` out of *lines*, and return the tags."""
    tags: list[str] = []
    for number, line in enumerate(lines):
        if "######" in line and number not in code and TAGS_LINE.fullmatch(line.rstrip("\r")):
            tags += tags_of(line)
            lines[number] = ""
    return tuple(dict.fromkeys(tags))


def without_marks(line: str) -> str:
    """Return *line* of Markdown with HTML for what HackMD and others mark: ``==x==``, ``~~x~~``."""
    return outside_code(line, _read)


def _read(text: str) -> str:
    if "==" in text:
        text = _MARKED.sub(r"<mark>\1</mark>", text)
    if "++" in text:
        text = _INSERTED.sub(r"<ins>\1</ins>", text)
    if "~~" in text:
        text = _STRUCK.sub(r"<del>\1</del>", text)
    if "^^" in text:
        text = _INSERTED_TOO.sub(r"<ins>\1</ins>", text)
    if "](" in text and " =" in text:
        text = _SIZED.sub(r"\1)", text)
    if "[" in text and "=" in text:
        text = _COLOR.sub("", text)
        text = _WHO.sub(lambda match: f"**{match['said'].strip()}** ", text)
    return text


def with_keys(line: str) -> str:
    """Return *line* with HTML for the keys of MkDocs Material, ``++ctrl+alt+del++``."""
    if "++" not in line:
        return line
    return outside_code(line, lambda text: _KEYS.sub(_keys, text))


def _keys(match: re.Match[str]) -> str:
    return "+".join(f"<kbd>{key}</kbd>" for key in match[1].split("+"))


def with_readings(line: str) -> str:
    """Return *line* with HTML for ``{base|reading}``."""
    return _RUBY.sub(r"<ruby>\1<rp>(</rp><rt>\2</rt><rp>)</rp></ruby>", line)
