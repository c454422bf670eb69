"""Passages of attendance -> who was there; what does not look like names stays prose."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.minutes.entries import are_capitals, attendees_in, in_brackets
from sphinx_eventreport.core.minutes.labels import (
    ATTENDANCE,
    Labelled,
    is_elsewhere,
    is_remote_heading,
    kind_of_heading,
    labelled,
    labelled_heading,
)
from sphinx_eventreport.core.minutes.lines import below_label, block_after, section_after
from sphinx_eventreport.core.names import split_names
from sphinx_eventreport.core.records import Minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_eventreport.core.minutes.lines import Line
    from sphinx_eventreport.core.records import Attendee

_LEAST_SHARE = 0.75
"""Of the entries of a passage that look like names: prose below such a heading has less than half in the
minutes that were read by hand, and a list of people with a remark or two more than this."""
_LEAST_SHARE_OF_ROWS = 0.5
_OPENING_LINES, OPENING_HEADINGS = 60, 3
"""How far into a page its passage of attendance begins, where that alone makes minutes of it."""
_FEWEST_IN_LIST = 3
"""Items, from which on each of them is about one person: what is behind a comma then may be a role."""
_FEWEST_UNLABELLED = 4
"""Names with initials, all in one line without a label, which can be nothing else."""
_NAME_WITH_INITIALS = lazy_regex(r"[^,()]{3,48}\s\([A-Z][A-Z0-9]{1,3}\)")


@dataclass(frozen=True, slots=True)
class Roll:
    """Who was there, as the passages of a page say."""

    minutes: Minutes
    """The people."""
    is_at_top: bool = False
    """Whether the page begins with a passage of attendance, which makes minutes of a page."""
    unread: tuple[tuple[int | None, str], ...] = ()
    """What is in such a passage and is not a name, with its line."""


@dataclass(slots=True)
class _Reader:
    """Notes who was there; the first passage of each kind counts."""

    minutes: Minutes = field(default_factory=Minutes)
    unread: list[tuple[int | None, str]] = field(default_factory=list)

    def note(self, kind: str, entries: Sequence[tuple[Line, str]], *, is_remote: bool = False) -> None:
        """Add the people of *entries*, if they are people, and nobody of that kind is known yet.

        Those who took part from elsewhere may have a passage of their own.
        """
        known: Sequence[Attendee] = getattr(self.minutes, kind)
        if known and not is_remote:
            return
        remarks = [remark for _line, text in entries if (remark := in_brackets(text))]
        letters = list(filter(are_capitals, remarks))
        # Else the three of them that are capitals are companies as well.
        are_most = 2 * len(letters) > len(remarks)
        has_initials = are_most and 1 < len(letters) == len(set(letters))
        is_list = sum(line.kind == "item" for line, _text in entries) >= _FEWEST_IN_LIST
        read = [
            (line, text, one)
            for line, text in entries
            for one in attendees_in(line, text, has_initials=has_initials, is_list=is_list)
        ]
        named = [one for _line, _text, one in read if one is not None]
        # A table has a column of names, and cells that go over several columns say something else.
        least = _LEAST_SHARE_OF_ROWS if read and read[0][0].kind == "row" else _LEAST_SHARE
        if not named or len(named) < least * len(read):
            return
        self.unread += [(line.line, text) for line, text, one in read if one is None]
        if kind in {"chair", "scribe"}:
            people = {one.person.label: one.person for one in named}
            self._set(kind, tuple(people.values()))
            return
        every = {one.person.label: one for one in known}
        for one in named:
            every.setdefault(one.person.label, replace(one, remote=one.remote or is_remote))
        self._set(kind, tuple(every.values()))

    def _set(self, kind: str, people: tuple[Any, ...]) -> None:
        said: dict[str, Any] = {kind: people}
        self.minutes = replace(self.minutes, **said)


def read_roll(lines: Sequence[Line]) -> Roll:
    """Return who was there, as *lines* say."""
    reader, headings, is_at_top = _Reader(), 0, False
    for index, line in enumerate(lines):
        headings += line.kind == "heading"
        if is_elsewhere(line) and reader.minutes.attendees:
            rest = line.text.partition(":")[2].strip()
            entries = _labelled_entries(lines, index, Labelled("attendees", rest))
            reader.note("attendees", entries, is_remote=True)
        elif line.kind == "heading":
            _read_heading(reader, lines, index)
        elif (label := labelled(line)) is not None and label.kind in ATTENDANCE:
            reader.note(label.kind, _labelled_entries(lines, index, label), is_remote=label.is_remote)
        elif index < _OPENING_LINES and _is_unlabelled(line):
            reader.note("attendees", [(line, name) for name in split_names(line.text)])
        if index < _OPENING_LINES and headings <= OPENING_HEADINGS:
            is_at_top = bool(reader.minutes.attendees)
    return Roll(reader.minutes, is_at_top, tuple(reader.unread))


def _read_heading(reader: _Reader, lines: Sequence[Line], index: int) -> None:
    """Note who is named below the heading *index*, or in it."""
    text = lines[index].text
    kind, label = kind_of_heading(text), labelled_heading(text)
    if label is not None and label.kind in ATTENDANCE:
        reader.note(label.kind, _labelled_entries(lines, index, label), is_remote=label.is_remote)
    if kind not in ATTENDANCE:
        return
    below, is_remote = section_after(lines, index), is_remote_heading(text)
    reader.note(kind, _entries(lines, below), is_remote=is_remote)
    first = block_after(lines, index)
    if not getattr(reader.minutes, kind) and first and lines[first[0]].kind == "item":
        # The meeting goes on below the list, without another heading.
        reader.note(kind, _entries(lines, first), is_remote=is_remote)


def _is_unlabelled(line: Line) -> bool:
    names = [name.strip() for name in line.text.split(",")] if line.kind == "text" else []
    return len(names) >= _FEWEST_UNLABELLED and all(map(_NAME_WITH_INITIALS.fullmatch, names))


def _labelled_entries(lines: Sequence[Line], index: int, label: Labelled) -> list[tuple[Line, str]]:
    """Return the entries behind a label on its line, or else in what follows it."""
    line = lines[index]
    if label.rest:
        return [(line, name) for name in split_names(label.rest)]
    return _entries(lines, below_label(lines, index))


def _entries(lines: Sequence[Line], indexes: Iterable[int]) -> list[tuple[Line, str]]:
    """Return the entries in the lines below a heading or label, until one with another label."""
    entries: list[tuple[Line, str]] = []
    outermost: int | None = None
    for index in indexes:
        line = lines[index]
        if labelled(line) is not None:
            break
        if line.kind == "item":
            outermost = outermost or line.level
            # What is below somebody's name is a remark.
            entries += [(line, line.text)] if line.level == outermost else []
        elif line.kind == "row":
            entries.append((line, line.text))
        else:
            entries += [(line, name) for name in split_names(line.text)]
    return entries
