"""Addresses of links and pictures with spaces in them, which CommonMark wants in angle brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    import re
    from collections.abc import Container

LENIENT = frozenset({"academicpages", "jekyll", "mkdocs", "nikola", "pelican", "quarto"})
"""Dialects of generators whose Markdown takes spaces: kramdown, Python-Markdown, Pandoc."""

# An address that ends as one of a file does; one pair of brackets may be in it, and a title behind it.
_LINK = lazy_regex(
    r"(?P<text>!?\[[^\]\n]{0,500}\]\()[ \t]*"
    r"(?P<address>(?:[^<>()\"'\s]|\([^()\n]{0,100}\))(?:[^<>()\"'\n]|\([^()\n]{0,100}\)){0,500}?"
    r"\.\w{1,8}(?:[?#][^\s()]{0,200})?)"
    r"(?P<title>[ \t]+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?[ \t]*\)"
)
_SPACE = lazy_regex(r"[ \t]")
# A space in an address, or a bracket behind which it may be: few links have either.
_MAYBE = lazy_regex(r"\]\([^ \t()\n]*[ \t(]")


def bracket_addresses(lines: list[str], code: Container[int]) -> None:
    """Put addresses with spaces in *lines* into angle brackets, but for the lines of *code*."""
    for number, line in enumerate(lines):
        if "](" in line and _MAYBE.search(line) and number not in code:
            lines[number] = _LINK.sub(_bracketed, line)


def _bracketed(match: re.Match[str]) -> str:
    address = match["address"]
    in_code = match.string.count("`", 0, match.start()) % 2 == 1
    if in_code or not _SPACE.search(address):
        return match[0]
    return f"{match['text']}<{address}>{match['title'] or ''})"
