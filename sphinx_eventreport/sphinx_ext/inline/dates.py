"""Dates, sizes, and names of languages, as readers of the site's language write them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_time

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate


# Listings of thousands show the same days and languages again and again, and Babel parses a pattern for each.
@lru_cache(maxsize=4096)
def date_text(date: PartialDate, language: str) -> str:
    """Return "15 June 2016", "June 2016" or "2016", as *date* is precise."""
    locale = _locale(language)
    if date.month is None:
        return str(date.year)
    if date.day is None:
        return format_skeleton("yMMMM", date.date, locale=locale)
    # English has two orders. The one without a comma is read the same way everywhere.
    pattern = "d MMMM y" if locale.language == "en" else "long"
    return format_date(date.date, pattern, locale=locale)


def range_text(start: PartialDate, end: PartialDate | None, language: str) -> str:
    """Return a date, or two with a dash where they differ."""
    first = date_text(start, language)
    last = date_text(end, language) if end else first
    return first if first == last else f"{first} – {last}"


def time_node(date: PartialDate, text: str) -> eventreport_time:
    """Return *text* as an element that says *date* to machines."""
    return eventreport_time(text, text, datetime=date.isoformat())


@lru_cache(maxsize=512)
def language_name(tag: str, language: str) -> str:
    """Return "French" for the BCP 47 *tag* "fr" on a site in English; the tag where it has no name."""
    try:
        name = Locale.parse(tag.replace("-", "_")).get_display_name(_locale(language))
    except (UnknownLocaleError, ValueError):
        return tag
    return name or tag


def size_text(size: int, language: str) -> str:
    """Return *size*, in bytes, in decimal units: "812 B", "36 kB", "4.1 MB"; "4,1 Mo" in French."""
    if size < 1000:  # noqa: PLR2004 -- the units
        return str(_("%s B") % size)
    if size < 999_500:  # noqa: PLR2004
        return str(_("%s kB") % format_decimal(size / 1000, "0", locale=_locale(language)))
    return str(_("%s MB") % format_decimal(size / 1e6, "0.0", locale=_locale(language)))


@lru_cache(maxsize=16)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")
