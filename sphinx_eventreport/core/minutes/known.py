"""The people of a meeting by all that minutes call them: name, first name, initials, handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.minutes.entries import is_full_name
from sphinx_eventreport.core.names import person, person_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_eventreport.core.minutes.lines import Line
    from sphinx_eventreport.core.records import Minutes, Person

_SPEAKER = lazy_regex(r"([^\W\d][\w.'’-]{1,24}):\s")
_NO_SPEAKERS = frozenset(
    "note notes topic question answer summary example presenter slides slide todo poll edit update ps fyi re "
    "http https action resolution resolved decision outcome conclusion agenda time date where when location "
    "chair scribe present regrets next link links issue proposal background status minutes time".split()
)
_ONE_NAME = lazy_regex(r"@?[A-Z][\w'’-]{1,20}|[A-Z]{2,3}")
_FEWEST_TURNS = 2
_AS_HANDLE = lazy_regex(r"@([\w.-]*\w)")


class Known:
    """Finds somebody by what a line calls them; what could be two people is nobody."""

    def __init__(self, minutes: Minutes | None, speakers: Iterable[str] = ()) -> None:
        """Know everybody whom *minutes* name, and the *speakers* by the words before their turns."""
        self._found: dict[str, set[str]] = {}
        self._people: dict[str, Person] = {}
        self._named: set[str] = set()
        attendees = (*minutes.attendees, *minutes.guests, *minutes.regrets) if minutes else ()
        for one in attendees:
            self._add(one.person, (one.initials or "",))
        for leading in (*minutes.chair, *minutes.scribe) if minutes else ():
            self._add(leading, ())
        for name in speakers:
            if self.find(name) is None:
                self._add(person(name), (), is_named=False)

    def _add(self, one: Person, shorter: tuple[str, ...], *, is_named: bool = True) -> None:
        if is_named:
            self._named.add(one.label)
        self._people.setdefault(one.label, one)
        words = one.name.split()
        handle = f"@{one.handle}" if one.handle else ""
        for name in {one.name, handle, words[0] if words else "", *shorter}:
            if name:
                self._found.setdefault(_key(name), set()).add(one.label)

    def find(self, written: str) -> Person | None:
        """Return who is called *written*; ``None`` for nobody, and where it could be two."""
        found = self._found.get(_key(written), set())
        return self._people[next(iter(found))] if len(found) == 1 else None

    def named(self, written: str) -> Person | None:
        """Return who is called *written*, if the minutes name them as somebody who took part."""
        found = self.find(written)
        return found if found is not None and found.label in self._named else None

    def owner(self, written: str) -> Person | None:
        """Return who is called *written*; a handle is somebody even where nobody knows it."""
        found = self.find(written)
        if found is None and (handle := _AS_HANDLE.fullmatch(written)):
            found = self.find(handle[1]) or person_of(written)
        return found

    def is_named(self, one: Person) -> bool:
        """Return whether *one* took part, or has a handle or whole name; turns begin with other words too."""
        return one.label in self._named or one.name.startswith("@") or is_full_name(one.name)

    def may_own(self, written: str) -> bool:
        """Return whether *written* is somebody, or what looks like a name of one word or more."""
        return self.owner(written) is not None or is_full_name(written) or bool(_ONE_NAME.fullmatch(written))


def speakers(lines: Iterable[Line]) -> list[str]:
    """Return the words that stand before turns: "mnot:" twice or more on a page."""
    counts: dict[str, int] = {}
    for line in lines:
        match = _SPEAKER.match(line.text) if line.kind in {"text", "item"} else None
        if match and match[1].lower() not in _NO_SPEAKERS:
            counts[match[1]] = counts.get(match[1], 0) + 1
    return [name for name, number in counts.items() if number >= _FEWEST_TURNS]


def _key(name: str) -> str:
    return slugify(name) if not name.startswith("@") else "@" + slugify(name)
