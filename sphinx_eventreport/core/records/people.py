"""Records of people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sphinx_eventreport.core.record import Record


@dataclass(frozen=True, slots=True)
class Person(Record):
    """Somebody who wrote, spoke or organised.

    A report knows the first three fields and what it says beside the name: affiliation, handle and
    honorifics. The others come from the people file.
    """

    name: str
    """As it was written; in the people file, as it is to be shown."""
    label: str
    """The name for references, the same one on every page: ``jane-doe``."""
    url: str | None = None
    """A page about the person elsewhere."""
    aliases: tuple[str, ...] = ()
    """Other spellings of the name."""
    affiliation: str | None = None
    """The organisation they belong to."""
    orcid: str | None = None
    """An ORCID iD, such as ``0000-0002-1825-0097``."""
    image: str | None = None
    """A picture: a path or URL, as written."""
    bio: str | None = None
    """A biography: paragraphs with an empty line between them."""
    links: tuple[Link, ...] = ()
    """Pages of theirs, with a text for each."""
    handle: str | None = None
    """The name of an account, without ``@``."""
    honorific_prefix: str | None = None
    """The title before the name, such as "Dr."."""
    honorific_suffix: str | None = None
    """The title after it, such as "PhD"."""

    def __reduce__(self) -> tuple[type[Record], tuple[Any, ...]]:
        """Leave out the absent fields at the end: of most people only the first three are known."""
        values = [getattr(self, name) for name in self.__slots__]
        while not values[-1]:
            values.pop()
        return type(self), tuple(values)


@dataclass(frozen=True, slots=True)
class Link(Record):
    """A link with a text, of a talk or a person."""

    label: str
    """The text; without one, the address."""
    url: str
    """Where it leads."""
