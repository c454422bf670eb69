"""A date as readers of a language write it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate


# Listings of thousands show the same days and languages again and again, and Babel parses a pattern for each.
@lru_cache(maxsize=4096)
def date_text(date: PartialDate, language: str, *, is_short: bool = False) -> str:
    """Return "15 June 2016", "June 2016" or "2016", as *date* is precise; "15 Jun 2016" if it *is_short*."""
    locale = locale_of(language)
    if date.month is None:
        return str(date.year)
    if date.day is None:
        text: str = format_skeleton("yMMM" if is_short else "yMMMM", date.date, locale=locale)
        return text
    # English has two orders. The one without a comma is read the same way everywhere.
    if locale.language == "en":
        return format_date(date.date, "d MMM y" if is_short else "d MMMM y", locale=locale)
    return format_date(date.date, "medium" if is_short else "long", locale=locale)


@lru_cache(maxsize=16)
def locale_of(language: str) -> Locale:
    """Return what Babel knows of the BCP 47 tag *language*; English where it knows nothing."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")
