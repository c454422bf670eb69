"""Text, numbers, yes and no, and words of a fixed list."""

from __future__ import annotations

import datetime as dt
import difflib
import html
import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter import printable
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Subtype

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_eventreport.core.fields.place import Place

LONGEST_TEXT = 2_000
_SPACES = lazy_regex("[ \t\n\r\f\v]+")
_YES = frozenset({"true", "yes", "on", "1"})
_NO = frozenset({"false", "no", "off", "0"})
_SHOWN = 60


def text(value: object, place: Place, *, limit: int = LONGEST_TEXT) -> str | None:
    """Return one line of text: HTML entities are characters, runs of spaces one space.

    Numbers, dates and booleans are what the author wrote. More than *limit* characters are cut.
    """
    if value is None:
        return None
    if not isinstance(value, str | int | float | dt.date | dt.time):
        place.report(Subtype.TYPE, f"is a {kind_of(value)}, not text", "write text after the colon")
        return None
    written = value if isinstance(value, str) else place.raw or str(value)
    # What is far beyond the limit need not be folded to be cut.
    line = folded(written[: 8 * limit])
    if len(line) > limit:
        place.report(Subtype.LIMIT, f"is longer than {limit} characters, and is cut", "shorten it")
        line = line[: limit - 1].rstrip() + "…"
    return line or None


def folded(written: str) -> str:
    """Return *written* as one line, with entities resolved once and no-break spaces kept."""
    return _SPACES.sub(" ", printable(html.unescape(written))).strip(" ")


def integer(low: int, high: int) -> Callable[[object, Place], int | None]:
    """Return a validator of whole numbers from *low* to *high*."""

    def read(value: object, place: Place) -> int | None:
        written = text(value, place)
        if written is None:
            return None
        number = int(written) if re.fullmatch("[+-]?[0-9]{1,18}", written) else None
        if number is None or not low <= number <= high:
            message = f"is {shown(written)}, not a whole number from {low} to {high}"
            place.report(Subtype.VALUE, message, "write a number, or remove it")
            return None
        return number

    return read


def boolean(value: object, place: Place) -> bool | None:
    """Return yes or no."""
    if value is None or isinstance(value, bool):
        return value
    word = text(value, place)
    if word is None:
        return None
    if word.lower() in _YES | _NO:
        return word.lower() in _YES
    place.report(Subtype.VALUE, f"is {shown(word)}, neither true nor false", "write true or false")
    return None


def choice(words: Mapping[str, str]) -> Callable[[object, Place], str | None]:
    """Return a validator of a fixed vocabulary.

    *words* maps each word, in lower case with ``_`` for spaces and hyphens, to what it is read as.
    """
    meanings = sorted(set(words.values()))

    def read(value: object, place: Place) -> str | None:
        word = text(value, place)
        if word is None:
            return None
        key = plain_word(word)
        if key in words:
            return words[key]
        near = difflib.get_close_matches(key[:_SHOWN], words, 1)
        hint = f"did you mean {words[near[0]]}?" if near else "write one of " + ", ".join(meanings)
        place.report(Subtype.VALUE, f"is {shown(word)}, which is not one of its values", hint)
        return None

    return read


def plain_word(written: str) -> str:
    """Return *written* as the words of a fixed vocabulary are: "Moved online" as "moved_online"."""
    return re.sub("[ -]+", "_", written.lower())


def shown(value: object) -> str:
    """Return *value* quoted and short, for a message."""
    quoted = repr(value)
    return quoted if len(quoted) <= _SHOWN else quoted[: _SHOWN - 1] + "…"


def kind_of(value: object) -> str:
    """Return what people call the type of *value*."""
    if isinstance(value, dict):
        return "map"
    if isinstance(value, list | tuple):
        return "list"
    return "number" if isinstance(value, int | float) else "text"
