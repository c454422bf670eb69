"""One line that says what is to be done -> what, by whom, until when, and whether it is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.dates.written import day_in
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.minutes.entries import is_full_name
from sphinx_eventreport.core.names import person_of, split_names

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.minutes.known import Known
    from sphinx_eventreport.core.records import Person

_HANDLES = lazy_regex(r"(?:@[\w.-]*\w(?:\s*(?:,|and|&|/)\s*(?=@)|\s*:|\s+(?:and|to|will)\b|\s+)?)+")
_HANDLE = lazy_regex(r"@[\w.-]*\w")
_COLON = lazy_regex(r"([^:]{2,60}?)\s*:\s+(?=\S)")
_TO = lazy_regex(r"(.{2,60}?)\s+(?:to|will|should|shall|is to|are to|needs? to)\s+(?=\w)")
_AT_END = lazy_regex(r"(?:\s*[(\[]\s*(?:owner:\s*)?([^()\[\]]{2,60})[)\]]|\s+[-–—]\s+([^-–—]{2,60}))\s*\.?$")
_DUE = lazy_regex(r"[,;(\[]?\s*\b(?:due(?: date)?|by|until|before|deadline)\b\s*:?\s+", re.IGNORECASE)
_ORDINAL, _MONTH = r"\d{1,2}(?:st|nd|rd|th)?", r"[^\W\d]{3,9}"
_DAY = lazy_regex(
    rf"\d{{4}}-\d{{2}}-\d{{2}}|{_ORDINAL}\.?\s+{_MONTH}\.?,?\s+\d{{4}}|{_MONTH}\.?\s+{_ORDINAL},?\s+\d{{4}}"
)
_DONE = lazy_regex(
    r"^[\[(]?(?:done|completed)[\])]?\s*[:\])–—-]\s*|\s*[\[(](?:done|completed|closed)[\])]\s*$"
    r"|\s+[–—-]\s*(?:done|completed)\s*$|^[✅✓☑]\s*|\s*[✅✓☑]$",
    re.IGNORECASE,
)


class Task(NamedTuple):
    """What a line says of an action."""

    title: str
    """What is to be done."""
    owner: tuple[Person, ...] = ()
    """Who does it."""
    due: PartialDate | None = None
    """Until when."""
    is_done: bool = False
    """Whether it is done."""


def read_task(text: str, known: Known, *, owner: str = "", language: str | None = None) -> Task:
    """Return what *text* says is to be done; *owner* is who is named before it: "AI Ann: ..."."""
    text, is_done = _without_done(text)
    owners = _resolved(split_names(owner), known, is_named=True) if owner else ()
    if not owners:
        owners, text = _owners_before(text, known)
    due, text = _due(text, language)
    if not owners:
        owners, text = _owners_behind(text, known)
    text = text.strip(" \t:;,-–")
    return Task(text[:1].upper() + text[1:], owners, due, is_done)


def _without_done(text: str) -> tuple[str, bool]:
    rest = _DONE.sub("", text.strip(), count=1)
    return (rest, True) if rest != text.strip() and rest else (text.strip(), False)


def _owners_before(text: str, known: Known) -> tuple[tuple[Person, ...], str]:
    """Return who is named at the beginning, and the rest of the line."""
    handles = _HANDLES.match(text)
    if handles and (found := _resolved(_HANDLE.findall(handles[0]), known)):
        return found, re.sub(r"^(?:to|will)\s+", "", text[handles.end() :])
    for pattern in (_COLON, _TO):
        match = pattern.match(text)
        found = _resolved(split_names(match[1]), known, is_said=pattern is _TO) if match else ()
        if match and found:
            return found, text[match.end() :]
    return (), text


def _owners_behind(text: str, known: Known) -> tuple[tuple[Person, ...], str]:
    match = _AT_END.search(text)
    found = _resolved(split_names(match[1] or match[2]), known) if match else ()
    return (found, text[: match.start()]) if match and found else ((), text)


def _resolved(
    names: list[str], known: Known, *, is_said: bool = False, is_named: bool = False
) -> tuple[Person, ...]:
    """Return who *names* are; nobody unless all of them are people.

    *is_said* allows whole names of people whom nobody knows; *is_named* what only looks like one.
    """
    found: dict[str, Person] = {}
    for name in names:
        one = known.owner(name.strip(" *_"))
        is_unknown = (is_said and is_full_name(name)) or (is_named and known.may_own(name))
        one = one or (person_of(name) if is_unknown else None)
        if one is None:
            return ()
        found.setdefault(one.label, one)
    return tuple(found.values())


def _due(text: str, language: str | None) -> tuple[PartialDate | None, str]:
    """Return until when, and the line without that."""
    for match in _DUE.finditer(text):
        day = _DAY.match(text, match.end())
        date = day_in(day[0], language) if day else None
        if day and date:
            return date, (text[: match.start()] + text[day.end() :].lstrip(")]. ")).rstrip()
    return None, text
