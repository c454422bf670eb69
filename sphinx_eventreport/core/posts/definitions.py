"""Lists of terms, ``: what it is`` below a term, and abbreviations, ``*[HTML]: Hypertext`` -> HTML.

PHP Markdown Extra has brought both; kramdown, Python-Markdown, Pandoc and Goldmark read the lists. MyST
reads them only where a site says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import CODE_SPAN, outside_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

LISTS = frozenset("academicpages hugo hugoblox jekyll mkdocs nikola pelican quarto".split())
"""Dialects whose Markdown has lists of terms."""
ABBREVIATIONS = frozenset("academicpages hackmd jekyll mkdocs nikola pelican".split())
"""Dialects whose Markdown has abbreviations."""

_MEANING = lazy_regex(r" {0,3}:[ \t]+(\S.*)")
_INDENTED = lazy_regex(r"(?: {2,}|\t)\S")
# What begins a block of its own is no term; neither is what a colon or a full stop ends.
_TERM = lazy_regex(
    r"(?! {4}|[ ]{0,3}(?:[#>|<:]|[-*+][ \t]|\d+[.)][ \t]|!\[|```|~~~|\{[%{<]))\s*(\S.{0,199}?)[ \t]*"
)
# A comment ends with its line, and the tags behind it are part of it.
_TAGS = "<!-- -->"

_ABBREVIATION = lazy_regex(r" {0,3}\*\[([^\]\n]{1,80})\]:[ \t]*(\S.*?)[ \t]*")
_NOT_WORDS = lazy_regex(
    CODE_SPAN + r"|<[A-Za-z/!][^<>]*>|!?\[[^\[\]\n]*\](?:\([^()\n]*\)|(?=[\[:]))|https?://\S+|\{[^{}\n]*\}"
)
_MARKS = (
    (lazy_regex(r"`([^`]+)`"), r"<code>\1</code>"),
    (lazy_regex(r"\*\*(\S(?:[^*]*\S)?)\*\*"), r"<strong>\1</strong>"),
    (lazy_regex(r"(?<![\w*])[*_](\S(?:[^*_]*\S)?)[*_](?![\w*])"), r"<em>\1</em>"),
    (lazy_regex(r"\[([^\[\]]+)\]\(([^()\s]+)\)"), r'<a href="\2">\1</a>'),
)


@dataclass(frozen=True, slots=True)
class _Item:
    """The lines of terms, and those of what they mean, of which the last is not blank."""

    terms: range
    meaning: range


def lists_of_terms(lines: list[str], code: AbstractSet[int]) -> None:
    """Make HTML of the lists of terms in *lines*, line for line; *code* are lines not looked into."""
    number = 0
    while number < len(lines):
        items = list(_items(lines, number, code))
        if items:
            _write(lines, items)
            number = items[-1].meaning.stop
        number += 1


def _items(lines: list[str], number: int, code: AbstractSet[int]) -> Iterator[_Item]:
    """Yield the items of the list that begins with a term in line *number*."""
    item = _item(lines, number, code)
    while item:
        yield item
        number = item.meaning.stop
        while number < len(lines) and not lines[number].strip():
            number += 1
        item = _item(lines, number, code)


def _item(lines: list[str], first: int, code: AbstractSet[int]) -> _Item | None:
    number = first
    while number < len(lines) and number not in code and _is_term(lines[number]):
        number += 1
    last = number
    if number < len(lines) and not lines[number].strip():
        number += 1
    if last == first or number >= len(lines) or number in code or not _is_meaning(lines[number]):
        return None
    if first and lines[first - 1].strip() and not _is_meaning(lines[first - 1]) and first - 1 not in code:
        # A line of the paragraph above.
        return None
    return _Item(range(first, last), range(number, _end_of_meaning(lines, number)))


def _is_term(line: str) -> bool:
    return bool(line.strip()) and bool(_TERM.fullmatch(line.rstrip("\r"))) and not _is_meaning(line)


def _is_meaning(line: str) -> bool:
    return bool(_MEANING.fullmatch(line.rstrip("\r")))


def _end_of_meaning(lines: list[str], first: int) -> int:
    """Return the line behind what is said from line *first* on: more of it is indented, or without a gap."""
    end = first + 1
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        is_next = end == number and not (number + 1 < len(lines) and _is_meaning(lines[number + 1]))
        if not (is_next or _is_meaning(line) or _INDENTED.match(line)):
            break
        end = number + 1
    return end


def _write(lines: list[str], items: list[_Item]) -> None:
    end = items[-1].meaning.stop
    is_html = end < len(lines) and not lines[end].strip()
    for index, item in enumerate(items):
        _write_terms(lines, item.terms, ("</dd>" if index else "<dl>") if is_html else None)
        _write_meaning(lines, item.meaning)
    if is_html:
        lines[end] = f"{_TAGS}</dd></dl>"


def _write_terms(lines: list[str], terms: range, before: str | None) -> None:
    """Write *terms* behind the tag *before*; without one, where the list has no line to end on, as words."""
    for number in terms:
        term = lines[number].strip()
        opening = before if number == terms[0] else ""
        closing = "<dd>" if number == terms[-1] else ""
        html = f"{_TAGS}{opening}<dt>{_as_html(term)}</dt>{closing}"
        lines[number] = f"{term}\\" if before is None else html


def _write_meaning(lines: list[str], meaning: range) -> None:
    for number in meaning:
        found = _MEANING.fullmatch(lines[number].rstrip("\r"))
        if found and number > meaning[0] and lines[number - 1].strip():
            lines[number - 1] += "\\"
        # Indented as it is, it would be code.
        lines[number] = found[1] if found else lines[number].strip()


def _as_html(term: str) -> str:
    """Return *term* with HTML for what Markdown it has: there is no line on which Markdown would be read."""
    text = escape(term, quote=False)
    for mark, html in _MARKS:
        text = mark.sub(html, text)
    return text


def explain_abbreviations(lines: list[str], code: AbstractSet[int]) -> None:
    """Take the definitions of abbreviations out of *lines*, and explain them where they are."""
    said = {
        match[1]: match[2]
        for number, line in enumerate(lines)
        if number not in code and (match := _ABBREVIATION.fullmatch(line.rstrip("\r")))
    }
    if not said:
        return
    names = sorted(map(re.escape, said), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")
    for number, line in enumerate(lines):
        if number in code or line.lstrip().startswith(("#", "<")):
            continue
        if _ABBREVIATION.fullmatch(line.rstrip("\r")):
            lines[number] = ""
        else:
            lines[number] = outside_code(line, lambda text: _explained(text, pattern, said), _NOT_WORDS)


def _explained(text: str, pattern: re.Pattern[str], said: Mapping[str, str]) -> str:
    return pattern.sub(lambda match: f'<abbr title="{escape(said[match[0]])}">{match[0]}</abbr>', text)
