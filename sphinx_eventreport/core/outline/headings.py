"""The heading of a talk -> its title and who gave it.

Titles hold "by" and dashes of their own ("Secure by Design"), so a heading is cut only where what
follows looks like names of people. In doubt it stays whole: a missing speaker can be written down,
a wrong one misleads.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.names import person_of, split_names
from sphinx_eventreport.core.outline.title_words import ORGANISATION_WORDS, TITLE_ENDINGS, TITLE_WORDS

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Person

_LONGEST = 300
_PARTICLES = frozenset(
    "von van der den de la le du da dos das di del della degli bin ibn al el ter ten zu zum y e af".split()
)
_AFTER_COMMA = r"by|par|von|por|de|presented\s+by|présentée?\s+par|vorgestellt\s+von"
_CREDITS = (
    lazy_regex(rf"[,，、]\s*(?:{_AFTER_COMMA})\s+", re.IGNORECASE),  # noqa: RUF001 -- full width
    lazy_regex(r"(?<=[?!.»”\")])\s*(?:by|par|von)\s+", re.IGNORECASE),
    lazy_regex(r"(?<=\w)\s+by\s+"),
)
_DASH = lazy_regex(r"\s+[-–—]+\s+")
_TO_COME = lazy_regex(r"tb[acds]|to be (?:announced|confirmed|determined)|n\.\s?n\.", re.IGNORECASE)
_PREFIX = lazy_regex("^(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)")
_NAME_WORD = lazy_regex(r"[^\W\d_]+(?:['’·・-][^\W\d_]+)*\.?")
_PARTICIPLES = frozenset("driven made built done run led written given step".split())
_MARKUP = str.maketrans("", "", "*_`\\#")
_MOST_SPEAKERS = 8
_FEWEST_WORDS, _MOST_WORDS = 2, 6


def split_heading(text: str) -> tuple[str, tuple[Person, ...]]:
    """Return the title in the heading *text* and the speakers it credits.

    "Title, by Jane Doe and John Roe", "Title ? par Jeanne Doe", "Title - Jane Doe (Foo, Inc.)" credit
    people; the title is then what comes before. Else it is *text*, and there are no speakers.
    """
    if len(text) > _LONGEST:
        return text, ()
    for pattern in _CREDITS:
        found = _split_at(pattern, text, strict=pattern is _CREDITS[-1], is_credit=True)
        if found:
            return found
    return _split_at(_DASH, text, strict=True, is_credit=False) or (text, ())


def same_heading(one: str, other: str) -> bool:
    """Return whether two headings say the same, whatever their case, spacing and markup."""
    return _plain(one) == _plain(other)


def heading_slugs(text: str) -> tuple[str, ...]:
    """Return the ids that generators give to a heading with *text*.

    GitHub's and Hugo's keep letters of all scripts, kramdown begins at the first letter, Pandoc keeps dots.
    """
    lower = unicodedata.normalize("NFC", text).strip().lower()
    github = re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", lower))
    kramdown = re.sub(r"[^a-z0-9 -]", "", re.sub(r"^[^a-z]+", "", lower)).replace(" ", "-")
    pandoc = re.sub(r"\s+", "-", re.sub(r"^[\W\d_]+|[^\w\s.-]", "", lower))
    return tuple(dict.fromkeys((github, kramdown, pandoc, slugify(text))))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", unescape(text)).casefold()
    return " ".join(folded.translate(_MARKUP).split())


def _split_at(
    pattern: re.Pattern[str], text: str, *, strict: bool, is_credit: bool
) -> tuple[str, tuple[Person, ...]] | None:
    """Cut *text* at the last match of *pattern* with a title before and only names after it."""
    for match in reversed(list(pattern.finditer(text))):
        title = text[: match.start()].rstrip(" ,")
        people = _people(text[match.end() :], strict=strict, is_credit=is_credit)
        has_title = any(char.isalnum() for char in title)
        if people is not None and has_title and not (strict and _wants_an_object(title)):
            return title, people
    return None


def _wants_an_object(title: str) -> bool:
    """Return whether *title* ends so that "by" belongs to it: "Powered", "Step"."""
    last = title.rsplit(maxsplit=1)[-1].lower()
    return last.endswith("ed") or last in _PARTICIPLES


def _people(text: str, *, strict: bool, is_credit: bool) -> tuple[Person, ...] | None:
    """Return the people in *text* if it is nothing but names, be it of somebody to come, else ``None``."""
    if _TO_COME.fullmatch(text.strip(" .:()")):
        return ()
    written = [part.rstrip(" :") for part in split_names(text)]
    people = [person_of(part) for part in written]
    if not people or len(people) > _MOST_SPEAKERS:
        return None
    known = tuple(person for person in people if person)
    if len(known) < len(people) or not all(
        _is_name(person.name, strict=strict, is_credit=is_credit) for person in known
    ):
        return None
    return known


def _is_name(name: str, *, strict: bool, is_credit: bool) -> bool:
    words = name.split()
    own = [word for word in words if word not in _PARTICLES]
    most = 3 if strict else 4
    fewest = 1 if is_credit and not _has_case(name) else _FEWEST_WORDS
    if not fewest <= len(own) <= most or len(words) > _MOST_WORDS or words[-1] in _PARTICLES:
        return False
    if not all(_is_name_word(word, is_credit=is_credit) for word in own):
        return False
    title_words = [_is_title_word(word) for word in own]
    if strict:
        return not any(title_words) and not any(_is_odd(word) for word in own)
    # After ", by" a name is what one expects, and some people are called Page.
    return not all(title_words) and not any(word.lower().strip(".") in ORGANISATION_WORDS for word in own)


def _is_name_word(word: str, *, is_credit: bool) -> bool:
    """Return whether *word* may be one of a name: in scripts that have capitals, it begins with one.

    In scripts without them any word may be; there only a word such as "by" tells that names follow.
    """
    plain = "".join(char for char in word if unicodedata.category(char)[0] != "M")
    begins_well = word[0].isupper() or word[0].istitle() or (is_credit and not _has_case(word))
    return bool(_NAME_WORD.fullmatch(plain)) and begins_well


def _has_case(text: str) -> bool:
    return text.lower() != text.upper()


def _is_title_word(word: str) -> bool:
    lower = word.lower().strip(".")
    return any(part in TITLE_WORDS or part in ORGANISATION_WORDS for part in (lower, *lower.split("-")))


def _is_odd(word: str) -> bool:
    """Return whether *word* is written as few names are: "AWS", "GraphQL", "Orchestration"."""
    rest = _PREFIX.sub("", word)[1:]
    has_inner_capital = any(char.isupper() for char in rest) and not re.search("['’-]", word)
    return has_inner_capital or word.lower().endswith(TITLE_ENDINGS)
