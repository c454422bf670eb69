"""Titles of pages that have none of their own."""

from __future__ import annotations

import re

_CONTENTS = frozenset(
    ["table of contents", "contents", "toc", "on this page", "inhalt", "inhaltsverzeichnis", "sommaire"]
)
_ABBREVIATIONS = frozenset("ai api ui ux gui cli qa faq io ide iot eu un us uk usa aws gis ietf ieee".split())
_VOWEL = re.compile("[aeiouy]")


def title_of_name(name: str) -> str:
    """Return the title that a file *name* makes: "dashboard-ux-breakout" is "Dashboard UX breakout"."""
    title = " ".join(word.upper() if _is_abbreviation(word) else word for word in name.split("-"))
    return title[:1].upper() + title[1:]


def is_contents(heading: str) -> bool:
    """Return whether *heading* stands above the contents of a page, and is the title of nothing."""
    return " ".join(heading.lower().split()) in _CONTENTS


def _is_abbreviation(word: str) -> bool:
    # Words have vowels; of abbreviations that have some as well only these are known.
    return word in _ABBREVIATIONS or (word.isalpha() and word.isascii() and not _VOWEL.search(word))
