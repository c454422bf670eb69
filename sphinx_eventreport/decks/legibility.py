"""Whether the text of a page says what the page shows, or is the codes of a font that nobody can read.

A PDF draws glyphs; what letters they are is said beside them, or not. Where it is not, a reader is left
with the numbers of the glyphs: Cyrillic as "Ðóêîâîäñòâî", private-use characters, "(cid:12)".
"""

from __future__ import annotations

import re

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
_TOO_MANY_UNREADABLE = 0.25
_TOO_MANY_DISGUISED = 0.15
_TOO_MANY_MISREAD = 0.02
_UNMAPPED = 0.5
_FEWEST_VOWELS = 0.2


def is_legible(text: str, unmapped: float) -> bool:
    """Return whether *text* can be read.

    *unmapped* is the share, 0 to 1, of its characters of which the PDF does not say what they are.
    Such text is often right all the same, as fonts mostly number letters like ASCII.
    """
    visible = len(_VISIBLE.findall(text))
    if not visible:
        return True
    unreadable = len(_UNREADABLE.findall(text)) + sum(map(len, _CID.findall(text)))
    if unreadable > visible * _TOO_MANY_UNREADABLE:
        return False
    letters = len(_LETTER.findall(text)) or 1
    if sum(map(len, _DISGUISED.findall(text))) > letters * _TOO_MANY_DISGUISED:
        return False
    if len(_MISREAD.findall(text)) > letters * _TOO_MANY_MISREAD:
        return False
    return unmapped < _UNMAPPED or _looks_like_words(text)


def is_disguised(text: str) -> bool:
    """Return whether a word of *text* is of accented letters only, as most are in an illegible deck."""
    return bool(_DISGUISED.search(text))


def _looks_like_words(text: str) -> bool:
    """Return whether the Latin words in *text* have vowels, as words do and shifted letters do not."""
    words = [word for word in _WORD.findall(text) if word.isascii()]
    letters = sum(map(len, words))
    return bool(letters) and sum(len(_VOWEL.findall(word)) for word in words) >= letters * _FEWEST_VOWELS
