"""Texts and pictures of decks: taken from the store, or made by workers and then stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.decks.keys import picture_key, text_key
from sphinx_eventreport.decks.model import Failure
from sphinx_eventreport.decks.store import PictureNames
from sphinx_eventreport.decks.validation import valid_content, valid_pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sphinx_eventreport.decks.keys import DeckFile
    from sphinx_eventreport.decks.model import DeckContent, Picture, PictureOptions
    from sphinx_eventreport.decks.store import Store
    from sphinx_eventreport.decks.workers import Workers

    Reader = Callable[[bytes, str | None, Sequence[int] | None], DeckContent | Problem]
    Drawer = Callable[[bytes, PictureOptions, Sequence[int], str | None], tuple[Picture, ...] | Problem]
    Progress = Callable[[Iterator[str], int], Iterable[str]]

LONGEST_PIECE = 8
"""Most pages that one call draws, within one time limit. Eight pages of real decks take 0.2 to 0.7 s."""

_SHORTEST_PIECE = 2
"""Fewest pages that one call draws, if there are so many: a call costs 2 ms, a page 30 to 50."""

_PIECES_OF_A_WORKER = 4
"""Pieces of one deck for each worker, so that all workers finish at about the same time."""

_UNUSABLE = Failure(
    Problem(
        Subtype.DECK,
        "A worker returned something that is not the text or the pictures of the PDF",
        hint="run the same version of sphinx-eventreport wherever `eventreport_deck_executor` works",
        may_pass=True,
    )
)
"""An executor that is not ours may return anything."""


# Imported only where a PDF is read, mostly in a worker: a build without new decks does not need it.
def _read_pages(data: bytes, password: str | None, numbers: Sequence[int] | None) -> DeckContent | Problem:
    from sphinx_eventreport.decks.reading import read_pages  # noqa: PLC0415

    return read_pages(data, password, numbers)


def _draw_pages(
    data: bytes, options: PictureOptions, numbers: Sequence[int], password: str | None
) -> tuple[Picture, ...] | Problem:
    from sphinx_eventreport.decks.drawing import draw_pages  # noqa: PLC0415

    return draw_pages(data, options, numbers, password)


@dataclass(frozen=True, slots=True)
class DrawRequest:
    """A request to draw pages of a deck; those that are drawn already are skipped."""

    deck: DeckFile
    """The PDF."""
    options: PictureOptions
    """How its pages are drawn."""
    numbers: tuple[int, ...]
    """The pages to draw, counted from 1."""

    @property
    def names(self) -> PictureNames:
        """The names of the pictures; ``names.key`` is the key of the request."""
        key = picture_key(self.deck, self.options)
        thumbnails = bool(self.options.thumbnail_width)
        return PictureNames(key, self.deck.stem, self.options.format, thumbnails)


def contents(
    deck: DeckFile,
    numbers: Sequence[int] | None,
    store: Store,
    workers: Workers,
    read: Reader = _read_pages,
) -> DeckContent | Problem:
    """Return what the pages *numbers* of *deck* say (``None`` for all of them), or why that is not known.

    It is read once: what was read, and why it could not be, is kept in *store*. If *store* cannot be
    written, the text is read again each time.
    """
    key = text_key(deck, numbers)
    known = store.read_content(key) or store.read_failure(key, workers.limits)
    if known is not None:
        store.touch(key)
        return known
    ((_, outcome),) = workers.run(
        read_file, [deck], lambda deck: (read, _source(deck, workers), deck.password, numbers)
    )
    if isinstance(outcome, Problem):
        outcome = Failure(outcome, lasting=True)
    content = outcome if isinstance(outcome, Failure) else valid_content(outcome) or _UNUSABLE
    if not isinstance(content, Failure):
        store.write_content(key, content)
        return content
    if content.lasting:
        store.write_failure(key, content)
    return content.problem


def draw(
    requests: Iterable[DrawRequest],
    store: Store,
    workers: Workers,
    progress: Progress = lambda pictures, _: pictures,
    drawer: Drawer = _draw_pages,
) -> dict[str, Problem]:
    """Draw what is missing in *store*; return the problems of decks that cannot be drawn, by key.

    A deck fails as a whole, although pictures of it may be there. Problems of earlier builds are
    among them, and are looked into again only with larger limits. *progress* gets an iterator, which
    yields the name of each picture drawn, and the number of pictures to draw; what it returns is gone
    through.
    """
    drawing = _Drawing(store, workers, drawer)
    for request in requests:
        drawing.plan(request)
    total = sum(len(piece.numbers) for piece in drawing.pieces)
    if total:
        for _ in progress(drawing.pictures(), total):
            pass
    return drawing.problems


def read_file(
    read: Reader, source: bytes | Path, password: str | None, numbers: Sequence[int] | None
) -> DeckContent | Problem:
    """Read a PDF, in a worker."""
    return read(_bytes(source), password, numbers)


def draw_file(
    drawer: Drawer,
    source: bytes | Path,
    options: PictureOptions,
    numbers: Sequence[int],
    password: str | None,
) -> tuple[Picture, ...] | Problem:
    """Draw pages of a PDF, in a worker."""
    return drawer(_bytes(source), options, numbers, password)


def _source(deck: DeckFile, workers: Workers) -> bytes | Path:
    """Return what a worker gets: the path if it can read that, as bytes would be sent with each piece."""
    return deck.path if workers.same_files else deck.path.read_bytes()


def _bytes(source: bytes | Path) -> bytes:
    return source.read_bytes() if isinstance(source, Path) else source


@dataclass(frozen=True, slots=True)
class _Piece:
    """Pages that are drawn in one call."""

    request: DrawRequest
    names: PictureNames
    numbers: tuple[int, ...]


@dataclass(slots=True)
class _Drawing:
    """One call of :func:`draw`."""

    store: Store
    workers: Workers
    drawer: Drawer
    problems: dict[str, Problem] = field(default_factory=dict)
    pieces: list[_Piece] = field(default_factory=list)
    _planned: set[tuple[PictureNames, int]] = field(default_factory=set)

    def plan(self, request: DrawRequest) -> None:
        """Cut what is missing of *request* into pieces."""
        names = request.names
        self.store.touch(names.key)
        missing = [
            number
            for number in self.store.missing(names, request.numbers)
            if (names, number) not in self._planned
        ]
        if not missing or not self._is_possible(names.key):
            return
        self._planned.update((names, number) for number in missing)
        self.pieces += (_Piece(request, names, numbers) for numbers in _cut(missing, self.workers.count))

    def _is_possible(self, key: str) -> bool:
        """Return whether drawing may succeed; otherwise note the problem."""
        known = self.problems.get(key) or self.store.read_failure(key, self.workers.limits)
        problem = known or self.store.prepare(key)
        if problem is not None:
            self.problems[key] = problem
        return problem is None

    def pictures(self) -> Iterator[str]:
        """Draw the pieces and keep the pictures; yield the name of each."""
        run = self.workers.run(draw_file, self.pieces, self._arguments, self._is_wanted)
        for piece, outcome in run:
            if isinstance(outcome, Problem):
                # A wrong password is not a property of the PDF.
                self._fail(piece, Failure(outcome, lasting=piece.request.deck.password is None))
            elif isinstance(outcome, Failure):
                self._fail(piece, outcome)
            else:
                yield from self._accept(piece, outcome)

    def _arguments(self, piece: _Piece) -> tuple[object, ...]:
        deck = piece.request.deck
        source = _source(deck, self.workers)
        return self.drawer, source, piece.request.options, piece.numbers, deck.password

    def _is_wanted(self, piece: _Piece) -> bool:
        return piece.names.key not in self.problems

    def _fail(self, piece: _Piece, failure: Failure) -> None:
        self.problems[piece.names.key] = failure.problem
        if failure.lasting:
            self.store.write_failure(piece.names.key, failure)

    def _accept(self, piece: _Piece, outcome: object) -> Iterator[str]:
        """Keep *outcome* if it is pictures of *piece*."""
        pictures = valid_pictures(outcome, piece.numbers, thumbnails=piece.names.thumbnails)
        if pictures is None:
            self._fail(piece, _UNUSABLE)
        else:
            yield from self._keep(piece, pictures)

    def _keep(self, piece: _Piece, pictures: Sequence[Picture]) -> Iterator[str]:
        """Write the pictures of *piece*, and note which pages have none."""
        for picture in pictures:
            if not self._is_kept(self.store.write_picture(piece.names, picture)):
                return
            yield piece.names.name(picture.number)
        for number in sorted({*piece.numbers} - {picture.number for picture in pictures}):
            self._is_kept(self.store.write_absent(piece.names.key, number))

    def _is_kept(self, problem: Problem | None) -> bool:
        """Return whether there is no *problem*; if one picture cannot be stored, others cannot be either."""
        if problem is not None:
            for piece in self.pieces:
                if self.store.missing(piece.names, piece.numbers):
                    self.problems.setdefault(piece.names.key, problem)
        return problem is None


def _cut(numbers: Sequence[int], workers: int) -> Iterator[tuple[int, ...]]:
    """Yield *numbers* in pieces, short enough for *workers* that share a deck to finish at the same time.

    Each piece opens the PDF again, which costs half a millisecond.
    """
    length = min(LONGEST_PIECE, max(_SHORTEST_PIECE, -(-len(numbers) // (_PIECES_OF_A_WORKER * workers))))
    for first in range(0, len(numbers), length):
        yield tuple(numbers[first : first + length])
