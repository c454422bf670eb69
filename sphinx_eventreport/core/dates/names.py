"""Days inside the names of files and folders: "community-2020-01-08.md", "Minutes 27 Nov 2018.md"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import calendar_day
from sphinx_eventreport.core.dates.written import day_in
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate

_SUFFIX = lazy_regex(r"\.[A-Za-z]{1,9}$")
_COMPACT = lazy_regex(r"(?<![0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])")
_PARTED = lazy_regex(r"(?<![0-9])([0-9]{4})([-_. ])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_FOLDERS = lazy_regex(r"(?:^|/)([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})(?=[-_/. ])")
_BLANKS = lazy_regex(r"[_\s-]+")
_FIRST_YEAR, _LAST_YEAR = 1980, 2099
"""A compact day outside of these is a number: of a ticket, of a meeting."""


def day_in_path(path: str) -> PartialDate | None:
    """Return the day that the name of a file has in it, else that of the nearest folder that has one.

    *path* has ``/`` between folders. A name with two days, or with a month only, says nothing.
    """
    for part in reversed(_SUFFIX.sub("", path).split("/")):
        day = _day_in_name(part)
        if day:
            return day
    folders = _FOLDERS.search(path)
    return calendar_day((int(folders[1]), int(folders[2]), int(folders[3]))) if folders else None


def _day_in_name(name: str) -> PartialDate | None:
    compact = [
        match.groups() for match in _COMPACT.finditer(name) if _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR
    ]
    parted = [(match[1], match[3], match[4]) for match in _PARTED.finditer(name)]
    written = {(int(year), int(month), int(day)) for year, month, day in (*compact, *parted)}
    days = [found for day in written if (found := calendar_day(day))]
    if days:
        return days[0] if len(days) == 1 else None
    return day_in(_BLANKS.sub(" ", name)) or day_in(_BLANKS.sub("-", name))
