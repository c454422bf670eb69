"""What is on a page, with its place: names, talks, objects of directives, references, subjects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.record import Record
from sphinx_eventreport.core.records import Deck, Person, Votes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.record import NamedRecord
    from sphinx_eventreport.core.records import Slide, Talk


@dataclass(frozen=True, slots=True)
class Entry:
    """A name others can refer to: its type, its full name, and where it is."""

    type: str
    """The object type."""
    name: str
    """The full name. Others can rely on it: it stays as it is when another page comes."""
    title: str
    """The text of a link to it."""
    docname: str
    """The page, "" where it is on none."""
    anchor: str
    """The id in the page, "" for the page itself."""
    line: int | None = None
    """Where it was written."""
    deck: Deck | None = None
    """The record of a deck."""
    is_home: bool = False
    """Whether the page is about a person or series, and does not only mention it."""
    slide: Slide | None = None
    """The record of a slide; ``deck`` is that of its deck then."""
    aliases: tuple[str, ...] = ()
    """Shorter names, which count while nothing else has them."""
    heading: str = ""
    """The heading of the section that is about a series."""


@dataclass(frozen=True, slots=True)
class Reference(Record):
    """A reference on a page."""

    type: str
    """The object type, "any" for any of them, or "doc" for a whole document."""
    target: str
    """The name as written."""


@dataclass(frozen=True, slots=True)
class PlacedTalk(Record):
    """A talk and its place on the page."""

    talk: Talk
    """The talk."""
    anchor: str
    """The id of its section."""
    line: int | None
    """The line of its heading."""


@dataclass(frozen=True, slots=True)
class PlacedObject(Record):
    """An object that a directive made, and its place on the page."""

    type: str
    """The object type."""
    record: NamedRecord
    """Its record."""
    anchor: str
    """Its id."""
    line: int | None
    """The line of the directive."""

    def people(self) -> Iterator[Person]:
        """Yield everybody whom the record names."""
        for name in self.record.__slots__:
            value = getattr(self.record, name)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Person):
                    yield one
                elif isinstance(one, Votes):
                    yield from (*one.in_favor, *one.against, *one.abstaining)


@dataclass(frozen=True, slots=True)
class Subject(Record):
    """The person or series that a page is about."""

    type: str
    """"person" or "series"."""
    label: str
    """The label."""
    name: str
    """The name as written in the directive, "" for a label."""
    anchor: str
    """The id of the section around it, "" for the page itself."""
    line: int | None
    """The line of the directive."""
    heading: str = ""
    """The heading of the section around it."""
    feed: tuple[str, ...] = ()
    """The formats of a feed of what is new with each edition of the series."""
    feed_name: str = ""
    """The name of its files; "" for that of the page."""
