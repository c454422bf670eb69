from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.keys import DeckFile, deck_file
from sphinx_eventreport.decks.model import DeckContent, Picture, PictureOptions
from sphinx_eventreport.decks.rendering import DrawRequest, contents, draw
from sphinx_eventreport.decks.store import Store
from sphinx_eventreport.decks.validation import valid_content, valid_pictures
from sphinx_eventreport.decks.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SLIDE = Slide(1, "Tides", "They come", ("https://tides.example/",), 960.0, 540.0, "i")
CONTENT = DeckContent("Tides", 3, (SLIDE, replace(SLIDE, number=3)), (Problem(Subtype.DECK, "Page 2"),))
PICTURE = Picture(1, 16, 9, b"large", b"small")
HALF = "\ud800"


def test_content_that_is_one() -> None:
    """What reading a PDF makes is what it is."""
    assert valid_content(CONTENT) is CONTENT


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 0},
        {"number": 4},
        {"number": 3},
        {"number": True},
        {"number": "1"},
        {"title": HALF},
        {"title": None},
        {"text": f"a {HALF}"},
        {"text": "x" * 200_001},
        {"links": (HALF,)},
        {"links": ["https://tides.example/"]},
        {"label": b"i"},
        {"width": 0.0},
        {"width": math.nan},
        {"width": math.inf},
        {"height": -540.0},
        {"height": 1e7},
        {"height": 540},
    ],
    ids=str,
)
def test_slide_that_cannot_be(changes: dict[str, Any]) -> None:
    """A slide has a number that its deck has, once; text that can be written; and sides of a page."""
    assert valid_content(replace(CONTENT, slides=(replace(SLIDE, **changes), CONTENT.slides[1]))) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"title": HALF},
        {"page_count": 2},
        {"page_count": 3.0},
        {"slides": [SLIDE]},
        {"slides": (None,)},
        {"problems": ("none",)},
        {"problems": []},
    ],
    ids=str,
)
def test_content_that_cannot_be(changes: dict[str, Any]) -> None:
    """A deck has a title that can be written, as many pages as it has slides, and problems that are such."""
    assert valid_content(replace(CONTENT, **changes)) is None


def test_pictures_that_are_some() -> None:
    """Pictures of pages that were asked for are what they are; not all need be there."""
    assert valid_pictures((PICTURE,), [1, 2], thumbnails=True) == (PICTURE,)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [PICTURE],
        (None,),
        (PICTURE, PICTURE),
        (replace(PICTURE, number=3),),
        (replace(PICTURE, width=0),),
        (replace(PICTURE, height=-9),),
        (replace(PICTURE, data=b""),),
        (replace(PICTURE, data="large"),),  # type: ignore[arg-type]
        (replace(PICTURE, thumbnail=None),),
        (replace(PICTURE, thumbnail=b""),),
    ],
)
def test_pictures_that_cannot_be(value: object) -> None:
    """A picture is of a page that was asked for, once; it has a size, bytes, and a small one if wanted."""
    assert valid_pictures(value, [1, 2], thumbnails=True) is None


def test_picture_with_a_thumbnail_that_nobody_asked_for() -> None:
    """A small picture that was not asked for is not what was asked for."""
    assert valid_pictures((PICTURE,), [1], thumbnails=False) is None


@pytest.fixture
def deck(tmp_path: Path) -> DeckFile:
    """Return a deck of which only the bytes matter."""
    (tmp_path / "tides.pdf").write_bytes(b"tides")
    deck = deck_file(tmp_path / "tides.pdf")
    assert isinstance(deck, DeckFile)
    return deck


def read_nonsense(_data: bytes, _password: str | None, _numbers: Sequence[int] | None) -> DeckContent:
    """Return what is no content of a deck."""
    return replace(CONTENT, page_count=-1)


def draw_nonsense(
    _data: bytes, _options: PictureOptions, _numbers: Sequence[int], _password: str | None
) -> tuple[Picture, ...]:
    """Return what are no pictures of a deck."""
    return (replace(PICTURE, data=b""),)


def test_text_that_cannot_be_is_a_problem(deck: DeckFile, tmp_path: Path) -> None:
    """What an executor returns is looked at; what cannot be is a problem that says where to look."""
    with Workers(1, executor=lambda: ThreadPoolExecutor(1)) as workers:
        problem = contents(deck, None, Store(tmp_path), workers, read_nonsense)
    assert "run the same version of sphinx-eventreport" in str(problem)


def test_pictures_that_cannot_be_are_a_problem(deck: DeckFile, tmp_path: Path) -> None:
    """Pictures that cannot be are not kept, and their deck has a problem."""
    request = DrawRequest(deck, PictureOptions(), (1,))
    with Workers(1, executor=lambda: ThreadPoolExecutor(1)) as workers:
        problems = draw([request], Store(tmp_path), workers, drawer=draw_nonsense)
    assert "A worker returned something" in str(problems[request.names.key])
