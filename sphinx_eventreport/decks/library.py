"""Decks for users of the library: a path in, a record or a picture out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.core.media.ratios import ratio_of_size
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Deck
from sphinx_eventreport.decks.model import PictureOptions

if TYPE_CHECKING:
    import os

    from sphinx_eventreport.core.records import Ratio, Slide

_DEFAULT_RATIO = (16, 9)


class DeckError(ValueError):
    """Bytes that are no deck; ``problem`` says what is wrong with them and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_deck(path: str | os.PathLike[str], *, password: str | None = None) -> Deck:
    """Return the deck in the PDF file *path*, with all its slides.

    A file that cannot be read raises :exc:`OSError`; one that is no PDF, damaged, locked or longer
    than :data:`.MAX_PAGES` raises :exc:`DeckError`.
    """
    # Whoever only reads reports does without pdfium.
    from sphinx_eventreport.decks.reading import read_pages  # noqa: PLC0415

    file = Path(path)
    content = read_pages(file.read_bytes(), password)
    if isinstance(content, Problem):
        raise DeckError(content)
    return Deck(
        label=slug_or(file.stem, "deck"),
        title=content.title or file.stem,
        source=str(path),
        provider="file",
        ratio=_ratio(content.slides[0]),
        slides=content.slides,
    )


def draw_slide(
    path: str | os.PathLike[str], number: int, *, width: int = 1280, password: str | None = None
) -> bytes:
    """Return a picture of the slide *number*, counted from 1, of the PDF file *path*, as WebP.

    It is *width* pixels wide, less if the slide is more than twice as high as wide. A slide that is
    not there raises :exc:`DeckError`, and so does what :func:`read_deck` cannot read.
    """
    from sphinx_eventreport.decks.drawing import draw_pages  # noqa: PLC0415

    options = PictureOptions(width=width, thumbnail_width=None)
    pictures = draw_pages(Path(path).read_bytes(), options, [number], password)
    if isinstance(pictures, Problem):
        raise DeckError(pictures)
    if not pictures:
        message = f"The PDF has no page {number}, or that page is damaged"
        raise DeckError(Problem(Subtype.DECK, message, hint="pages are counted from 1"))
    return pictures[0].data


def _ratio(slide: Slide) -> Ratio:
    return ratio_of_size(slide.width, slide.height) or _DEFAULT_RATIO
