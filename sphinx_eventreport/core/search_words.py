"""Words as readers type them into a search: without accents, with their signs, in any script."""

from __future__ import annotations

import unicodedata

from sphinx_eventreport.core.lazy_regex import lazy_regex

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "ß": "ss",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
    }
)
# Marks of Latin, Greek and Cyrillic letters. Those of Indic scripts and of kana are part of their letters.
_MARKS = lazy_regex("[\u0300-\u036f]+")
_WORD = lazy_regex(r"\w+")
# C++ and C#, .NET, numbers of versions: a split at all signs leaves little of what a reader types.
_SIGNED = lazy_regex(r"(?<![\w.])(?:[^\W\d_]\w*(?:\+\+|#)|\.[^\W\d_]\w+|\d+(?:\.\d+)+)(?![\w+#])")
# A full stop within a word; a sentence has none, as it has neither of the other signs.
_DOT = lazy_regex(r"\.\w")
# Scripts that put no space between words.
_UNSPACED = lazy_regex("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+")


def folded(text: str) -> str:
    """Return *text* in lower case and without accents; letters of other scripts stay as they are."""
    text = text.lower()
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
    return bare.translate(_LETTERS)


def signed_words(text: str) -> list[str]:
    """Return the words of *text* that signs are part of, in lower case: "c++", ".net", "3.12"."""
    has_signs = "#" in text or "++" in text or _DOT.search(text)
    return [word.lower() for word in _SIGNED.findall(text)] if has_signs else []


def is_signed(word: str) -> bool:
    """Return whether signs are part of *word*, so that there is nothing to stem."""
    return not word.isalnum() and _SIGNED.fullmatch(word) is not None


def search_words(text: str) -> list[str]:
    """Return what *text* is found by, each once: its words in lower case, and those with signs.

    Of scripts without spaces each two characters that follow each other are a word.
    """
    words = list(dict.fromkeys(_WORD.findall(text.lower())))
    if not "".join(words).isascii():
        pieces = (piece for word in words for piece in ((word,) if word.isascii() else _pairs(word)))
        words = list(dict.fromkeys(pieces))
    return [*words, *dict.fromkeys(signed_words(text))]


def unspaced_pairs(text: str) -> list[str]:
    """Return each two characters that follow each other in *text*, of scripts without spaces."""
    runs = _UNSPACED.findall(text)
    return list(dict.fromkeys(run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1))))


def _pairs(word: str) -> list[str]:
    return [*filter(None, _UNSPACED.split(word)), *unspaced_pairs(word)]
