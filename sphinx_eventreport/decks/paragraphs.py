"""Lines as they were set -> paragraphs and list items, each on one line, in reading order."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.decks.glyphs import HYPHEN
from sphinx_eventreport.decks.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.decks.lines import Line

# Dots, squares, triangles, arrows, checks, dashes, and the private-use codes of the fonts that draw bullets.
_BULLET = lazy_regex(
    r"(?:[\u2022\u2023\u2043\u2219\u00b7\u25a0-\u25ff\u2605\u2606\u2610-\u2612\u2660-\u2667\u2713-\u2718"
    r"\u2756\u2794-\u27be\u2b1b\u2b1c\u2b25\u2b29\u2190-\u21ff\u204c\u204d\u29bf\uf000-\uf8ff]|[-\u2013\u2014*>](?=\s))\s*"
)
_HOLLOW = lazy_regex(r"o\s+(?=\S)")
_NUMBERED = lazy_regex(r"(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s")
_BEGINNINGS = (_BULLET, _HOLLOW, _NUMBERED, lazy_regex(r"\S+@\S"))
_ENDINGS = ".:;!?)"
_ENDS_IN_HYPHEN = lazy_regex(r"[^\W\d_]-$")

_LEADING = 1.8
"""Em from baseline to baseline: how far below a line the next line of its paragraph may be.

Programs set lines 1.2 em apart, generous templates 1.75. With 1.7 paragraphs of real decks fall apart; with
2.1 rows of a table are joined.
"""

_SAME_SIZE = 1.15
"""Largest ratio of the sizes of two lines of one paragraph: bold text is often a point larger or smaller.

Differences that mean something, such as 20 and 24 points, are 1.2 or more.
"""

_SLACK = 0.3
"""Em: room that may be left on a line although the next word would have fitted.

It allows for the blank before the word, and for the error of its width, which is estimated from its letters.
"""

_FULL_WITHIN = 2.0
"""Em: a line is full if it ends no further from the right edge of its block. A word of four letters has 2."""

_SHORTEST_FULL = 25
"""Characters: a shorter line is full by coincidence, as in a column of names, and does not continue."""

_OUTDENT = 0.5
"""Em: a line that begins further to the left of the one above is a new item. Bullets are 1 em outdented."""


def paragraphs(blocks: Sequence[Sequence[Line]]) -> list[str]:
    """Return the paragraphs and list items in *blocks*, cleaned and without bullets; none is empty."""
    hollow = any(_BULLET.match(line.text) for block in blocks for line in block)
    found: list[str] = []
    for block in blocks:
        edge = max(line.right for line in block)
        full = sum(edge - line.right < line.size * _FULL_WITHIN for line in block) > 1
        text = ""
        for before, line in zip((None, *block), block, strict=False):
            if before and _flows(before, line, edge, full=full):
                text = _glued(text, line.text)
            else:
                found.append(_item(text, hollow=hollow))
                text = line.text
        found.append(_item(text, hollow=hollow))
    return [text for text in found if text]


def without_bullet(text: str) -> str:
    """Return *text* without the bullet it begins with."""
    return _BULLET.sub("", text, count=1) if _BULLET.match(text) else text


def _item(text: str, *, hollow: bool) -> str:
    bare = without_bullet(text.lstrip())
    return clean(_HOLLOW.sub("", bare, count=1) if hollow and _HOLLOW.match(bare) else bare)


def _flows(before: Line, line: Line, edge: float, *, full: bool) -> bool:
    """Return whether *line* continues the paragraph of *before*, the line above it."""
    if before.text.endswith(HYPHEN):
        return True
    if (before.code and line.code) or any(mark.match(line.text) for mark in _BEGINNINGS):
        return False
    smaller, larger = sorted((before.size, line.size))
    if larger > smaller * _SAME_SIZE or not 0 < line.base - before.base < larger * _LEADING:
        return False
    if line.text[0].islower() and before.text.endswith(","):
        return True
    # The line above was broken because the next word did not fit.
    word = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) * (len(word) + 1) / (len(line.text) + 1)
    did_not_fit = before.right + width + line.size * _SLACK > edge
    return did_not_fit and not _may_begin(before, line, full=full)


def _may_begin(before: Line, line: Line, *, full: bool) -> bool:
    """Return whether *line* probably begins something new."""
    if not (line.text[0].isupper() or line.text[0].isdecimal()):
        return False
    outdented = line.left < before.left - line.size * _OUTDENT
    filled = full and len(before.text) >= _SHORTEST_FULL
    wrapped = before.wrapped and before.text[-1] not in _ENDINGS and line.text[0].isupper()
    return outdented or not (filled or wrapped)


def _glued(before: str, line: str) -> str:
    if before.endswith(HYPHEN):
        return before.removesuffix(HYPHEN) + ("" if line[0].islower() else "-") + line
    if _ENDS_IN_HYPHEN.search(before) or before.endswith("\xad"):
        return (before[:-1] if line[0].islower() else before) + line
    blank = "" if _is_wide(before[-1]) and _is_wide(line[0]) else " "
    return before.rstrip() + blank + line


def _is_wide(char: str) -> bool:
    """Return whether *char* is Chinese or Japanese, which have no blanks between words."""
    return unicodedata.east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"
