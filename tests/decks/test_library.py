from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from support.pdfs import Text, drawn_pdf, slides

from sphinx_eventreport import DeckError, draw_slide, read_deck
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.records import Deck, Slide

if TYPE_CHECKING:
    from pathlib import Path

SESAME = "open it"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a deck of two slides."""
    file = tmp_path / "Harbour Days (final).pdf"
    file.write_bytes(slides(("Tides", "They come"), ("Boats",)))
    return file


def test_deck_is_a_record(path: Path) -> None:
    """A deck has what its file and its slides say."""
    assert read_deck(path) == Deck(
        label="harbour-days-final",
        title="Tides",
        source=str(path),
        provider="file",
        ratio=(16, 9),
        slides=(
            Slide(1, "Tides", "They come", width=960.0, height=540.0),
            Slide(2, "Boats", width=960.0, height=540.0),
        ),
    )


def test_path_may_be_text(path: Path) -> None:
    """A path is a text or a path."""
    assert read_deck(str(path)) == read_deck(path)


def test_deck_without_a_title_is_called_like_its_file(tmp_path: Path) -> None:
    """Where no slide says anything, the file does."""
    (tmp_path / "tides.pdf").write_bytes(drawn_pdf([[]]))
    assert read_deck(tmp_path / "tides.pdf").title == "tides"


@pytest.mark.parametrize(
    ("size", "ratio"),
    [
        ((720, 405), (16, 9)),
        ((362.83, 272.13), (4, 3)),
        ((841.89, 595.28), (99, 70)),
        ((612, 792), (17, 22)),
        ((100, 3_000), (16, 9)),
    ],
)
def test_ratio_is_that_of_the_first_slide(
    tmp_path: Path, size: tuple[int, int], ratio: tuple[int, int]
) -> None:
    """The ratio is a small fraction; one that no frame has is the usual one."""
    (tmp_path / "tides.pdf").write_bytes(drawn_pdf([[Text("Tides")]], size=size))
    assert read_deck(tmp_path / "tides.pdf").ratio == ratio


def test_password_opens(tmp_path: Path) -> None:
    """A password is handed on."""
    (tmp_path / "tides.pdf").write_bytes(drawn_pdf([[Text("Tides")]], password=SESAME))
    assert read_deck(tmp_path / "tides.pdf", password=SESAME).title == "Tides"


def test_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    """A file that cannot be read raises what reading files raises."""
    with pytest.raises(FileNotFoundError):
        read_deck(tmp_path / "tides.pdf")


@pytest.mark.parametrize("call", [read_deck, lambda path: draw_slide(path, 1)], ids=["read", "draw"])
def test_bytes_that_are_no_deck_are_a_deck_error(tmp_path: Path, call: object) -> None:
    """What is no PDF raises an error that has the problem."""
    (tmp_path / "tides.pdf").write_text("slides")
    assert callable(call)
    with pytest.raises(DeckError, match="The file is not a PDF") as caught:
        call(tmp_path / "tides.pdf")
    assert caught.value.problem.subtype is Subtype.DECK


def test_slide_is_drawn(path: Path) -> None:
    """A slide is a picture in WebP of the width asked for."""
    picture = Image.open(BytesIO(draw_slide(path, 2, width=320)))
    assert (picture.format, picture.size) == ("WEBP", (320, 180))


def test_slide_that_is_not_there_is_a_deck_error(path: Path) -> None:
    """A number the deck does not have raises an error that names it."""
    with pytest.raises(DeckError, match="no page 3"):
        draw_slide(path, 3)


def test_import_does_not_bring_pdfium() -> None:
    """Who only reads reports loads neither pdfium nor Pillow."""
    code = "import sys, sphinx_eventreport; print(sorted({'PIL', 'pypdfium2'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
