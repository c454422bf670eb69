"""Markdown inside of HTML, where the tag says so (Python-Markdown's md_in_html, kramdown)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_OPENING = lazy_regex(
    r"""[ \t]*<([a-z][a-z0-9]{0,20})\b[^<>]{0,500}?[ ]markdown"""
    r"""(?:[ ]*=[ ]*["']?(?:1|span|block)["']?)?(?=[ \t>])[^<>]{0,500}>"""
    r"""(?:[ \t]*<[^<>]{1,300}>[^<>*_`\[\]{}]{0,300})*[ \t]*\r?"""
)
# All on one line, as a block of HTML.
_ON_ONE_LINE = lazy_regex(
    r"""([ \t]*)<(div|p|section|center)\b([^<>]{0,500}?)[ ]markdown"""
    r"""(?:[ ]*=[ ]*["']?(?:1|span|block)["']?)?([^<>]{0,500})>(.*)</\2>[ \t]*\r?"""
)
_DEEPEST = 200


def open_html(lines: list[str], code: AbstractSet[int]) -> None:
    """Have Markdown begin again behind each tag in *lines* that says ``markdown``.

    A comment ends with its line, and the tag behind it is part of it; a tag alone would make raw HTML
    of all that follows. *code* are the numbers from 0 of the lines that are not looked into.
    """
    for number, line in enumerate(lines):
        match = _OPENING.fullmatch(line) if " markdown" in line and number not in code else None
        whole = _ON_ONE_LINE.fullmatch(line) if match is None and " markdown" in line else None
        if whole and number not in code:
            # In a line, Markdown goes on behind a tag.
            lines[number] = f"{whole[1]}<span{whole[3]}{whole[4]}>{whole[5]}</span>"
        if match is None or f"</{match[1]}>" in line:
            continue
        lines[number] = "<!-- -->" + line.strip()
        for inner in range(number + 1, min(_end(lines, number, match[1]) + 1, len(lines))):
            # Indented by four it would be code.
            lines[inner] = lines[inner].lstrip(" \t")


def _end(lines: list[str], number: int, tag: str) -> int:
    """Return the number of the line that closes the *tag* of line *number*; that line if none does."""
    closing = f"</{tag}>"
    last = min(number + _DEEPEST, len(lines))
    return next((end for end in range(number + 1, last) if lines[end].strip() == closing), number)
