"""How site generators write shortcodes and tags, as patterns.

A page is often not written for the generator that its front matter looks like, so most forms are read in
every dialect. Every repetition in them is bounded and ends where the next tag begins, so that no text
takes long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sphinx_eventreport.core.lazy_regex import lazy_regex

LONGEST = 2_000
"""How many characters a shortcode or a code span may have."""

# Where something begins that is not to be looked into; its end is looked for by hand.
_VERBATIM = r"(?P<ticks>`+) | (?P<comment><!--)"
_LIQUID = rf"""
    \{{%-?[ \t\n]*(?P<block>raw|verbatim|comment)[ \t\n]*-?%\}}
  | \{{%-?[ \t\n]*(?P<remark>\#[^%{{}}]{{0,{LONGEST}}}?)-?%\}}
  | \{{%-?[ \t\n]*(?P<liquid>[A-Za-z][\w./-]{{0,40}})
      (?P<liquid_args>(?:[^%{{]|%(?!\}})|\{{(?!%)){{0,{LONGEST}}})%\}}
"""
_ANGLE = rf"""
    \{{\{{<[ \t\n]*(?P<angle>/?[ \t]*[A-Za-z][\w./-]{{0,60}})
      (?P<angle_args>(?:[^>{{]|>(?!\}}\}})|\{{(?!\{{<)){{0,{LONGEST}}})>\}}\}}
"""
_PERCENT = rf"""
    \{{\{{%[ \t\n]*(?P<percent>/?[ \t]*[A-Za-z][\w./-]{{0,60}})
      (?P<percent_args>(?:[^%{{]|%(?!\}}\}})|\{{(?!\{{%)){{0,{LONGEST}}})%\}}\}}
"""
# Hugo's own way to show a shortcode, and Quarto's.
_SHOWN = rf"""
    \{{\{{(?P<sign>[<%])/\*(?P<shown>[^{{}}]{{0,{LONGEST}}}?)\*/[>%]\}}\}}
  | \{{(?P<shown3>\{{\{{<[^{{}}]{{0,{LONGEST}}}?>\}}\}})\}}
"""
# A comment of Go's templates.
_GO_COMMENT = rf"\{{\{{-?[ \t\n]*/\*(?P<go_comment>[^{{}}]{{0,{LONGEST}}}?)\*/[ \t\n]*-?\}}\}}"
# Nunjucks, Jinja and Tera. The id of a heading has no such sign at its end.
_HASH_COMMENT = rf"\{{\#(?P<hash_comment>[^{{}}]{{0,{LONGEST}}}?)\#\}}"
_CALL = rf"""
    \{{\{{[ \t]*(?P<call>[A-Za-z]\w{{0,60}})\((?P<call_args>[^()\n]{{0,{LONGEST}}})\)[ \t]*\}}\}}
"""
_OUTPUT = r"\{\{-?[ \t]*(?P<output>(?![<%])[^{}\n]{1,300}?)[ \t]*-?\}\}"
# EJS and ERB: Hexo, Middleman; Templater of Obsidian.
_ERB = rf"<%(?P<erb>[^<>%\n]{{1,{LONGEST}}})%>"
# What MDX computes: a name, a call, a text in quotes, or something with an operator between spaces.
_EXPRESSION = r"""
    (?:(?<![\w${\\#:`])(?=\{[ \t]*[\w(!-]) | (?=\{[ \t]*['"]))
    \{[ \t]*
    (?P<output>[A-Za-z_](?:[\w.]{0,80}|[^{}\n]{0,200}[)\]'"])
    |[\w(!-][^{}\n]{0,100}?[ ](?:[-+*/%<>?]|&&|\|\||[=!]==?|[<>]=)[ ][^{}\n]{0,200}?
    |'[^'\n{}]{0,200}'|"[^"\n{}]{0,200}")[ \t]*\}(?!\})
"""
_JSX = rf"(?P<jsx><[A-Za-z][\w.]{{0,40}}\b[^<>{{}}]{{0,{LONGEST}}}=[ \t]*\{{[^<>]{{1,{LONGEST}}}>)"
_MDX = rf"""
    \{{/\*(?P<note>(?:(?!\*/|\{{/\*).){{0,{LONGEST}}})\*/\}}
  | (?m:^(?P<module>(?:import|export)[ ][^\n]{{1,200}}?[ ]from[ ]['"][^'"\n]{{1,200}}['"];?)[ \t]*$)
  | (?m:^(?P<side_effect>import[ ]['"][^'"\n]{{1,200}}['"];?)[ \t]*$)
"""
# Zenn, and blogs after it: a link to a service.
_AT = rf"(?m:^@\[(?P<service>[a-z]{{2,20}})\]\((?P<target>[^()\s]{{1,{LONGEST}}})\)[ \t]*$)"


@dataclass(frozen=True, slots=True)
class Syntax:
    """The shortcodes that a page may have."""

    pattern: re.Pattern[str]
    """What finds them."""
    marks: tuple[str, ...]
    """Strings of which any shortcode has one, for a quick look."""


def _syntax(*tags: str, more_marks: tuple[str, ...] = ()) -> Syntax:
    pattern = lazy_regex(" | ".join((_VERBATIM, _AT, *tags)), re.VERBOSE | re.DOTALL)
    return Syntax(
        pattern, ("{{", "{%", "{#", "={", "= {", "@[", "{/*", "import ", "export ", "<%", *more_marks)
    )


def end_of_block(block: str) -> re.Pattern[str]:
    """Return the tag that ends Liquid's ``raw`` or ``comment``."""
    return re.compile(rf"\{{%-?[ \t\n]*end{block}[ \t\n]*-?%\}}")


def end_of_code(ticks: str) -> re.Pattern[str]:
    """Return what ends a code span that *ticks* begin, or the paragraph around it."""
    return re.compile(rf"(?<!`){ticks}(?!`)|(?P<blank>\n[ \t]*\n)")


LIQUID = frozenset({"jekyll", "academicpages"})
"""The dialects of Jekyll, in which Liquid says what is shown."""
PLAIN = frozenset({"native", "hackmd"})
"""Dialects of no generator that runs templates: words in braces may be what somebody writes about."""
# A value that is one of a template there as well: it is in an address, or has a name that only they have.
_ADDRESS = lazy_regex(r"(?:\]\(<?|href=[\"'])[^()\s\"'<>]{0,200}$")
# What cannot be shown there is told where the element is read.
_SOURCE = lazy_regex(r"(?:src|data)=[\"'][^\"'<>]{0,200}$")
_SURE = lazy_regex(
    r"(?:page|site|post|paginator|include|layout)\.\w.*|(?:url_for|ref|relref)[ (].*"
    r"|\.(?:Site|Page|Params|Title|Date|Permalink|RelPermalink|Inner)\b.*"
    r"|.*\|[ \t]*(?:relative_url|absolute_url|relURL|absURL|safeHTML|markdownify)\b.*"
)
_EVERYWHERE = (_SHOWN, _GO_COMMENT, _ANGLE, _PERCENT, _ERB)
_TEMPLATES = (*_EVERYWHERE, _HASH_COMMENT, _LIQUID, _JSX, _MDX)
_OF_LIQUID = _syntax(*_TEMPLATES, _OUTPUT)
_SYNTAXES = {
    **dict.fromkeys((*LIQUID, "mkdocs"), _OF_LIQUID),
    **dict.fromkeys(PLAIN, _syntax(*_EVERYWHERE, _LIQUID, _JSX, _OUTPUT)),
    "docusaurus": _syntax(*_TEMPLATES, _EXPRESSION, more_marks=("{",)),
    "zola": _syntax(*_TEMPLATES, _CALL, _OUTPUT),
}
_OF_OTHERS = _syntax(*_TEMPLATES)


def is_sure_value(value: str, before: str) -> bool:
    """Return whether *value* in braces, behind the text *before*, is one of a template on any page."""
    is_name = _SURE.fullmatch(value.strip()) is not None and _SOURCE.search(before) is None
    return is_name or _ADDRESS.search(before) is not None


def syntax_of(dialect: str) -> Syntax:
    """Return the shortcodes that may be in a page of *dialect*."""
    return _SYNTAXES.get(dialect, _OF_OTHERS)
