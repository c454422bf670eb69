"""Who was at a meeting, and how the votes were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core import names
from sphinx_eventreport.core.fields.kept import plain
from sphinx_eventreport.core.fields.people import PERSON_KEYS, people, person
from sphinx_eventreport.core.fields.scalars import boolean, kind_of, shown, text
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.records import Attendee, Person, Votes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_eventreport.core.fields.place import Place

_LONGEST_INITIALS = 12
_LONGEST_ROLE = 200
_KEYS = PERSON_KEYS | {"initials", "role", "remote"}
_MOST_VOTES = 1_000_000
_VOTE = lazy_regex(r"(?P<word>[A-Za-z]+)\s*[:=]?\s*(?P<number>[0-9]{1,7})")
_VOTE_WORDS = {
    **dict.fromkeys(("yes", "for", "favor", "favour", "aye", "ayes", "yea"), "yes"),
    **dict.fromkeys(("no", "against", "nay", "nays"), "no"),
    **dict.fromkeys(("abstain", "abstained", "abstention", "abstentions"), "abstain"),
}


def attendees(value: object, place: Place) -> tuple[Attendee, ...]:
    """Return who was there: names in a line, or a list of names and maps; of two with one label the first.

    A map has ``initials``, ``role`` and ``remote`` besides what a person has. Two with the same
    initials are told of: what is said under them is nobody's.
    """
    items: list[tuple[object, Place]]
    if isinstance(value, str):
        items = [(name, place) for name in names.split_names(value)]
    elif isinstance(value, list):
        items = [(item, place.child(number)) for number, item in enumerate(value)]
    elif value is None or isinstance(value, dict):
        items = [(value, place)] if value else []
    else:
        message = f"is a {kind_of(value)}, not a list of people"
        place.report(Subtype.TYPE, message, "write [Jane Doe, John Roe]")
        items = []
    found: dict[str, Attendee] = {}
    for item, where in items:
        one = _attendee(item, where)
        if one:
            _check_initials(one, found.values(), where)
            found.setdefault(one.person.label, one)
            _keep_unread(item, where, f"{place.written}.{list(found).index(one.person.label)}")
    return tuple(found.values())


def attendee_of(written: str) -> Attendee | None:
    """Return who a line names: "Ann Lee (Quay Inc, remote)"; ``None`` for nobody."""
    named = names.read_name(written)
    one = names.person_of(written)
    return Attendee(one, role=named.role or None, remote=named.remote) if named and one else None


def votes(value: object, place: Place) -> Votes | None:
    """Return what "yes 5, no 0, abstain 1" says; "5/0/1" says nothing, for nobody agrees on the order."""
    written = text(value, place)
    if written is None:
        return None
    parts = [part.strip() for part in re.split("[,;]", written)]
    matches = [_VOTE.fullmatch(part) for part in parts]
    counts = {_VOTE_WORDS.get(match["word"].lower(), ""): int(match["number"]) for match in matches if match}
    if not all(matches) or "" in counts or len(counts) < len(parts):
        place.report(
            Subtype.VALUE,
            f"is {shown(written)}, which does not say what each number counts",
            "write yes 5, no 0, abstain 1",
        )
        return None
    return Votes(counts.get("yes"), counts.get("no"), counts.get("abstain"))


def voted(split: Callable[[str], list[str]]) -> Callable[[object, Place], int | tuple[Person, ...] | None]:
    """Return a validator of one side of a vote: how many, or who."""
    read_people = people(split)

    def read(value: object, place: Place) -> int | tuple[Person, ...] | None:
        written = value if isinstance(value, int | str) and not isinstance(value, bool) else ""
        if re.fullmatch("[0-9]{1,7}", str(written).strip()):
            return min(int(written), _MOST_VOTES)
        return read_people(value, place)

    return read


def _attendee(value: object, place: Place) -> Attendee | None:
    if not isinstance(value, dict):
        name = text(value, place, limit=_LONGEST_ROLE)
        return attendee_of(name) if name else None
    one = person(value, place)
    if one is None:
        return None
    written = next((value[key] for key in ("name", "id", "label") if value.get(key)), "")
    beside = attendee_of(str(written))
    return Attendee(
        one,
        text(value.get("initials"), place.child("initials"), limit=_LONGEST_INITIALS),
        text(value.get("role"), place.child("role"), limit=_LONGEST_ROLE)
        or (beside.role if beside else None),
        bool(boolean(value.get("remote"), place.child("remote")) or (beside and beside.remote)),
    )


def _keep_unread(item: object, place: Place, path: str) -> None:
    """Keep the keys of a map that are not read, as those of the attendee at *path*, and say so."""
    for key, value in item.items() if isinstance(item, dict) else ():
        if key not in _KEYS:
            place.findings.extra.append((f"{path}.{key}", plain(value)))
            message = "is not read of somebody at a meeting; it is kept, and has no effect"
            place.child(str(key)).report(Subtype.UNKNOWN_KEY, message, "remove it, or write it into `role`")


def _check_initials(one: Attendee, others: Iterable[Attendee], place: Place) -> None:
    """Say that somebody has the initials of another."""
    for other in others:
        if one.initials and one.initials == other.initials and one.person.label != other.person.label:
            message = f"has the initials {one.initials!r} of {other.name!r}"
            place.report(Subtype.VALUE, message, "write other initials for one of the two")
