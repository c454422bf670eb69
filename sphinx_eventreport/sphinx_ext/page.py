"""What the environment keeps of one document: plain values, no nodes, no absolute paths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_eventreport.core.query import Query
    from sphinx_eventreport.core.records import Report


@dataclass(frozen=True, slots=True)
class Entry:
    """A name others can refer to: its type, its full name, and where it stands.

    ``anchor`` is an id in the page, or "" for the page itself. ``line`` is where it was written.
    """

    type: str
    name: str
    title: str
    docname: str
    anchor: str
    line: int | None = None

    @property
    def short_name(self) -> str:
        """The name without the event it belongs to."""
        return self.name.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference on a page: to a ``type`` of ours, to "any" of them, or to a whole "doc"."""

    type: str
    target: str


@dataclass(frozen=True, slots=True)
class Page:
    """One document: its report if it is one, its names, its listings, what it refers to.

    ``thumbnail`` is the path of the card's picture from the source directory, ``None`` if there
    is none. ``title`` is the page's title as it is shown.
    """

    docname: str
    title: str = ""
    report: Report | None = None
    thumbnail: str | None = None
    entries: tuple[Entry, ...] = ()
    listings: tuple[Query, ...] = ()
    references: tuple[Reference, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.report or self.entries or self.listings or self.references)
