from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.odd_pdfs import pdfs_of
from support.pdfs import Text, drawn_pdf, one_page, slides, stream, written_pdf

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.decks.drawing import draw_pages
from sphinx_eventreport.decks.model import MAX_PAGES, DeckContent, PictureOptions
from sphinx_eventreport.decks.reading import read_pages

if TYPE_CHECKING:
    from pathlib import Path

SESAME = "open it"
OPTIONS = PictureOptions(width=160, thumbnail_width=None)
HELLO = drawn_pdf([[Text("Hello")]])
CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
BROKEN_PAGES = written_pdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Font >>"])

REFUSED = {
    "empty": (b"", "empty file"),
    "blank": (b" \n", "empty file"),
    "text": (b"These are my slides.", "no PDF header in its first 1024 bytes"),
    "long text": (b"slides " * 1000, "no PDF header"),
    "link of Git": (b"../talks/the-deck.pdf", "21 bytes of text, a symbolic link of Git to `../talks/"),
    "long link of Git": (b"a/" * 80 + b"x.pdf", "a symbolic link of Git to `…/a/"),
    "pointer of Git LFS": (b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "git lfs pull"),
    "web page": (b"<!DOCTYPE html><title>Slides</title>", "a web page"),
    "late header": (b" x" * 600 + HELLO, "no PDF header"),
    "damaged": (b"%PDF-1.7\nnothing of it is left", "damaged and cannot be opened"),
    "truncated at the start": (HELLO[:60], "damaged"),
    "no pages": (written_pdf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"]), "has no pages"),
    "no page that is one": (BROKEN_PAGES, "none of its pages can be read"),
    "nothing left of its page": (one_page("", page="/MediaBox [0 0 9 9] /CropBox [20 20 30 30]"), "none of"),
    "password": (drawn_pdf([[Text("Hello")]], password=SESAME), "needs a password"),
}


def cyclic_pages() -> bytes:
    """Return a PDF whose tree of pages has itself as a branch."""
    return written_pdf(
        [
            CATALOG,
            "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 720 405] >>",
        ]
    )


SELF = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
OPENED = {
    "bytes before the header": b"\n\n-- sent by post --\n" + HELLO,
    "bytes after the end": HELLO + b"\0" * 500,
    "empty password": drawn_pdf([[Text("Hello")]], password=""),
    "table of objects in the wrong place": HELLO.replace(b"startxref\n", b"startxref\n9"),
    "end is missing": HELLO[: HELLO.rindex(b"xref")],
    "cycle in its pages": cyclic_pages(),
    "form that draws itself": one_page(
        "/X Do",
        page="/MediaBox [0 0 720 405] /Resources << /XObject << /X 6 0 R >> >>",
        more=[stream("/X Do", SELF)],
    ),
    "deep nesting": one_page("q " * 20_000),
    "a script": written_pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(1){}) >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 720 405] >>",
        ]
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_deck_is_a_problem(name: str) -> None:
    """What cannot be read says what it is instead."""
    data, words = REFUSED[name]
    problem = read_pages(data)
    assert isinstance(problem, Problem)
    assert words in str(problem)


@pytest.mark.parametrize("name", REFUSED)
def test_drawing_and_reading_refuse_in_the_same_words(name: str) -> None:
    """Pictures of what cannot be read are the same problem, of the subtype for decks."""
    data, _ = REFUSED[name]
    problem = draw_pages(data, OPTIONS, [1])
    assert (problem, getattr(problem, "subtype", None)) == (read_pages(data), Subtype.DECK)


@pytest.mark.parametrize("name", REFUSED)
def test_a_problem_says_what_to_do(name: str) -> None:
    """Every problem of a PDF has a hint."""
    assert getattr(read_pages(REFUSED[name][0]), "hint", "")


@pytest.mark.parametrize("name", OPENED)
def test_what_a_viewer_opens_is_read(name: str) -> None:
    """An odd PDF with a page has that page."""
    content = read_pages(OPENED[name])
    assert isinstance(content, DeckContent)
    assert content.slides[0].number == 1


@pytest.mark.parametrize("name", OPENED)
def test_what_a_viewer_opens_is_drawn(name: str) -> None:
    """An odd PDF with a page has a picture of it."""
    pictures = draw_pages(OPENED[name], OPTIONS, [1])
    assert isinstance(pictures, tuple)
    assert [picture.number for picture in pictures] == [1]


def test_password_opens() -> None:
    """With its password, an encrypted PDF is read."""
    content = read_pages(drawn_pdf([[Text("Hello")]], password=SESAME), SESAME)
    assert getattr(content, "title", "") == "Hello"


def test_wrong_password_is_a_problem() -> None:
    """A password that does not fit is named as the reason."""
    problem = read_pages(drawn_pdf([[Text("Hello")]], password=SESAME), "open")
    assert "The password does not open the PDF" in str(problem)


def test_unknown_encryption_is_a_problem() -> None:
    """A PDF encrypted in a way of its own says so."""
    data = HELLO.replace(b"/Info", b"/Encrypt << /Filter /Secret /V 4 >> /Info")
    assert "encrypted in a way that cannot be read" in str(read_pages(data))


def test_pages_that_are_damaged_are_left_out() -> None:
    """A page that cannot be read is missing; the others keep their numbers."""
    data = written_pdf(
        [
            CATALOG,
            "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            "<< /Type /Font >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 720 405] >>",
        ]
    )
    content = read_pages(data)
    assert isinstance(content, DeckContent)
    assert (content.page_count, [slide.number for slide in content.slides]) == (2, [2])


def test_too_many_pages_are_a_problem() -> None:
    """A book is no deck, and the hint says how to show a part of it."""
    problem = read_pages(slides(*[("Page",)] * (MAX_PAGES + 1)))
    assert str(problem) == (
        "The PDF has 1,001 pages, and at most 1,000 are shown as slides; choose pages with `pages: 1-10`"
    )


def test_chosen_pages_of_a_long_pdf_are_read() -> None:
    """Of a book, the pages chosen are read: in order, each once, without those it does not have."""
    content = read_pages(slides(*[("Page",)] * (MAX_PAGES + 1)), numbers=[900, 2, 2, 0, -1, 5_000])
    assert isinstance(content, DeckContent)
    assert [slide.number for slide in content.slides] == [2, 900]


def test_no_page_chosen_is_no_problem() -> None:
    """Where none of the pages asked for exists, nothing is drawn and nothing is wrong."""
    assert draw_pages(HELLO, OPTIONS, [7]) == ()


def read_and_drawn(data: bytes) -> tuple[type, type]:
    """Return what a PDF gives to who reads it, and to who draws the first slide that was read."""
    content = read_pages(data)
    first = content.slides[0].number if isinstance(content, DeckContent) else 1
    return type(content), type(draw_pages(data, OPTIONS, [first]))


def test_files_as_they_come_are_read_or_refused(corpus: Path) -> None:
    """Every PDF of a corpus gives slides and a picture of the first, or a problem each."""
    outcomes = {name: read_and_drawn(data) for name, data in pdfs_of(corpus).items()}
    allowed = {(DeckContent, tuple), (Problem, Problem)}
    assert {name: found for name, found in outcomes.items() if found not in allowed} == {}
