from __future__ import annotations

import pytest

from sphinx_eventreport.core.search_words import folded, is_signed, search_words, signed_words


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Zoë", "zoe"),
        ("Łukasz Ståhl", "lukasz stahl"),
        ("STRASSE Straße", "strasse strasse"),
        ("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}l \N{LATIN SMALL LETTER DOTLESS I}l", "il il"),
        ("Æther œuvre Þór eða", "aether oeuvre thor eda"),
        ("Ελλάδα ёлка", "ελλαδα елка"),
        ("plain", "plain"),
    ],
)
def test_accents_are_folded(text: str, bare: str) -> None:
    """Those of Latin, Greek and Cyrillic letters, and letters that are another one with a stroke."""
    assert folded(text) == bare


@pytest.mark.parametrize("text", ["ガイド", "한국어", "हिन्दी", "ที่"])
def test_marks_of_other_scripts_stay(text: str) -> None:
    """Without them it would be another word."""
    assert folded(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++ and C# on .NET", ["c++", "c#", ".net"]),
        ("Python 3.12, of 1.2.3.", ["3.12", "1.2.3"]),
        ("node.js or asyncio.gather", []),
        ("a+b, #1, 1++ and so on...", []),
        ("", []),
    ],
)
def test_signs_belong_to_words(text: str, words: list[str]) -> None:
    """Of which nobody would find what is left without them; a name with a dot is two words."""
    assert signed_words(text) == words


def test_a_signed_word_is_told() -> None:
    """It has no stem."""
    assert [is_signed(word) for word in ("c++", ".net", "3.12", "node", "404", "a_b")] == [
        *[True] * 3,
        *[False] * 3,
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fern, the Fern", ["the", "fern"]),
        ("Zoë k8s 404 C++", ["zoë", "k8s", "404", "c", "c++"]),
        ("監視と運用", ["監視", "視と", "と運", "運用"]),
        ("PyCon 東 x", ["pycon", "東", "x"]),
        ("a東京b", ["a", "b", "東京"]),
    ],
)
def test_words_are_found(text: str, words: list[str]) -> None:
    """Each once; of scripts without spaces, pairs of characters."""
    assert search_words(text) == words
