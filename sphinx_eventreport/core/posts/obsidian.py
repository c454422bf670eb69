"""Marks of Obsidian, its plugins and Logseq: ``%%comment%%``, ``#tag``, ``^block``, ``key:: value``.

https://help.obsidian.md/syntax, https://blacksmithgu.github.io/obsidian-dataview/annotation/add-metadata/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import CODE_SPAN, outside_code

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

# "100%%", "%%d" and "%%time" are something else: a comment has space or punctuation around it.
_COMMENT = lazy_regex(r"(?<![\w%\\])%%(?!%)([^%\n]{1,2000}?)(?<!%)%%(?![\w%])")
_FENCE_OF_COMMENT = lazy_regex(r"[ \t]*%%[ \t]*\r?")
_TAG = r"#[^\W\d_][\w/-]{0,60}"
_TAGS = lazy_regex(
    rf"[ \t]*(?P<label>(?:Tags?|tags?)::?[ \t]*)?(?P<tags>{_TAG}(?:[ \t,]{{1,9}}{_TAG}){{0,30}})[ \t]*\r?"
)
_WORD_OF_TAG = lazy_regex(r"#([\w/-]+)")
_ABOVE_TAGS = lazy_regex(r"\s*(?:#{1,6}[ \t].*)?")
# Behind a space, and with a letter in it: "10 ^6" at the end of a line is a number.
_BLOCK = lazy_regex(
    r"(?P<text>.*\S[ \t]|[ \t]*)\^(?P<id>(?=[\d-]*[A-Za-z])[A-Za-z\d-]{2,60})[ \t]*(?P<end>\r?)"
)
_AFTER_BLOCK = lazy_regex(r"\s*|[ \t>]*(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t].*")
# At the beginning of a line or in brackets; "std::vector" has no space, and an arrow is a type of Haskell.
_FIELD = lazy_regex(
    rf"{CODE_SPAN}"
    r"|(?P<before>^(?:[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]+)?(?:\[[ xX]\][ \t]+)?|(?<![\w\]])[\[(])"
    r"(?P<key>[^\W\d_][\w -]{0,40})::(?=[ \t]+[^\s>=-])(?!.{0,200}(?:->|=>))"
)


def hide_comments(lines: list[str], code: AbstractSet[int]) -> None:
    """Make comments of HTML of those in *lines*, which Obsidian shows to nobody; *code* stays."""
    fences = [n for n, line in enumerate(lines) if n not in code and _FENCE_OF_COMMENT.fullmatch(line)]
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        for number in range(first + 1, last):
            lines[number] = _harmless(lines[number])
        lines[first] = lines[first].replace("%%", "<!--")
        lines[last] = lines[last].replace("%%", "-->")
    for number, line in enumerate(lines):
        if line.count("%%") > 1 and number not in code:
            lines[number] = outside_code(line, lambda text: _COMMENT.sub(_hidden, text))


def _hidden(match: re.Match[str]) -> str:
    return f"<!--{_harmless(match[1])}-->"


def _harmless(comment: str) -> str:
    """Return *comment* so that it does not end a comment of HTML."""
    return comment.replace("--", "- -")


def take_tags(
    lines: list[str], code: AbstractSet[int], note: Callable[[int, str, str], None]
) -> tuple[str, ...]:
    """Take paragraphs of tags alone, ``#meeting #harbour``, out of *lines*, and return the tags.

    A tag in a sentence is a word of it. One with a capital, alone, may be a heading: it stays, with a *note*.
    """
    tags: list[str] = []
    for number, line in enumerate(lines):
        match = _TAGS.fullmatch(line) if "#" in line and number not in code else None
        if match is None or not _ABOVE_TAGS.fullmatch(lines[number - 1] if number else ""):
            continue
        found = _WORD_OF_TAG.findall(match["tags"])
        is_paragraph = number + 1 == len(lines) or not lines[number + 1].strip()
        if match["label"] or len(found) > 1 or (is_paragraph and found[0][0].islower()):
            tags += found
            lines[number] = ""
        elif is_paragraph:
            hint = f"write '# {found[0]}' for a heading, or 'tags: [{found[0]}]' in the front matter"
            note(number, f"#{found[0]} is neither a heading nor a tag, and stays as text", hint)
    return tuple(dict.fromkeys(tags))


def anchor_blocks(lines: list[str], code: AbstractSet[int]) -> None:
    """Make anchors of the names of blocks in *lines*, ``the text ^name``: links lead to them."""
    for number, line in enumerate(lines):
        if "^" not in line or number in code:
            continue
        match = _BLOCK.fullmatch(line)
        if match and _AFTER_BLOCK.fullmatch(lines[number + 1] if number + 1 < len(lines) else ""):
            lines[number] = f'{match["text"]}<a id="{match["id"]}"></a>{match["end"]}'


def without_fields(line: str) -> str:
    """Return *line* with ``key: value`` for the ``key:: value`` of Dataview and Logseq."""
    return _FIELD.sub(_field, line) if ":: " in line else line


def _field(match: re.Match[str]) -> str:
    return f"{match['before']}{match['key']}:" if match["key"] else match[0]
