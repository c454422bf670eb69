"""All that is shown of an object where a page refers to it."""

from __future__ import annotations

from typing import NamedTuple


class Day(NamedTuple):
    """A day as a page shows it."""

    iso: str
    """For machines, in ISO 8601."""
    text: str
    """For readers, in the language of the site: "12 Mar 2026"."""


class Link(NamedTuple):
    """A text and where it leads: to a page of the site, or to an address elsewhere.

    A page that shows a link shows nothing else of the object. So a link is also what tells whether the page
    is as it should be.
    """

    title: str
    """The text."""
    docname: str = ""
    """The page, "" where the link leads to none."""
    anchor: str = ""
    """The id in the page, "" for the page itself."""
    url: str = ""
    """The address, where the link leaves the site."""
    language: str = ""
    """The BCP 47 tag of the title's language, "" for that of the site."""
    day: Day | None = None
    """The day of the event, shown behind the title where that alone does not tell which of several it is."""

    @property
    def name(self) -> str:
        """The title, and the day that is shown behind it."""
        return f"{self.title} ({self.day.text})" if self.day else self.title

    @property
    def target(self) -> str:
        """The page with # and the id in it."""
        return f"{self.docname}#{self.anchor}" if self.anchor else self.docname
