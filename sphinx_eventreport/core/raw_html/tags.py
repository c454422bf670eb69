"""One HTML start tag: its name, its attributes, where it ends.

The rules are those of the HTML standard's tokenizer (sections 13.2.5.6 to 13.2.5.40). Python's own
reader of start tags uses regular expressions that take quadratic time on some malformed tags.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.entities import html5

from sphinx_eventreport.core.lazy_regex import lazy_regex

_NAME = lazy_regex("[^ \t\n\r\f/>]*")
# The groups below; those that follow are values.
_END, _ATTRIBUTE = 1, 2
# What is next in a tag: its end, a slash, or an attribute. A quote that does not end fits nowhere.
_NEXT = lazy_regex(
    r"""
    [ \t\n\r\f]*+
    (?: (/?>) | /
      | ([^ \t\n\r\f/>][^ \t\n\r\f/>=]*+)
        (?: (?![ \t\n\r\f]*+=)
          | [ \t\n\r\f]*+ = [ \t\n\r\f]*+ (?: "([^"]*+)" | '([^']*+)' | (?!["']) ([^ \t\n\r\f>]*+) )
        )
    )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag."""

    name: str
    """The name of the element."""
    attrs: tuple[tuple[str, str], ...]
    """The attributes, in their order."""
    empty: bool
    """Whether it ends with "/>"."""
    end: int
    """The index after its ">"."""
    written: str
    """The tag as written."""


def read_start_tag(text: str, start: int) -> StartTag | None:
    """Return the tag whose "<" and first letter are at *start*, or ``None`` if it does not end."""
    found = _NAME.match(text, start + 1)
    name, index = (found[0].lower(), found.end()) if found else ("", start)
    attrs: list[tuple[str, str]] = []
    while match := _NEXT.match(text, index):
        index, last = match.end(), match.lastindex
        if last == _END:
            return StartTag(name, tuple(attrs), match[_END] == "/>", index, text[start:index])
        if last is not None:
            value = match[last] if last > _ATTRIBUTE else ""
            attrs.append((match[_ATTRIBUTE].lower(), _decoded(value) if "&" in value else value))
    return None


def _decoded(value: str) -> str:
    """Return *value* with its character references decoded.

    In attributes, names without ";" are not decoded: "?a=1&copy=2" is a URL.
    """
    first, *rest = value.split("&")
    return first + "".join(map(_decoded_reference, rest))


def _decoded_reference(text: str) -> str:
    """Return *text*, which follows an "&", with that "&" or what they mean together."""
    name, semicolon, rest = text.partition(";")
    if text.startswith("#"):
        return unescape(f"&{text}")
    return html5[f"{name};"] + rest if semicolon and f"{name};" in html5 else f"&{text}"
