"""The body of a post, in the order in which its generator's additions to Markdown are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_lines
from sphinx_eventreport.core.posts.alerts import alerts_as_boxes
from sphinx_eventreport.core.posts.alternative_texts import keep_spaces
from sphinx_eventreport.core.posts.attributes import (
    lists_on_one_line,
    with_anchor,
    without_attributes,
    without_extensions,
)
from sphinx_eventreport.core.posts.code_headers import DIALECTS as CODE_HEADERS
from sphinx_eventreport.core.posts.code_headers import headers_as_fences
from sphinx_eventreport.core.posts.containers import as_directives
from sphinx_eventreport.core.posts.contents import drop_contents
from sphinx_eventreport.core.posts.definitions import (
    ABBREVIATIONS,
    LISTS,
    explain_abbreviations,
    lists_of_terms,
)
from sphinx_eventreport.core.posts.destinations import LENIENT, bracket_addresses
from sphinx_eventreport.core.posts.emoji import read_emoji
from sphinx_eventreport.core.posts.examples import number_examples
from sphinx_eventreport.core.posts.excerpt import take_excerpt
from sphinx_eventreport.core.posts.fence_words import plain_fences, without_numbers, without_raw_in_code
from sphinx_eventreport.core.posts.footnotes import keep_footnotes
from sphinx_eventreport.core.posts.formulas import formulas_as_roles
from sphinx_eventreport.core.posts.gatsby import read_gatsby
from sphinx_eventreport.core.posts.hackmd import read_tags, with_keys, with_readings, without_marks
from sphinx_eventreport.core.posts.heading_levels import WITHOUT_SPACE, in_order, with_spaces
from sphinx_eventreport.core.posts.indented_boxes import (
    blocks_as_colons,
    indented_as_directives,
    note_snippets,
)
from sphinx_eventreport.core.posts.inline_marks import with_marks
from sphinx_eventreport.core.posts.inner_markdown import open_html
from sphinx_eventreport.core.posts.obsidian import anchor_blocks, hide_comments, take_tags, without_fields
from sphinx_eventreport.core.posts.page_breaks import drop_page_breaks
from sphinx_eventreport.core.posts.quarto import (
    caption_tables,
    captioned,
    cells_as_code,
    hides_code,
    note_references,
    title_callouts,
    without_notes,
)
from sphinx_eventreport.core.posts.quarto_tabs import TABSET, tabs_as_words
from sphinx_eventreport.core.posts.variables import fill_in
from sphinx_eventreport.core.posts.wiki_links import with_links
from sphinx_eventreport.core.posts.wordpress import DIALECTS as MOVED_FROM_WORDPRESS
from sphinx_eventreport.core.posts.wordpress import without_wordpress
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.shortcodes.components import comment_out_code, components_as_markdown
from sphinx_eventreport.core.shortcodes.read import expand_shortcodes
from sphinx_eventreport.core.shortcodes.syntax import LIQUID, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NATIVE = "native"
# Sphinx reads these itself, and ":link:" may be an option there.
_OF_SPHINX = frozenset({_NATIVE, "ablog"})
_FILLED_IN = ("{", "|", "@", "pathname:")
"""One of them is in all that stands for something else."""
_OF_NOTES = r"==\S|\+\+\S|~~\S|\^\^\S|\[(?:name|time|color)=|=\d*%?x|\{:?[ ]?#|\[\[|::[ ]"
# What may be in a line that is read: looking for it is much quicker than reading a line. Each part begins
# with a character of its own, not with one of several: then ``re`` passes over all other characters at once.
_IN_A_NATIVE_LINE = lazy_regex(_OF_NOTES)
_IN_A_LINE = lazy_regex(rf"{_OF_NOTES}|\{{|\^\S|~\S|\[[ xX]\]|<--->")
_EMOJI = lazy_regex(r":[a-z0-9+-][\w+-]*:")
_TAG = lazy_regex(r"^[ \t]*(?:(?:Tags?|tags?)::?[ \t]*)?#[^\W\d_]", re.MULTILINE)
_BLOCK_NAME = lazy_regex(r"(?:^|[ \t])\^[A-Za-z\d]", re.MULTILINE)
_UNDERLINE = lazy_regex(r" {0,3}(?:=+|-+)[ \t]*\r?")
_NOTHING: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class Post:
    """What a post says below its front matter."""

    text: str
    """The body as MyST."""
    excerpt: str
    """The plain text of its excerpt, "" for none."""
    problems: tuple[Problem, ...]
    """What is wrong in it."""
    tags: tuple[str, ...] = ()
    """The tags that it gives itself."""


def adapt_body(
    text: str,
    dialect: str,
    *,
    above: bool,
    first_line: int = 1,
    page: Mapping[str, object] = _NOTHING,
) -> Post:
    """Return the body *text* of a post in *dialect*, Markdown without front matter, as MyST.

    *above* says that the title of the page will be above the body as a heading. *first_line* is the
    line of the file on which *text* begins, *page* is the front matter, with its title. The result has as
    many lines. Of a native report only what is no MyST is read: shortcodes, marks of HackMD and Obsidian,
    boxes of others.
    """
    text = keep_spaces(text)
    lines = text.split("\n")
    problems: list[Problem] = []

    def note(number: int, message: str, hint: str) -> None:
        problems.append(Problem(Subtype.SHORTCODE, message, first_line + number, hint=hint))

    if dialect in LENIENT and "](" in text:
        bracket_addresses(lines, code_lines(lines))
    if "%%" in text:
        hide_comments(lines, code_lines(lines))
    _before_shortcodes(lines, dialect, page, note)
    text, found = expand_shortcodes("\n".join(lines), dialect, first_line=first_line, page=page)
    lines = text.split("\n")
    tags = _tags(lines, text, dialect, note)
    if "$" in text and dialect not in _OF_SPHINX:
        formulas_as_roles(lines, code_lines(lines), dialect, page)
    _between_blocks(lines, text, note)
    _boxes(lines, text, dialect, note)
    _in_lines(lines, text, dialect)
    if _EMOJI.search(text):
        read_emoji(lines, note, is_of_sphinx=dialect in _OF_SPHINX)
    problems = sorted([*problems, *found], key=lambda problem: problem.line or 0)
    if dialect == _NATIVE:
        return Post("\n".join(lines), "", tuple(problems), tags)
    excerpt = take_excerpt(lines, code_lines(lines)) if "<!--" in text else ""
    if dialect in WITHOUT_SPACE and "#" in text:
        with_spaces(lines, code_lines(lines))
    in_order(lines, above=above)
    return Post("\n".join(lines), excerpt, tuple(problems), tags)


def _before_shortcodes(
    lines: list[str],
    dialect: str,
    page: Mapping[str, object],
    note: Callable[[int, str, str], None],
) -> None:
    """Read what shortcodes would not leave as it is: cells, lists of attributes, values in links."""
    if dialect == "quarto":
        cells_as_code(lines, note, hides=hides_code(page))
        title_callouts(lines)
        if any(TABSET in line for line in lines):
            tabs_as_words(lines)
        captioned(lines)
        caption_tables(lines)
        if any("(@" in line for line in lines):
            number_examples(lines, code_lines(lines))
        note_references(lines, note)
    if dialect in CODE_HEADERS and any(mark in line for line in lines for mark in (":::", "#!")):
        headers_as_fences(lines)
    if dialect == "mkdocs":
        note_snippets(lines, note)
    if dialect == "docusaurus":
        components_as_markdown(lines)
        comment_out_code(lines, note)
    if dialect != _NATIVE:
        read_gatsby(lines)
        _filled_in(lines, "\n".join(lines), dialect, page, note)


def _filled_in(
    lines: list[str],
    text: str,
    dialect: str,
    page: Mapping[str, object],
    note: Callable[[int, str, str], None],
) -> None:
    """Put in what stands for something else in *lines*, those of *text*."""
    code = code_lines(lines)
    if dialect in MOVED_FROM_WORDPRESS and "[" in text:
        without_wordpress(lines, code, note)
    if dialect in LIQUID and "raw" in text:
        without_raw_in_code(lines, code)
    if "{" in text:
        lists_on_one_line(lines, code)
        without_extensions(lines, code)
    if any(mark in text for mark in _FILLED_IN):
        title = str(page.get("title") or "")
        lines[:] = [
            line if number in code else fill_in(line, dialect, title) for number, line in enumerate(lines)
        ]


def _tags(
    lines: list[str], text: str, dialect: str, note: Callable[[int, str, str], None]
) -> tuple[str, ...]:
    """Take the tags out of *lines*, those of *text*, and return them."""
    tags = read_tags(lines, code_lines(lines)) if "######" in text else ()
    if dialect in PLAIN and _TAG.search(text):
        tags += take_tags(lines, code_lines(lines), note)
    return tags


def _between_blocks(lines: list[str], text: str, note: Callable[[int, str, str], None]) -> None:
    """Read what is beside or between the blocks of *lines*, those of *text*: names, breaks, footnotes."""
    if "^" in text and _BLOCK_NAME.search(text):
        anchor_blocks(lines, code_lines(lines))
    if "\\" in text:
        drop_page_breaks(lines, code_lines(lines))
    if "[^" in text:
        keep_footnotes(lines, code_lines(lines), note)


def _boxes(lines: list[str], text: str, dialect: str, note: Callable[[int, str, str], None]) -> None:
    """Make directives of boxes in *lines*, those of *text*; what is not in it is not looked for."""
    if "toc" in text.lower():
        drop_contents(lines, code_lines(lines))
    if "[!" in text:
        alerts_as_boxes(lines, code_lines(lines))
    has_blocks = "///" in text and dialect == "mkdocs"
    if has_blocks:
        blocks_as_colons(lines)
    if ":::" in text or "[!" in text or has_blocks:
        as_directives(lines, keeps_directives=dialect == _NATIVE)
    if "!!!" in text or "???" in text or "===" in text:
        indented_as_directives(lines, has_tabs=dialect == "mkdocs")
    if dialect == _NATIVE and "=" in text:
        without_numbers(lines)
    if dialect != _NATIVE:
        if "```" in text or "~~~" in text:
            plain_fences(lines, note)
        if " markdown" in text:
            open_html(lines, code_lines(lines))
        _extras(lines, text, dialect)


def _extras(lines: list[str], text: str, dialect: str) -> None:
    """Read what Markdown Extra has besides: abbreviations, and lists of terms."""
    if dialect in ABBREVIATIONS and "*[" in text:
        explain_abbreviations(lines, code_lines(lines))
    if dialect in LISTS and ("\n:" in text or "\n   :" in text or "\n  :" in text or "\n :" in text):
        lists_of_terms(lines, code_lines(lines))


def _in_lines(lines: list[str], text: str, dialect: str) -> None:
    """Read what is in the lines of *text*, none of which needs another."""
    marks = _IN_A_NATIVE_LINE if dialect == _NATIVE else _IN_A_LINE
    if not marks.search(text):
        return
    code = code_lines(lines, opens_directives=True)
    for number, line in enumerate(lines):
        if marks.search(line) and number not in code:
            below = lines[number + 1] if number + 1 < len(lines) else ""
            lines[number] = _in_line(line, dialect, is_heading=bool(_UNDERLINE.fullmatch(below)))


def _in_line(line: str, dialect: str, *, is_heading: bool) -> str:
    if dialect not in _OF_SPHINX:
        line = with_marks(line, dialect)
    if "{" in line:
        read = with_anchor if dialect == _NATIVE else without_attributes
        line = read(line, is_heading=is_heading)
    if dialect == "mkdocs":
        line = with_keys(line)
    line = without_fields(without_marks(line))
    if "[[" in line:
        line = with_links(line)
    if dialect not in _OF_SPHINX and "^[" in line:
        line = without_notes(line)
    if dialect == "hackmd" and "|" in line:
        line = with_readings(line)
    return line
