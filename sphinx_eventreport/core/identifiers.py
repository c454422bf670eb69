"""Slugs and labels: from a text or a file name to an identifier, the same one every time."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import INDEX_NAMES, date_from_filename
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container

# Latin letters that Unicode does not decompose into an ASCII letter and a mark.
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h"}
    | {"\N{LATIN SMALL LETTER DOTLESS I}": "i"}
)
_LONGEST_NAME = 200
"""Bytes; file systems allow 255, and a date, suffixes and numbers come besides."""
_DATED_LABEL = lazy_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-(.+)")
_NOT_ASCII_WORD = lazy_regex(r"[^a-z0-9]+")


def slugify(text: str) -> str:
    """Return *text* in lower case with ``-`` between words.

    Latin letters become ASCII; letters and digits of other scripts stay. The result is empty only
    if there is no letter or digit in *text*. A slug of a slug is that slug.
    """
    folded = text.lower() if text.isascii() else _folded(text)
    if folded.isascii():
        return _NOT_ASCII_WORD.sub("-", folded).strip("-")
    spelled = unicodedata.normalize("NFC", "".join(_spell(folded)))
    return re.sub("-+", "-", spelled).strip("-")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().translate(_LATIN)


def slug_or(text: str, fallback: str) -> str:
    """Return the slug of *text*, or *fallback* where a slug would be empty."""
    return slugify(text) or fallback


def file_slug(text: str, fallback: str) -> str:
    """Return the slug of *text*, or *fallback*, for the name of a file: a long one is cut, between words."""
    slug = slug_or(text, fallback)
    cut = slug.encode()[:_LONGEST_NAME].decode(errors="ignore")
    return slug if cut == slug else cut.rpartition("-")[0] or cut


def unique(slug: str, taken: Container[str]) -> str:
    """Return *slug*, or the first of ``slug-2``, ``slug-3``... that is not *taken*."""
    if slug not in taken:
        return slug
    return next(name for number in count(2) if (name := f"{slug}-{number}") not in taken)


# Files that many folders have, one for each meeting: what they are of is said by the folder.
_SAYING_NOTHING = frozenset("minutes agenda notes report summary transcript".split())


class Labels:
    """The labels that the objects of one page have got; no two of a type get the same one."""

    def __init__(self) -> None:
        """Begin a page."""
        self._taken: set[tuple[str, str]] = set()
        self._numbers: Counter[tuple[str, str]] = Counter()

    def take(self, object_type: str, wanted: str) -> str:
        """Return *wanted*, made unique as by :func:`unique`; an object without name is called by its type."""
        wanted = wanted or object_type
        label = wanted
        while (object_type, label) in self._taken:
            # Those with lower numbers are taken: each is looked at once, however many have the same name.
            self._numbers[object_type, wanted] += 1
            label = f"{wanted}-{self._numbers[object_type, wanted] + 1}"
        self._taken.add((object_type, label))
        return label


def label_from_filename(name: str) -> str:
    """Return the label of the file *name*: ``2016-6-15-minutes.md`` gives ``2016-06-15-minutes``.

    *name* is a path with ``/`` between folders, with or without a suffix. An index file is named after its
    folder; minutes and notes called nothing else are, too: ``ietf93/minutes.md`` gives ``ietf93-minutes``.
    The date stays: a group that meets each month has many files called the same but for it.
    """
    *_, folder, last = ["", "", *(part for part in name.split("/") if part not in {"", "."})]
    if folder and last.partition(".")[0].lower() in INDEX_NAMES:
        last = folder
    elif folder and slugify(last.partition(".")[0]) in _SAYING_NOTHING:
        last = f"{folder}-{last}"
    date, rest = date_from_filename(last)
    slug = slugify(rest)
    if date and slug:
        return f"{date.isoformat()}-{slug}"
    return slug or slug_or(last.partition(".")[0], "report")


def undated(label: str) -> str | None:
    """Return *label* without the date that it begins with; ``None`` if there is none, or nothing after it."""
    match = _DATED_LABEL.fullmatch(label)
    return match[1] if match else None


def _spell(text: str) -> list[str]:
    """Return what stands for each character of *text*; ``-`` for what is neither a letter nor a digit."""
    spelled: list[str] = []
    for char in text:
        ascii_form = "".join(part for part in unicodedata.normalize("NFKD", char) if part.isascii()).lower()
        if ascii_form.isalnum():
            spelled.append(ascii_form)
        elif char.isalnum():
            spelled.append(char)
        elif unicodedata.category(char)[0] == "M":
            # A vowel sign belongs to the letter before it; an accent on an ASCII letter goes.
            spelled.append(char if spelled and _takes_marks(spelled[-1]) else "")
        else:
            spelled.append("-")
    return spelled


def _takes_marks(before: str) -> bool:
    return bool(before) and not before.isascii()
