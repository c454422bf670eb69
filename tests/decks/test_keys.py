from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdfium2.version import PDFIUM_INFO

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.decks import keys
from sphinx_eventreport.decks.keys import DeckFile, deck_file, picture_key, text_key
from sphinx_eventreport.decks.model import PictureOptions

if TYPE_CHECKING:
    from pathlib import Path


WORD = "open sesame"


@pytest.fixture
def deck(tmp_path: Path) -> DeckFile:
    """Return a file that passes for a deck."""
    path = tmp_path / "Über alles (final).pdf"
    path.write_bytes(b"%PDF-")
    found = deck_file(path)
    assert isinstance(found, DeckFile)
    return found


def test_stem_is_a_slug(deck: DeckFile) -> None:
    """Pictures are called after the file, in letters that any file system and URL can take."""
    assert deck.stem == "uber-alles-final"


def test_stem_is_short(tmp_path: Path) -> None:
    """The longest name leaves room for what comes behind it."""
    path = tmp_path / ("字" * 80 + ".pdf")
    path.write_bytes(b"")
    found = deck_file(path)
    assert isinstance(found, DeckFile)
    assert len(found.stem.encode()) < 200


def test_stem_of_a_name_without_letters(tmp_path: Path) -> None:
    """A name without a letter becomes "deck"."""
    path = tmp_path / "!.pdf"
    path.write_bytes(b"")
    assert getattr(deck_file(path), "stem", "") == "deck"


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is a problem."""
    problem = deck_file(tmp_path / "none.pdf")
    assert isinstance(problem, Problem)
    assert problem.subtype is Subtype.MISSING_FILE


def test_key_of_text_depends_on_bytes_pages_and_password(deck: DeckFile) -> None:
    """Another PDF, other pages or another password is another text."""
    keys = {
        text_key(deck, None),
        text_key(replace(deck, digest="0"), None),
        text_key(replace(deck, password=WORD), None),
        text_key(deck, (1, 2)),
    }
    assert len(keys) == 4


def test_key_of_text_is_that_of_a_set_of_pages(deck: DeckFile) -> None:
    """The order of pages, and a page named twice, make no difference."""
    assert text_key(deck, (2, 1, 2)) == text_key(deck, [1, 2])


def test_key_of_pictures_depends_on_bytes_and_options(deck: DeckFile) -> None:
    """Another PDF or another option means other pictures."""
    keys = {
        picture_key(deck, PictureOptions()),
        picture_key(deck, PictureOptions(width=640)),
        picture_key(replace(deck, digest="0"), PictureOptions()),
    }
    assert len(keys) == 3


def test_key_of_pictures_says_nothing_about_the_password(deck: DeckFile) -> None:
    """The password leaves no trace in file names that are published, nor does the place of the file."""
    locked = replace(deck, password=WORD, path=deck.path.parent)
    assert picture_key(locked, PictureOptions()) == picture_key(deck, PictureOptions())


def test_a_key_needs_no_pdfium() -> None:
    """To see that a deck is drawn already, nothing that draws is loaded."""
    code = (
        "import sys; from pathlib import Path; from sphinx_eventreport.decks.keys import DeckFile, text_key; "
        "text_key(DeckFile(Path('a.pdf'), '0'), None); print('pypdfium2' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_pdfium_is_asked_where_it_says_nothing_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a system brings a PDFium of its own."""
    monkeypatch.setattr(keys, "find_spec", lambda _name: None)
    assert keys._pdfium() == str(PDFIUM_INFO)  # noqa: SLF001 -- what a key is made of


def test_pdfium_is_told_by_its_file() -> None:
    """The file that is read is the one that pypdfium2 reads."""
    assert f'"build": {PDFIUM_INFO.build}' in keys._pdfium()  # noqa: SLF001
