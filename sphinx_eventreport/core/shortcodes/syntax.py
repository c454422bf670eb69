"""How each family of site generators writes shortcodes, as patterns.

Every repetition in them is bounded and ends where the next tag begins, so that no text takes long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 2_000
"""How many characters a shortcode or a code span may have."""

# Where something begins that is not to be looked into; its end is looked for by hand.
_VERBATIM = r"(?P<ticks>`+) | (?P<comment><!--)"
_LIQUID = rf"""
    \{{%-?[ \t]*(?P<block>raw|verbatim|comment)[ \t]*-?%\}}
  | \{{%-?[ \t]*(?P<tag>[A-Za-z][\w.-]{{0,40}})(?P<args>(?:[^%\n{{]|%(?!\}})|\{{(?!%)){{0,{LONGEST}}})%\}}
"""
_ANGLE = rf"""
    \{{\{{<[ \t\n]*(?P<tag>/?[A-Za-z][\w./-]{{0,60}})
      (?P<args>(?:[^>{{]|>(?!\}}\}})|\{{(?!\{{<)){{0,{LONGEST}}})>\}}\}}
"""
_PERCENT = rf"""
    \{{\{{%[ \t\n]*(?P<tag2>/?[A-Za-z][\w./-]{{0,60}})
      (?P<args2>(?:[^%{{]|%(?!\}}\}})|\{{(?!\{{%)){{0,{LONGEST}}})%\}}\}}
"""
_CALL = rf"""
    \{{\{{[ \t]*(?P<tag>[A-Za-z]\w{{0,60}})\((?P<args>[^()\n]{{0,{LONGEST}}})\)[ \t]*\}}\}}
"""
_MDX = rf"""
    (?P<jsx><[A-Za-z][\w.]{{0,40}}\b[^<>{{}}]{{0,{LONGEST}}}\{{[^<>]{{1,{LONGEST}}}>)
  | \{{/\*(?P<note>(?:(?!\*/|\{{/\*).){{0,{LONGEST}}})\*/\}}
  | (?m:^(?P<module>(?:import|export)[ ][^\n]{{1,200}}?[ ]from[ ]['"][^'"\n]{{1,200}}['"];?)[ \t]*$)
"""
# Zenn, and blogs after it: a link to a service.
_AT = rf"(?m:^@\[(?P<service>[a-z]{{2,20}})\]\((?P<target>[^()\s]{{1,{LONGEST}}})\)[ \t]*$)"


@dataclass(frozen=True, slots=True)
class Syntax:
    """The shortcodes of one family of generators; ``marks`` are what any of them contains."""

    pattern: re.Pattern[str]
    marks: tuple[str, ...]


def _syntax(tags: str, *marks: str) -> Syntax:
    pattern = re.compile(rf"{_VERBATIM} | {_AT} | {tags}", re.VERBOSE | re.DOTALL)
    return Syntax(pattern, ("@[", *marks))


def end_of_block(block: str) -> re.Pattern[str]:
    """Return the tag that ends Liquid's ``raw`` or ``comment``."""
    return re.compile(rf"\{{%-?[ \t]*end{block}[ \t]*-?%\}}")


def end_of_code(ticks: str) -> re.Pattern[str]:
    """Return what ends a code span that *ticks* begin, or the paragraph around it."""
    return re.compile(rf"(?<!`){ticks}(?!`)|(?P<blank>\n[ \t]*\n)")


LIQUID = frozenset({"jekyll", "academicpages"})
"""The dialects of Jekyll, whose tags are those of Liquid."""
_ANYWHERE = _syntax(r"(?!)")
_SYNTAXES = {
    **dict.fromkeys(LIQUID, _syntax(_LIQUID, "{%")),
    **dict.fromkeys(("hugo", "hugoblox"), _syntax(f"{_ANGLE} | {_PERCENT}", "{{<", "{{%")),
    "quarto": _syntax(_ANGLE, "{{<"),
    "nikola": _syntax(_PERCENT, "{{%"),
    "zola": _syntax(_CALL, "{{"),
    "docusaurus": _syntax(_MDX, "{/*", "import ", "export ", "={"),
}


def syntax_of(dialect: str) -> Syntax:
    """Return the shortcodes that may stand in a page of *dialect*."""
    return _SYNTAXES.get(dialect, _ANYWHERE)
