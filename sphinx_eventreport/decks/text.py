"""Text as it stands in a PDF -> text as people write it."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
    | {"\ufb05": "st", "\ufb06": "st", "\u0132": "IJ", "\u0133": "ij"}
)
# Controls, formats that only steer the layout, halves of surrogate pairs, private use, unassigned. The
# joiners U+200C and U+200D are kept: Persian, the scripts of India and emoji need them.
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_JOINERS = "\u200c\u200d"
_REPLACEMENT = "\ufffd"
_BLANK = re.compile(r"\s+")
_LEADERS = re.compile(r"\s?\.(?:\s\.){2,}")
_PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u0131\u0134-\u02ff]*")

_CID = re.compile(r"\(cid:\d+\)")
# Whole words of accented Latin letters: no language has many, and all of Cyrillic in a Latin disguise has.
_DISGUISED = re.compile(r"(?<![^\W\d_])[\u00c0-\u00ff]{3,}(?![^\W\d_])")
# UTF-8 that was read as Windows-1252: "Ã©", "â€™".
_MISREAD = re.compile(
    r"[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u017d\u017e\u2018-\u201e]|\u00e2\u20ac"
)
_LETTER = re.compile(r"[^\W\d_]")
_VISIBLE = re.compile(r"\S")
_UNREADABLE = re.compile(r"[\x00-\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile(r"[aeiouyäöüàáâãåæèéêëìíîïòóôõøùúûýœ]", re.IGNORECASE)

_UNREADABLE_SHARE = 0.25
"""Of the characters that are seen: so many may be codes, of bullets mostly. Formulas have up to 0.04."""

_DISGUISED_SHARE = 0.15
"""Of the letters: so many may be in words of accented letters only.

Text in Latin letters has none at all; Cyrillic that was taken for it has 0.63, the median of a real deck.
"""

_MISREAD_SHARE = 0.02
"""Of the letters: so many may be UTF-8 that was misread, for a text may quote it.

Of a misread text in French it is 0.04, for one letter of 25 has an accent.
"""

_UNMAPPED_SHARE = 0.5
"""Of the characters: from so many without a meaning on it is asked whether the text looks like words.

Legible pages of real PDFs have up to 0.14, a deck whose fonts have no meaning 0.92 and more.
"""

_VOWEL_SHARE = 0.2
"""Of the letters of Latin words: so many at least are vowels. Real pages have 0.23 to 0.5, codes none."""


def clean(text: str) -> str:
    """Return *text* on one line: ligatures spelled out, single spaces, nothing that cannot be seen."""
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

    *unmapped* is the share, 0 to 1, of its characters of which the PDF does not say what they are.
    Such text is often right all the same, as fonts mostly number letters like ASCII.
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
    """Return whether a word of *text* is of accented letters only, as most are in an illegible deck."""
    return bool(_DISGUISED.search(text))


def _looks_like_words(text: str) -> bool:
    """Return whether the Latin words in *text* have vowels, as words do and shifted letters do not."""
    words = [word for word in _WORD.findall(text) if word.isascii()]
    letters = sum(map(len, words))
    return bool(letters) and sum(len(_VOWEL.findall(word)) for word in words) >= letters * _VOWEL_SHARE
