"""Dates, sizes, and names of languages, as readers of the site's language write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, match_skeleton
from babel.numbers import format_decimal

from sphinx_eventreport.core.dates.in_words import date_text, locale_of
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_time

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate


@lru_cache(maxsize=4096)
def range_text(start: PartialDate, end: PartialDate | None, language: str, *, is_short: bool = False) -> str:
    """Return one date, or two in as few words as they need: "17–18 June 2025", "30 June – 2 July 2025"."""
    first = date_text(start, language, is_short=is_short)
    last = date_text(end, language, is_short=is_short) if end else first
    if end is None or first == last:
        return first
    if start.day is None or end.day is None or start.date > end.date:
        return f"{first} – {last}"
    locale = locale_of(language)
    if locale.language != "en":
        text: str = format_interval(start.date, end.date, "yMMMd" if is_short else "yMMMMd", locale=locale)
        # CLDR parts them with thin spaces, which many fonts lack.
        return text.replace("\N{THIN SPACE}", " ")
    if start.year != end.year:
        return f"{first} – {last}"
    if start.month != end.month:
        return f"{first.removesuffix(f' {start.year}')} – {last}"
    return f"{start.day}–{last}"


def weekday_text(date: PartialDate, language: str, *, is_short: bool = False, has_year: bool = False) -> str:
    """Return "Tuesday 17 June" of a *date* with a day, "Tue 17 June", or "Tuesday 17 June 2025"."""
    locale, year = locale_of(language), "y" * has_year
    if locale.language == "en":
        days = "EEE d MMMM" if is_short else "EEEE d MMMM"
        return format_date(date.date, f"{days} {year}".strip(), locale=locale)
    pattern = _nearest_pattern(f"{year}MMMM{'E' if is_short else 'EEEE'}d", locale)
    return format_date(date.date, pattern if is_short else re.sub("E+", "EEEE", pattern), locale=locale)


def _nearest_pattern(skeleton: str, locale: Locale) -> str:
    """Return the pattern of *locale* for *skeleton*, with the whole name of a month that has one.

    Languages have patterns for short names, from which those for whole names follow
    (https://unicode.org/reports/tr35/tr35-dates.html#Matching_Skeletons). Babel takes the nearest as it is.
    """
    nearest = match_skeleton(skeleton, locale.datetime_skeletons)
    return re.sub("(?<!M)MMM(?!M)", "MMMM", locale.datetime_skeletons[nearest].pattern)


def day_name(date: PartialDate, language: str) -> str:
    """Return the short name of the day of the week: "Tue"."""
    return format_date(date.date, "EEE", locale=locale_of(language))


def clock_text(moment: PartialDate) -> str:
    """Return the time of the day as all the world reads it: "09:30"; "" where there is none."""
    return moment.time.strftime("%H:%M") if moment.time else ""


def zone_text(moment: PartialDate) -> str:
    """Return what tells the zone of a *moment*: "Europe/Paris", "UTC+05:30", "" where it is not known."""
    if moment.zone or moment.offset is None:
        return moment.zone or ""
    hours, minutes = divmod(abs(moment.offset), 60)
    sign = "-" if moment.offset < 0 else "+"
    return f"UTC{sign}{hours:02d}:{minutes:02d}" if moment.offset else "UTC"


def time_node(date: PartialDate, text: str) -> eventreport_time:
    """Return *text* as an element that says *date* to machines."""
    return eventreport_time(text, text, datetime=date.isoformat())


def foreign(tag: str | None, language: str) -> str | None:
    """Return the BCP 47 *tag* if it is of another language than that of the site."""
    is_same = tag is None or re.split("[-_]", tag)[0].casefold() == re.split("[-_]", language)[0].casefold()
    return None if is_same else tag


@lru_cache(maxsize=512)
def language_name(tag: str, language: str) -> str:
    """Return "French" for the BCP 47 *tag* "fr" on a site in English; the tag where it has no name."""
    try:
        name = Locale.parse(tag.replace("-", "_")).get_display_name(locale_of(language))
    except (UnknownLocaleError, ValueError):
        return tag
    return name or tag


def country_name(country: str, language: str) -> str:
    """Return "Ireland" for the ISO 3166-1 code "IE" on a site in English; *country* where it is no code."""
    name: str = locale_of(language).territories.get(country, country)
    return name


def size_text(size: int, language: str) -> str:
    """Return *size*, in bytes, in decimal units: "812 B", "36 kB", "4.1 MB"; "4,1 Mo" in French."""
    if size < 1000:  # noqa: PLR2004 -- the units
        return str(_("%s B") % size)
    if size < 999_500:  # noqa: PLR2004
        return str(_("%s kB") % format_decimal(size / 1000, "0", locale=locale_of(language)))
    return str(_("%s MB") % format_decimal(size / 1e6, "0.0", locale=locale_of(language)))
