"""The decks of a site: read while pages are read, drawn before pages are written, kept in a store."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.decks.keys import DeckFile, deck_file, picture_key, text_key
from sphinx_eventreport.decks.rendering import DrawRequest, contents, draw
from sphinx_eventreport.sphinx_ext.site.picture_plan import CHATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import timedelta

    from sphinx_eventreport.core.records import Deck
    from sphinx_eventreport.decks.model import DeckContent, PictureOptions
    from sphinx_eventreport.decks.store import Store
    from sphinx_eventreport.decks.workers import Workers
    from sphinx_eventreport.sphinx_ext.reading.files import SourceFile
    from sphinx_eventreport.sphinx_ext.site.picture_plan import PicturePlan

    Progress = Callable[[Iterator[str], int], Iterable[str]]

_NONE: Mapping[SlideFile, Iterable[int]] = {}
"""No slides."""


class SlideFile(NamedTuple):
    """A PDF of the site."""

    path: str
    """Its path from the source directory."""
    sha256: str
    """The digest of its bytes, in hexadecimal."""
    password: str | None = None
    """What opens it, if it is locked."""


def slide_file(deck: Deck) -> SlideFile:
    """Return the file of *deck*, which must be one that was read."""
    return SlideFile(deck.path or "", deck.sha256 or "", deck.password)


class Drawn(NamedTuple):
    """The picture of a slide."""

    path: Path
    """Its file."""
    pixels: tuple[int, int]
    """Its width and height in pixels."""
    thumbnail: Path | None
    """The file of the small one, if there is one."""


@dataclass(slots=True)
class SiteDecks:
    """The decks of one site in one build."""

    source: Path
    """The source directory."""
    store: Store
    """Where pictures and texts are kept."""
    workers: Workers
    """What reads and draws."""
    plan: PicturePlan | None
    """Which pictures the builder shows, ``None`` if it shows none."""
    all_options: tuple[PictureOptions, ...]
    """The forms of the pictures of every builder."""
    chats: PictureOptions = CHATS
    """The form of the pictures that chats show."""
    _problems: dict[str, Problem] = field(default_factory=dict)

    def read(
        self, file: SourceFile, password: str | None, pages: tuple[int, ...]
    ) -> tuple[DeckContent | Problem, str]:
        """Return what *pages* of a PDF say, all if none are named, and the digest of its bytes."""
        deck = deck_file(file.absolute, password)
        if isinstance(deck, Problem):
            return deck, ""
        return contents(deck, pages or None, self.store, self.workers), deck.digest

    def draw(
        self,
        wanted: Mapping[SlideFile, Iterable[int]],
        progress: Progress,
        for_chats: Mapping[SlideFile, Iterable[int]] = _NONE,
    ) -> None:
        """Draw the slides *wanted*, and those *for_chats*, that are not in the store."""
        if self.plan is None:
            return
        forms = ((wanted, self.plan.options), (for_chats, self.chats))
        requests = [
            DrawRequest(self._deck(file), options, tuple(sorted(numbers)))
            for slides, options in forms
            for file, numbers in slides.items()
        ]
        self._problems = draw(requests, self.store, self.workers, progress)

    def problem(self, file: SlideFile) -> Problem | None:
        """Return why the slides of *file* could not be drawn."""
        request = self._request(file)
        return self._problems.get(request.names.key) if request else None

    def picture(self, file: SlideFile, number: int, size: tuple[float, float]) -> Drawn | None:
        """Return the picture of the slide *number*, whose page has *size* in points; ``None`` without one."""
        request = self._request(file)
        if request is None:
            return None
        path = self.store.picture(request.names, number)
        if not path.is_file():
            return None
        small = request.names.thumbnails
        thumbnail = self.store.picture(request.names, number, thumbnail=True) if small else None
        return Drawn(path, request.options.size_of(*size), thumbnail)

    def chat_pictures(self, file: SlideFile, numbers: Iterable[int]) -> Mapping[int, Path]:
        """Return those of the pictures of the slides *numbers* for chats that are there."""
        names = DrawRequest(self._deck(file), self.chats, ()).names
        paths = ((number, self.store.picture(names, number)) for number in numbers)
        return {number: path for number, path in paths if path.is_file()}

    def prune(self, used: Iterable[tuple[SlideFile, tuple[int, ...]]], older_than: timedelta | None) -> None:
        """Remove from the store what has not been used since *older_than*, and is not of the decks *used*.

        With each file of *used* come the pages chosen of it. Another builder of the site may be next, so
        the pictures for all of them stay.
        """
        keep = set()
        for file, pages in used:
            deck = self._deck(file)
            keep.add(text_key(deck, pages or None))
            keep.update(picture_key(deck, options) for options in self.all_options)
        self.store.prune(keep, older_than)

    def _request(self, file: SlideFile) -> DrawRequest | None:
        return DrawRequest(self._deck(file), self.plan.options, ()) if self.plan else None

    def _deck(self, file: SlideFile) -> DeckFile:
        return DeckFile(Path(self.source, file.path), file.sha256, file.password)
