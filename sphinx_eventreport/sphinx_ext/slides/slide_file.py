"""Which file slides are drawn from: what a node remembers of a deck until the page is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Deck


class SlideFile(NamedTuple):
    """A PDF of the site: its path from the source directory, the digest of its bytes, its password."""

    path: str
    sha256: str
    password: str | None = None


def slide_file(deck: Deck) -> SlideFile:
    """Return the file of *deck*, which must be one that was read."""
    return SlideFile(deck.path or "", deck.sha256 or "", deck.password)
