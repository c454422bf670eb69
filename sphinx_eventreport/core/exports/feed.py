"""A feed: entries in an order, and what is said of all of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.record import Record

if TYPE_CHECKING:
    from sphinx_eventreport.core.exports.entry import Entry

FORMATS = {"atom": "application/atom+xml", "ics": "text/calendar", "json": "application/feed+json"}
"""The formats of feeds, each the suffix of its files, with its media type."""


@dataclass(frozen=True, slots=True)
class Feed(Record):
    """Entries that a reader subscribes to."""

    title: str
    """What it is called."""
    page: str
    """The address of the page with the same entries."""
    file: str
    """The address of the feed, without the suffix that tells its format."""
    base: str
    """The address of the site."""
    language: str
    """A BCP 47 tag."""
    entries: tuple[Entry, ...]
    """The entries, in the order of the page."""

    @property
    def titles(self) -> tuple[str, ...]:
        """The title of each entry; with its day, where another entry has the same."""
        shared = Counter(entry.title for entry in self.entries)
        return tuple(
            f"{entry.title} ({date_text(entry.start, self.language, is_short=True)})"
            if entry.title and entry.start and shared[entry.title] > 1
            else entry.title
            for entry in self.entries
        )
