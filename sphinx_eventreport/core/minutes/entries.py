"""One entry of a passage of attendance -> who it names; ``None`` for what is not a name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.fields.attendance import attendee_of
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.names import split_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.core.minutes.lines import Line
    from sphinx_eventreport.core.records import Attendee

_MOST_WORDS, _LONGEST_NAME, _LONGEST_ENTRY, _LONGEST_INITIALS = 6, 48, 160, 12
_PARTICLES = frozenset(
    "von vom van der den de la le du da dos das di del della bin ibn al el ter ten zu zum y e af".split()
)
_NOT_NAMES = frozenset(
    "all everyone everybody none nobody many several more others etc name names total number you me us we "
    "the a an and or regrets apologies see please add your yourself here below above as per usual list no "
    "yes tbd tba unknown anonymous quorum agenda minutes recording notes various people members attendees "
    "institution affiliation organization organisation company handle closure adjournment".split()
)
_GROUPS = frozenset(
    "the group groups team teams committee committees chairs chair editor editors working next all everyone "
    "meeting board members member project projects council staff community people champion champions wg cg "
    "tsc tag we they it this that there someone somebody nobody no pull request issue need needs want".split()
)
_BAD = lazy_regex(r"[?!=#{}|\\/;:%<>\"“”]|\d|https?")
_WORD = lazy_regex(r"[^\W\d_][\w.'’·-]*")
_NICK = lazy_regex(r"@?[\w.-]{2,24}")
_PARTED = lazy_regex(r"\s*/\s+|\s+[/|]\s+")
_INITIALS = lazy_regex(r"(.+?)\s*[(\[]([A-Z][A-Z0-9]{1,3})[)\]]")
_CALLED = lazy_regex(r"(?<=\w) \([^\W\d_]+\) (?=\w)")
_HEADS: Mapping[str, str] = {
    **dict.fromkeys(("name", "full name", "attendee", "delegate", "participant"), "name"),
    **dict.fromkeys(("abbreviation", "initials", "abbr", "abbr."), "initials"),
    **dict.fromkeys(("organization", "organisation", "affiliation", "company", "institution"), "affiliation"),
    **dict.fromkeys(("handle", "github", "github handle"), "handle"),
    "role": "role",
}


def attendees_in(line: Line, text: str, *, has_initials: bool = False) -> list[Attendee | None]:
    """Return who an entry names, ``None`` for what is not a name; nothing for an empty entry.

    *text* is the entry, *line* the line that it is in; *has_initials* says that what is in brackets
    behind the names of the passage is another one for each.
    """
    if line.kind == "row":
        return _of_row(line)
    text = text.strip(" \t,;.•*-–")
    if not text or _is_form(text):
        return []
    if line.kind == "item" and _PARTED.search(text):
        return [_of_parts(_PARTED.split(text))]
    names = split_names(text) if line.kind == "item" else [text]
    several = [_attendee(name, has_initials=has_initials) for name in names]
    if all(several) or len(several) == 1:
        return several
    # "Ann Lee, Quay Inc": what is behind the first comma is about her.
    name, _comma, rest = text.partition(",")
    one = _attendee(name, has_initials=has_initials)
    return [_with(one, affiliation=rest.strip()) if one else None]


def initials_of(text: str) -> str:
    """Return the capitals in brackets behind a name, "" where there are none."""
    match = _INITIALS.fullmatch(text.strip(" \t,;."))
    return match[2] if match else ""


def is_full_name(text: str) -> bool:
    """Return whether *text* can only be somebody's name: two words or more, and none of a group."""
    words = text.split()
    return len(words) > 1 and _is_name(text) and not any(word.lower() in _GROUPS for word in words)


def _attendee(text: str, *, has_initials: bool = False) -> Attendee | None:
    if len(text) > _LONGEST_ENTRY:
        return None
    match = _INITIALS.fullmatch(text)
    initials = match[2] if match and (has_initials or _are_initials(match[2], match[1])) else None
    one = attendee_of(_CALLED.sub(" ", match[1] if match and initials else text))
    return replace(one, initials=initials) if one and _is_name(one.name) else None


def _are_initials(letters: str, name: str) -> bool:
    """Return whether *letters* are short for *name*: they begin alike, and all are in it in their order."""
    rest = name.lower()
    if rest[:1] != letters[:1].lower():
        return False
    for letter in letters.lower():
        _before, found, rest = rest.partition(letter)
        if not found:
            return False
    return True


def _of_row(line: Line) -> list[Attendee | None]:
    """Return who a row of a table is about; one without a column of names is about nobody."""
    said = {_HEADS.get(head.casefold(), ""): cell for head, cell in zip(line.heads, line.cells, strict=True)}
    if "name" not in said or not any(line.cells):
        return []
    one = _attendee(said["name"])
    if one is None:
        return [None]
    one = _with(one, affiliation=said.get("affiliation", ""), handle=said.get("handle", "").lstrip("@"))
    initials = said.get("initials", "")[:_LONGEST_INITIALS] or one.initials
    return [replace(one, initials=initials, role=said.get("role") or one.role)]


def _of_parts(parts: Sequence[str]) -> Attendee | None:
    """Return who "Ann Lee / Quay Inc / @ann" is."""
    one = _attendee(parts[0].strip())
    if one is None:
        return None
    rest = [part.strip() for part in parts[1:] if part.strip().lower() not in {"none", "-", ""}]
    # The first part is where they are from, unless it says that it is a handle.
    handles = [part for part in rest if part.startswith("@")] or [
        part for part in rest[1:] if _NICK.fullmatch(part)
    ]
    about = [part for part in rest if part not in handles]
    return _with(one, affiliation=", ".join(about), handle=handles[0].lstrip("@") if handles else "")


def _with(one: Attendee, *, affiliation: str = "", handle: str = "") -> Attendee:
    """Return *one* with what is said besides the name, where the name does not have it."""
    person = replace(
        one.person,
        affiliation=one.person.affiliation or affiliation or None,
        handle=one.person.handle or handle or None,
    )
    return replace(one, person=person)


def _is_form(text: str) -> bool:
    """Return whether an entry is the form to fill in, not somebody: "name / institution / GitHub handle"."""
    words = re.findall("[a-z]+", text.lower())
    return bool(words) and words[0] in _NOT_NAMES and all(word in {*_NOT_NAMES, "github"} for word in words)


def _is_name(name: str) -> bool:
    words = name.split()
    if name.startswith("@"):
        return bool(_NICK.fullmatch(name))
    if not 1 <= len(words) <= _MOST_WORDS or len(name) > _LONGEST_NAME or _BAD.search(name):
        return False
    if words[0].lower() in _NOT_NAMES or any(word in _NOT_NAMES for word in words):
        return False
    if len(words) == 1:
        return bool(_NICK.fullmatch(name)) or not name.isascii()
    return all(map(_is_word_of_name, words))


def _is_word_of_name(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and (not word[0].islower() or word in _PARTICLES)
