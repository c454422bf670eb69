"""Text as it is in a PDF -> text as people write it; and whether it is legible at all."""

from __future__ import annotations

import re
import unicodedata

from sphinx_eventreport.core.lazy_regex import lazy_regex

_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
    | {"\ufb05": "st", "\ufb06": "st", "\u0132": "IJ", "\u0133": "ij"}
)
# Controls, layout marks, halves of surrogate pairs, private use, unassigned. The joiners U+200C and U+200D
# are kept: Persian, the scripts of India and emoji need them.
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_JOINERS = "\u200c\u200d"
_REPLACEMENT = "\ufffd"
_BLANK = lazy_regex(r"\s+")
_LEADERS = lazy_regex(r"\s?\.(?:\s\.){2,}")
_PLAIN = lazy_regex(r"[ -~\u00a1-\u00ac\u00ae-\u0131\u0134-\u02ff]*")

_CID = lazy_regex(r"\(cid:\d+\)")
# Words of accented Latin letters only: no language has many, and Cyrillic misread as Latin has little else.
_DISGUISED = lazy_regex(r"(?<![^\W\d_])[\u00c0-\u00ff]{3,}(?![^\W\d_])")
# UTF-8 that was read as Windows-1252: "Ã©", "â€™".
_MISREAD = lazy_regex(
    r"[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u017d\u017e\u2018-\u201e]|\u00e2\u20ac"
)
_LETTER = lazy_regex(r"[^\W\d_]")
_VISIBLE = lazy_regex(r"\S")
_UNREADABLE = lazy_regex(r"[\x00-\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_WORD = lazy_regex(r"[^\W\d_]{2,}")
_VOWEL = lazy_regex(r"[aeiouyäöüàáâãåæèéêëìíîïòóôõøùúûýœ]", re.IGNORECASE)

_UNREADABLE_SHARE = 0.25
"""Share of the visible characters that may be private codes, as of bullets. Formulas have up to 0.04."""

_DISGUISED_SHARE = 0.15
"""Share of the letters that may be in words of accented letters only.

Text in a Latin script has 0; Cyrillic misread as Latin has 0.63, the median of a real deck.
"""

_MISREAD_SHARE = 0.02
"""Share of the letters that may look like misread UTF-8, as a text may quote it.

In French one letter of 25 has an accent, so a misread text has 0.04.
"""

_UNMAPPED_SHARE = 0.5
"""Share of characters without a Unicode mapping from which on text must look like words to be legible.

Legible pages of real PDFs have up to 0.14, a deck whose fonts have no mapping 0.92 or more.
"""

_VOWEL_SHARE = 0.2
"""Smallest share of vowels in the letters of Latin words. Real pages have 0.23 to 0.5, glyph codes 0."""


def clean(text: str) -> str:
    """Return *text* on one line: ligatures spelled out, single spaces, no invisible characters."""
    spaced = _LEADERS.sub("…", _BLANK.sub(" ", text).strip())
    if _PLAIN.fullmatch(spaced):
        return spaced
    seen = "".join(char for char in spaced.translate(_LIGATURES) if _is_seen(char))
    return _LEADERS.sub("…", _BLANK.sub(" ", unicodedata.normalize("NFC", seen)).strip())


def _is_seen(char: str) -> bool:
    dropped = unicodedata.category(char) in _DROPPED_CATEGORIES and char not in _JOINERS
    return not dropped and char != _REPLACEMENT


def is_legible(text: str, unmapped: float) -> bool:
    """Return whether *text* can be read.

    *unmapped* is the share of its characters without a Unicode mapping, 0 to 1. Such text is often right all
    the same, as many fonts number their letters like ASCII.
    """
    visible = len(_VISIBLE.findall(text))
    if not visible:
        return True
    unreadable = len(_UNREADABLE.findall(text)) + sum(map(len, _CID.findall(text)))
    if unreadable > visible * _UNREADABLE_SHARE:
        return False
    letters = len(_LETTER.findall(text)) or 1
    if sum(map(len, _DISGUISED.findall(text))) > letters * _DISGUISED_SHARE:
        return False
    if len(_MISREAD.findall(text)) > letters * _MISREAD_SHARE:
        return False
    return unmapped < _UNMAPPED_SHARE or _looks_like_words(text)


def is_disguised(text: str) -> bool:
    """Return whether *text* has a word of accented letters only, as most words of an illegible deck are."""
    return bool(_DISGUISED.search(text))


def _looks_like_words(text: str) -> bool:
    """Return whether the Latin words in *text* have enough vowels, unlike shifted letters."""
    words = [word for word in _WORD.findall(text) if word.isascii()]
    letters = sum(map(len, words))
    return bool(letters) and sum(len(_VOWEL.findall(word)) for word in words) >= letters * _VOWEL_SHARE
