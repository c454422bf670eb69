"""Names of people as they are written in a line: the one reader of them, for front matter and bodies.

Words beside a name are about the person: "Dr. Ann Lee (Foo, Inc.)", "Ann Lee @ann (scribe)",
"Ann Lee - Foo, remote", "Ann Lee <ann@example.org>". An address of e-mail is never part of a record,
so it is on no page and in no index.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.records import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

_EMAIL = r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"
_EMAILS = lazy_regex(
    rf"<[^<>]*{_EMAIL}>|\(\s*(?:mailto:)?{_EMAIL}\s*\)|\[\s*(?:mailto:)?{_EMAIL}\s*\]"
    rf"|(?:mailto:)?{_EMAIL}"
)
_ANGLES = lazy_regex(r"<([^<>]*)>")
_WORD = lazy_regex(r"@?[\w.-]+")
_HANDLE = lazy_regex(r"(?<![\w.])@([\w.-]*\w)")
_GROUP = lazy_regex(r"\s*(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\[([^\[\]]*)\]|（([^（）]*)）)\s*$")  # noqa: RUF001 -- full width
_BESIDE = lazy_regex(r"\s+[-–—|]\s+|\s+@\s+")
_PREFIX = lazy_regex(
    r"(?:(?:dr|prof|professor|mr|mrs|ms|mx|herr|frau|mme|sir|dame)\b\.?|(?:dipl\.-ing|ing|hon|rev)\.)\s+",
    re.IGNORECASE,
)
# In their case: Jack Ma has no degree there.
_DEGREE = lazy_regex(
    r",?\s+((?:Ph\.?\s?D|PHD|D\.?Phil|MD|M\.D|[MBD]\.?Sc|MA|M\.A|MBA|Esq|[MB]\.?Eng)\.?)$",
)
_GENERATION = lazy_regex(r"(?:jr|sr)\.?|I{2,3}|IV", re.IGNORECASE)
_COMPANY = lazy_regex(
    r"(?:inc|ltd|limited|llc|llp|plc|corp|gmbh|s\.a|s\.r\.l|b\.v|n\.v|pty ltd)\.?", re.IGNORECASE
)
_FIRM = lazy_regex(rf"[^()]*\S\s+{_COMPANY.pattern}", re.IGNORECASE)
_ONLY_EMAIL = lazy_regex(rf"(?:mailto:)?{_EMAIL}")
_EMPHASIS = lazy_regex(r"(\*{1,3}|_{2,3})(?=\S)(.*\S)\1")
_ROLES = lazy_regex(
    r"(?:co-?)?(?:chair(?:man|woman|person)?|scribe|host|moderator|speaker|panel(?:l)?ist|organi[sz]er|minutes"
    r"|note-?taker|editor|secretary|facilitator|presenter|observer|guest|lead|staff contact)s?"
    r"|(?:non-?)?(?:voting )?member|(?:she|he|they|ze)(?:\s?[/|]\s?\w+){1,2}",
    re.IGNORECASE,
)
_AT = lazy_regex(r"^(?:at|from)\s+(?=\w)")
_REMOTE = lazy_regex(r"remote(?:ly)?|virtual(?:ly)?|online|via \w+|by phone|dial-?in", re.IGNORECASE)
_NOBODY = lazy_regex(
    r"t\.?\s?b\.?\s?[acds]|to be (?:announced|confirmed|determined|decided|defined)"
    r"|n\.?\s?n\.?|n/?a|none|nobody|unknown|various(?: (?:speakers|people|authors))?"
    r"|(?:speakers?\s+)?tb[acd](?:\s+speakers?)?|et al|(?:and )?(?:many )?(?:others|more)|u\.\s?a|etc|\W*",
    re.IGNORECASE,
)
_SEPARATOR = lazy_regex(r"\s*[,，、،;；؛\n]\s*|\s+(?:and|&|＆|et|und|og|och|\+|/)\s+")  # noqa: RUF001 -- full width
_SEMICOLON = lazy_regex(";")
# One letter, and a part of names as well ("Ortega y Gasset"): only where whole names are on both sides.
_WEAK = lazy_regex(r"\s+(?:y|e|i|и)\s+")
_LEADING = lazy_regex(r"^(?:and|&|et|und|og|och)\s+", re.IGNORECASE)
_ET_AL = lazy_regex(r",?\s+(?:et\s+al|u\.\s?a)\.?$", re.IGNORECASE)
_OPENING, _CLOSING = "([<{（“", ")]>}）”"  # noqa: RUF001 -- full width
_LONGEST = 2_000
_REMEMBERED = 4_096
"""Names kept in memory: a group writes the same few dozen into each of its minutes, and as owners."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody as one line names them; what is not said is ""."""

    name: str
    """The name alone."""
    honorific_prefix: str = ""
    """A title before it, such as "Dr."."""
    honorific_suffix: str = ""
    """A title after it, such as "PhD"."""
    affiliation: str = ""
    """The organisation."""
    handle: str = ""
    """The name of an account, without ``@``."""
    role: str = ""
    """The role there ("chair", "voting member"), or how to speak of them."""
    url: str = ""
    """A page about them."""
    remote: bool = False
    """Whether they took part from elsewhere."""


@lru_cache(_REMEMBERED)
def read_name(written: str) -> NamedPerson | None:
    """Take "Dr. Ann Lee (Foo, Inc.) <ann@example.org>" apart; ``None`` for nobody: "TBA", "N.N.", "?"."""
    written = written.strip()[:_LONGEST]
    emphasized = _EMPHASIS.fullmatch(written)
    written = emphasized[2] if emphasized else written
    name, found = _without_angles(written)
    name = _EMAILS.sub(" ", name)
    name, groups = _without_groups(name)
    for remark in groups:
        found = _with_remarks(found, remark)
    handle = _HANDLE.search(name)
    if handle:
        name = (name[: handle.start()] + name[handle.end() :]).strip()
        found = replace(found, handle=found.handle or handle[1])
    name, *remarks = _BESIDE.split(name.strip(" \t,;:"))
    # "Ann Lee (scribe) - Quay": the bracket was not at the end.
    name, groups = _without_groups(name)
    for remark in (*remarks, *groups):
        found = _with_remarks(found, remark)
    prefix, name, suffix = _without_honorifics(" ".join(name.split()).strip(' ,:"“”'))
    if not name and found.affiliation:
        # "ann@example.org (Ann Lee)": the address stood for the name.
        name, found = found.affiliation, replace(found, affiliation="")
    name = name or (f"@{found.handle}" if found.handle else _of_address(written))
    return (
        None
        if _NOBODY.fullmatch(name.strip(" .…"))
        else replace(found, name=name, honorific_prefix=prefix, honorific_suffix=suffix)
    )


def split_names(written: str) -> list[str]:
    """Take "A, B, and C", "A (Foo, Inc.) and B", "李雷、韩梅梅" or "A; B" apart.

    Commas in brackets and quotation marks part nobody, nor does the one before "Inc." or "Jr.".
    """
    if ";" in written:
        return split_organizers(written)
    parts: list[str] = []
    for part in _parts(_ET_AL.sub("", written[:_LONGEST]), _SEPARATOR):
        if parts and _is_suffix(part, of=parts[-1]):
            parts[-1] += f", {part}" if _COMPANY.fullmatch(part) else f" {part}"
        elif parts and _FIRM.fullmatch(part) and not _FIRM.fullmatch(parts[-1]):
            parts[-1] += f" ({part})"
        elif parts and _ONLY_EMAIL.fullmatch(part) and not _ONLY_EMAIL.fullmatch(parts[-1]):
            # It is that of the one before, and on no page.
            continue
        else:
            parts.append(part)
    return [name for part in parts for name in _around_weak(part)]


def split_organizers(written: str) -> list[str]:
    """Take "A; B" apart; organisations have commas and "and" in their names."""
    return list(_parts(written[:_LONGEST], _SEMICOLON))


def person(name: str, *, label: str = "", url: str | None = None) -> Person:
    """Return the record of somebody of whom the *name* is known; *label* gives the label, else the name."""
    return Person(name, slug_or(label or name, "person"), url)


@lru_cache(_REMEMBERED)
def person_of(written: str) -> Person | None:
    """Return the record of somebody as :func:`read_name` reads *written*; ``None`` for nobody."""
    named = read_name(written)
    if named is None:
        return None
    return replace(
        person(named.name, url=named.url or None),
        affiliation=named.affiliation or None,
        handle=named.handle or None,
        honorific_prefix=named.honorific_prefix or None,
        honorific_suffix=named.honorific_suffix or None,
    )


def written_name(one: Person) -> str:
    """Return the name of *one* with what comes before and after it, as :func:`read_name` reads it."""
    prefix = f"{one.honorific_prefix} " if one.honorific_prefix else ""
    suffix = f", {one.honorific_suffix}" if one.honorific_suffix else ""
    return f"{prefix}{one.name}{suffix}"


def written_person(one: Person) -> str:
    """Return *one* in a line, as :func:`read_name` reads it: "Dr. Ann Lee (Foo, Inc.) (@ann)"."""
    affiliation = f" ({one.affiliation})" if one.affiliation else ""
    handle = f" (@{one.handle})" if one.handle and one.name != f"@{one.handle}" else ""
    return f"{written_name(one)}{affiliation}{handle}"


def without_email(written: str) -> str:
    """Return *written* without e-mail; of an address alone, the part before the ``@``."""
    return " ".join(_EMAILS.sub(" ", written).split()) or _of_address(written)


def _without_angles(written: str) -> tuple[str, NamedPerson]:
    """Return *written* without what is in angle brackets, and the URL or handle among it."""
    found = NamedPerson("")
    for inner in _ANGLES.findall(written):
        if inner.startswith(("https://", "http://")):
            found = replace(found, url=found.url or inner)
        elif _WORD.fullmatch(inner):
            found = replace(found, handle=found.handle or inner.lstrip("@"))
    return _ANGLES.sub(" ", written), found


def _without_groups(name: str) -> tuple[str, list[str]]:
    """Return *name* without the brackets at its end, and what is in them."""
    groups: list[str] = []
    while group := _GROUP.search(name):
        name = name[: group.start()]
        groups.insert(0, next(part for part in group.groups() if part is not None))
    return name, groups


def _of_address(written: str) -> str:
    """Return the name of somebody of whom only the address is known."""
    address = re.search(_EMAIL, written)
    return address[0].partition("@")[0] if address else ""


def _with_remarks(found: NamedPerson, written: str) -> NamedPerson:
    """Return *found* with what a bracket, or the words behind a dash, say of somebody."""
    rest: list[str] = []
    for remark in filter(None, re.split(r"\s*[,;]\s*", _AT.sub("", written.strip()))):
        handle = _HANDLE.fullmatch(remark)
        if handle:
            found = replace(found, handle=found.handle or handle[1])
        elif remark.startswith(("https://", "http://")):
            found = replace(found, url=found.url or remark)
        elif _REMOTE.fullmatch(remark):
            found = replace(found, remote=True)
        elif _ROLES.fullmatch(remark):
            found = replace(found, role=found.role or remark)
        else:
            rest.append(remark)
    return replace(found, affiliation=found.affiliation or ", ".join(rest))


def _without_honorifics(name: str) -> tuple[str, str, str]:
    """Return what comes before a name ("Dr."), the name, and what comes after it ("PhD").

    "Jr." is a part of the name.
    """
    before: list[str] = []
    while (prefix := _PREFIX.match(name)) and name[prefix.end() :].strip():
        before.append(prefix[0].strip())
        name = name[prefix.end() :]
    behind: list[str] = []
    while degree := _DEGREE.search(name):
        behind.insert(0, degree[1])
        name = name[: degree.start()]
    name = re.sub(r",\s+(?=(?:jr|sr)\.?$)", " ", name, flags=re.IGNORECASE)
    return " ".join(before), name, ", ".join(behind)


def _parts(written: str, separator: re.Pattern[str]) -> Iterator[str]:
    """Yield the parts between separators outside brackets and quotation marks."""
    start = 0
    for match in separator.finditer(written):
        if match.start() >= start and not _is_inside(written[start : match.start()]):
            yield from filter(None, [_LEADING.sub("", written[start : match.start()].strip(), count=1)])
            start = match.end()
    yield from filter(None, [_LEADING.sub("", written[start:].strip(), count=1)])


def _is_inside(before: str) -> bool:
    """Return whether what follows *before* is in brackets or quotation marks."""
    depth = sum((char in _OPENING) - (char in _CLOSING) for char in before)
    return depth > 0 or before.count('"') % 2 == 1


def _is_suffix(part: str, *, of: str) -> bool:
    """Return whether *part* belongs to the name before it; behind initials, "MD" is somebody else's."""
    is_personal = " " in of and (_GENERATION.fullmatch(part) or _DEGREE.fullmatch(f" {part}"))
    return bool(is_personal or _COMPANY.fullmatch(part))


def _around_weak(part: str) -> list[str]:
    """Return both sides of a "y" between two whole names, each of two words or more."""
    halves = _WEAK.split(part)
    return halves if len(halves) > 1 and all(len(half.split()) > 1 for half in halves) else [part]
