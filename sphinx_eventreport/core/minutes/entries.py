"""One entry of a passage of attendance -> who it names; ``None`` for what is not a name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.fields.attendance import attendee_of
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.names import read_name, split_names

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
_BODIES = frozenset("council committee foundation maintainers group team".split())
"""Last words of what is called like somebody and is a body of many."""
_BAD = lazy_regex(r"[?!=#{}|\\/;:%<>\"“”]|\d|https?")
_WORD = lazy_regex(r"[^\W\d_][\w.'’·-]*")
_NICK = lazy_regex(r"@?[\w.-]{2,24}")
_PARTED = lazy_regex(r"\s*/\s+|\s+[/|]\s+")
_INITIALS = lazy_regex(r"(.+?)\s*[(\[]([A-Z][A-Z0-9]{1,3})[)\]]")
_BEHIND = lazy_regex(r"[(\[]([^()\[\]]+)[)\]](?=\s*(?:$|,|[-–—]\s|[-–—]$))")
_CAPITALS = lazy_regex("[A-Z][A-Z0-9]{1,3}")
_INITIALS_BEFORE = lazy_regex(r"([A-Z][A-Z0-9]{1,3})\s*:\s+(.+)")
_INITIALS_WITHIN = lazy_regex(r"(.+?)\s*[(\[]([A-Z][A-Z0-9]{1,3})[)\]](\s+[-–—]\s.+)")
_IN_BRACKETS = lazy_regex(r"\([^()]*\)|\[[^\[\]]*\]")
_SAID = lazy_regex(r"[)\]]\s*$|\s[-–—]\s")
"""That something is said besides a name: in brackets at its end, or behind a dash."""
_ACCOUNT = lazy_regex(r"[\s–-]+(?:https?://)?(?:www\.)?git(?:hub|lab)\.com/([\w-]+)/?$")
_CALLED = lazy_regex(r"(?<=\w) \([^\W\d_]+\) (?=\w)")
_HEADS: Mapping[str, str] = {
    **dict.fromkeys(("name", "full name", "attendee", "delegate", "participant"), "name"),
    **dict.fromkeys(("abbreviation", "initials", "abbr", "abbr."), "initials"),
    **dict.fromkeys(("organization", "organisation", "affiliation", "company", "institution"), "affiliation"),
    **dict.fromkeys(("handle", "github", "github handle"), "handle"),
    "role": "role",
}


def attendees_in(
    line: Line, text: str, *, has_initials: bool = False, is_list: bool = False
) -> list[Attendee | None]:
    """Return who an entry names, ``None`` for what is not a name; nothing for an empty entry.

    *text* is the entry, *line* the line that it is in; *has_initials* says that what is in brackets
    behind the names of the passage is another one for each, *is_list* that each has an item of their own.
    """
    if line.kind == "row":
        return _of_row(line)
    # A backslash at the end is a line break of Markdown.
    text = text.strip(" \t,;.•*-–\\")
    if not text or _is_form(text):
        return []
    if line.kind == "item" and _PARTED.search(_IN_BRACKETS.sub("", text)):
        return [_of_parts(_PARTED.split(text))]
    if is_list and line.kind == "item" and (one := _of_item(text, has_initials=has_initials)):
        return [one]
    names = split_names(text) if line.kind == "item" else [text]
    several = [_attendee(name, has_initials=has_initials) for name in names]
    if all(several) or len(several) == 1:
        return several
    # "Ann Lee, Quay Inc": what is behind the first comma is about her.
    name, _comma, rest = text.partition(",")
    one = _attendee(name, has_initials=has_initials)
    return [_with(one, affiliation=rest.strip()) if one else None]


def _of_item(text: str, *, has_initials: bool) -> Attendee | None:
    """Return who an item names in one of the ways that say more than a name; ``None`` for another way.

    "AL: Ann Lee (Quay) github.com/annl", "Ann Lee (AL) - Quay", "Ann Lee - Quay (AL), Moderator",
    "Ann Lee - Quay, Marine (AL)".
    """
    text, handle = _without_address(text)
    before, within, behind = (
        pattern.fullmatch(text) for pattern in (_INITIALS_BEFORE, _INITIALS_WITHIN, _INITIALS)
    )
    name, *rest = split_names(before[2] if before else text)
    if before and _are_initials(before[1], before[2]):
        one, initials = _attendee(name), before[1]
    elif within and not rest and (has_initials or _are_initials(within[2], within[1])):
        one, initials = _attendee(f"{within[1]}{within[3]}"), within[2]
    elif behind and rest and has_initials and _SAID.search(name):
        one, initials = _attendee(name), behind[2]
        rest = [*rest[:-1], *split_names(behind[1])[-1:]]
    elif handle or (rest and _SAID.search(name) and not any(map(_SAID.search, rest))):
        one, initials = _attendee(name, has_initials=has_initials), ""
    else:
        return None
    return _about(one, rest, handle, initials) if one else None


def _about(one: Attendee, rest: Sequence[str], handle: str, initials: str) -> Attendee:
    """Return *one* with the *rest* of an item: where they are from, or else what they are there."""
    role = ", ".join(rest) or None
    named = read_name(f"x ({role})") if role and not one.person.affiliation else None
    is_from = named is not None and not named.role
    found = _with(one, affiliation=role or "" if is_from else "", handle=handle)
    return replace(found, role=one.role or (None if is_from else role), initials=one.initials or initials)


def _without_address(text: str) -> tuple[str, str]:
    """Return an entry without the address of an account at its end, and the name of the account."""
    address = _ACCOUNT.search(text)
    return (text[: address.start()], address[1]) if address else (text, "")


def in_brackets(text: str) -> str:
    """Return what is in brackets behind a name, or behind what is said of somebody; "" for nothing."""
    found = _BEHIND.findall(text.strip(" \t,;."))
    return str(found[-1]) if found else ""


def are_capitals(text: str) -> bool:
    """Return whether *text* may be somebody's initials."""
    return bool(_CAPITALS.fullmatch(text))


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
    if len(words) > 1 and words[-1].lower() in _BODIES:
        return False
    if words[0].lower() in _NOT_NAMES or any(word in _NOT_NAMES for word in words):
        return False
    if len(words) == 1:
        return bool(_NICK.fullmatch(name)) or not name.isascii()
    return all(map(_is_word_of_name, words))


def _is_word_of_name(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and (not word[0].islower() or word in _PARTICLES)
