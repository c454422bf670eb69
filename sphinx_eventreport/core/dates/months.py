"""Names of months in the languages that Babel knows, with the words that are beside them in a date.

"3 de junio de 2024" is a day, a month and a year, and words that Spanish has in every date. So a date is
known by its words alone: those that differ from month to month tell the month.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.localedata import locale_identifiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_Words = tuple[str, ...]
Day = tuple[int, int | None, int | None]
"""Year, month and day, unchecked, as far as they are said."""

# Asked first, as one language after the other costs milliseconds: those of some million readers online.
_COMMON = tuple(
    "en es de fr pt it nl pl ru uk cs sk hu ro bg el tr sv da nb nn fi et lv lt sl hr sr bs mk sq ca gl eu "
    "id ms vi th hi bn fa ar he ka hy az kk ko ja zh".split()
)
_PATTERNS = ("full", "long", "medium", "d MMMM y", "d MMM y", "LLLL y", "d LLLL y")
_LONGEST = 9
"""Numbers and words of one date: "svētdiena, 2031. gada 29. jūnijs" has five."""
_YEAR_DIGITS = 4
_DAY_DIGITS = 2
_BUDDHIST = 543
"""Years from those of the Buddhist era, in which Thai is written, to ours."""
_FIRST_BUDDHIST = 2400
_ERAS = {"th": ("พ", "ศ")}
"""Words before a year that no pattern of Babel has."""


class _Token(NamedTuple):
    text: str
    start: int
    end: int


class _Names(NamedTuple):
    """Months by the words that tell them, for each language, and the words of each that tell nothing."""

    months: Mapping[_Words, Mapping[str, int]]
    fillers: Mapping[str, frozenset[str]]
    told: frozenset[str]


def find_named_days(
    text: str, language: str | None = None, *, anywhere: bool = False
) -> Iterator[tuple[int, int, Day]]:
    """Yield the dates in *text* with a month in letters: start, end, and what it says.

    Only one that *text* begins with, unless *anywhere*; then rare languages are left out, as names in
    them would have to be looked for in every text. *language*, a BCP 47 tag, tells which month a
    name is that several languages have ("listopad"); without it such a name is none.
    """
    tokens = _tokens(text)
    if not any(token.text.isdecimal() and len(token.text) == _YEAR_DIGITS for token in tokens):
        return
    first = 0
    while first < len(tokens) and (anywhere or not first):
        found = _longest_date(tokens[first : first + _LONGEST], language, rare=not anywhere)
        if found:
            length, day = found
            yield tokens[first].start, tokens[first + length - 1].end, day
            first += length
        else:
            first += 1


def _longest_date(tokens: list[_Token], language: str | None, *, rare: bool) -> tuple[int, Day] | None:
    for length in range(len(tokens), 1, -1):
        day = _date([token.text for token in tokens[:length]], language, rare=rare)
        if day:
            return length, day
    return None


def _date(tokens: list[str], language: str | None, *, rare: bool) -> Day | None:
    numbers = [token for token in tokens if token.isdecimal()]
    years = [int(number) for number in numbers if len(number) == _YEAR_DIGITS]
    days = [int(number) for number in numbers if len(number) <= _DAY_DIGITS]
    if len(years) != 1 or len(years) + len(days) != len(numbers) or len(days) > 1:
        return None
    words = tuple(token for token in tokens if not token.isdecimal())
    found = _month(words, language, rare=rare) if words else None
    if found is None:
        return None
    month, languages = found
    is_buddhist = languages == {"th"} and years[0] >= _FIRST_BUDDHIST
    return years[0] - _BUDDHIST * is_buddhist, month, days[0] if days else None


def _month(words: _Words, language: str | None, *, rare: bool) -> tuple[int, set[str]] | None:
    """Return the month that *words* tell, and in which languages; *rare* ones cost time and memory."""
    for languages in (_own(language), _COMMON, *([_others()] if rare else [])):
        names = _names(languages)
        telling = tuple(word for word in words if word not in names.told)
        found = {
            name: month
            for name, month in names.months.get(telling, {}).items()
            if names.fillers[name].issuperset(set(words) - set(telling))
        }
        if found:
            months = set(found.values())
            return (months.pop(), set(found)) if len(months) == 1 else None
    return None


def _own(language: str | None) -> tuple[str, ...]:
    return (language.replace("-", "_"),) if language else ()


@lru_cache(maxsize=1)
def _others() -> tuple[str, ...]:
    return tuple(sorted(name for name in locale_identifiers() if "_" not in name and name not in _COMMON))


@lru_cache(maxsize=32)
def _names(languages: tuple[str, ...]) -> _Names:
    """Return the names of *languages*, each without the words that are in dates of all months."""
    months: dict[_Words, dict[str, int]] = {}
    fillers: dict[str, frozenset[str]] = {}
    for language in languages:
        written = _written(language)
        common = (set.intersection(*map(set, words)) for words in written)
        fillers[language] = frozenset().union(_weekdays(language), *common, _ERAS.get(language, ()))
        for year in written:
            for month, words in enumerate(year, 1):
                # Where months are numbers, as in Vietnamese, the words of all are the same, and tell none.
                if year.count(words) == 1:
                    months.setdefault(words, {})[language] = month
    told = frozenset().union(*fillers.values()) - {words[0] for words in months if len(words) == 1}
    telling: dict[_Words, dict[str, int]] = {}
    for words, by_language in months.items():
        telling.setdefault(tuple(word for word in words if word not in told), {}).update(by_language)
    telling.pop((), None)
    return _Names(telling, fillers, told)


def _written(language: str) -> list[list[_Words]]:
    """Return the words of a date in each month of a year, in each of the ways to write one in *language*."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return []
    days = [dt.date(2031, month, 28) for month in range(1, 13)]
    return [[_words(format_date(day, pattern, locale)) for day in days] for pattern in _PATTERNS]


def _words(date: str) -> _Words:
    return tuple(token.text for token in _tokens(date) if not token.text.isdecimal())


def _weekdays(language: str) -> set[str]:
    try:
        names = Locale.parse(language).days
    except (UnknownLocaleError, ValueError):
        return set()
    return {
        token.text
        for day in [*names["format"]["wide"].values(), *names["stand-alone"]["wide"].values()]
        for token in _tokens(day)
    }


def _tokens(text: str) -> list[_Token]:
    """Return the words and numbers of *text* in lower case; marks belong to the letter before them."""
    found: list[_Token] = []
    kind, start = "", 0
    for index, char in enumerate(text + " "):
        now = _kind(char, kind)
        if now != kind:
            if kind:
                found.append(_Token(text[start:index].casefold(), start, index))
            kind, start = now, index
    return list(_without_ordinals(found))


def _kind(char: str, before: str) -> str:
    category = unicodedata.category(char)
    if category[0] == "M" and before:
        return before
    return "number" if category == "Nd" else "word" if category[0] == "L" else ""


def _without_ordinals(tokens: Iterable[_Token]) -> Iterator[_Token]:
    """Leave out the "rd" of "3rd" and the "º" of "3º"."""
    before = _Token("", -1, -1)
    for token in tokens:
        is_glued = before.end == token.start and before.text.isdecimal() and len(before.text) <= _DAY_DIGITS
        if not (is_glued and len(token.text) <= _DAY_DIGITS):
            yield token
        before = token
