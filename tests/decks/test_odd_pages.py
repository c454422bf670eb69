"""Pages of which a PDF says what cannot be: they cost themselves, or nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.pdfs import PageLabel, Text, drawn_pdf, odd_pages, one_page

from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.decks import drawing, reading
from sphinx_eventreport.decks.drawing import draw_pages
from sphinx_eventreport.decks.furniture import Furniture, Sheet
from sphinx_eventreport.decks.lines import Line
from sphinx_eventreport.decks.model import DeckContent, Picture, PictureOptions
from sphinx_eventreport.decks.reading import read_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdfium2 import PdfPage, PdfTextPage

OPTIONS = PictureOptions(width=160, thumbnail_width=None)
FINITE = st.floats(-1e6, 1e6)


def content_of(pdf: bytes) -> DeckContent:
    """Return what *pdf* says."""
    content = read_pages(pdf)
    assert isinstance(content, DeckContent)
    return content


WHOLE = "/MediaBox [0 0 720 405]"
THIN = "/MediaBox [0 0 0.001 100000]"


def test_page_thinner_than_a_hair_is_left_out() -> None:
    """A page without a width that could be reckoned with is damaged, and the others are there."""
    content = content_of(odd_pages(WHOLE, THIN, WHOLE))
    assert [slide.number for slide in content.slides] == [1, 3]


def test_page_that_is_left_out_is_a_problem() -> None:
    """What is left out of a deck is said, with the number of the page."""
    assert [str(problem) for problem in content_of(odd_pages(WHOLE, THIN)).problems] == [
        "The PDF is damaged: page 2 cannot be read, and its slide is left out; export it again"
    ]


def test_many_pages_that_are_left_out_are_one_problem() -> None:
    """A PDF of which much is damaged is not a page of warnings."""
    [problem] = content_of(odd_pages(WHOLE, *[THIN] * 7)).problems
    assert "pages 2, 3, 4, 5, 6 and 2 more cannot be read, and their slides are left out" in str(problem)


def test_page_thinner_than_a_hair_has_no_picture() -> None:
    """What is left out of the text is left out of the pictures."""
    pictures = draw_pages(odd_pages(WHOLE, THIN, WHOLE), OPTIONS, [1, 2, 3])
    assert isinstance(pictures, tuple)
    assert [picture.number for picture in pictures] == [1, 3]


def test_damaged_page_alone_has_no_picture() -> None:
    """Where only a damaged page is asked for, nothing is drawn, and the rest of the deck is not at fault."""
    assert draw_pages(odd_pages(WHOLE, THIN), OPTIONS, [2]) == ()


def draw_all_but(*numbers: int) -> Callable[..., Picture]:
    """Return a function that draws pages, and fails for *numbers*."""

    def draw_page(_document: object, number: int, _options: object) -> Picture:
        if number in numbers:
            message = "encoding error 5"
            raise ValueError(message)
        return Picture(number, 16, 9, b"large")

    return draw_page


def test_page_that_cannot_be_drawn_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong with the picture of one page, the others have theirs."""
    monkeypatch.setattr(drawing, "_draw_page", draw_all_but(2))
    pictures = draw_pages(odd_pages(WHOLE, WHOLE, WHOLE), OPTIONS, [1, 2, 3])
    assert isinstance(pictures, tuple)
    assert [picture.number for picture in pictures] == [1, 3]


def test_what_goes_wrong_with_all_pictures_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that every page has is no fault of the pages: its words are the reason that is given."""
    monkeypatch.setattr(drawing, "_draw_page", draw_all_but(1, 2))
    with pytest.raises(ValueError, match="encoding error 5"):
        draw_pages(odd_pages(WHOLE, WHOLE), OPTIONS, [1, 2])


def test_memory_that_ends_costs_all_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page for which there is no memory is not taken for one that cannot be drawn."""

    def draw_page(*_: object) -> Picture:
        raise MemoryError

    monkeypatch.setattr(drawing, "_draw_page", draw_page)
    with pytest.raises(MemoryError):
        draw_pages(odd_pages(WHOLE), OPTIONS, [1])


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("BT /F1 -24 Tf -1 0 0 -1 60 330 Tm (Tides) Tj ET", "Tides"),
        ("BT /F1 -24 Tf 300 330 Td (Tides) Tj ET", "Tides"),
        ("BT /F1 0 Tf 60 330 Td (Tides) Tj ET", ""),
        ("BT /F1 1e38 Tf 1e30 0 0 1e30 60 330 Tm (Tides) Tj ET", ""),
    ],
)
def test_odd_font_sizes_are_read(content: str, title: str) -> None:
    """A font size may be negative, which turns the text; one of nothing or without end shows none."""
    assert content_of(one_page(content)).slides[0].title == title


def test_title_turned_twice_is_larger_than_one_turned_once() -> None:
    """Text of a negative size that is turned back is upright, and other text of such a size is not."""
    head = "BT /F1 -60 Tf 300 250 Td (Head) Tj ET "
    assert (
        content_of(one_page(head + "BT /F1 -24 Tf -1 0 0 -1 60 330 Tm (Tides) Tj ET")).slides[0].title
        == "Tides"
    )


def test_title_that_is_no_text_is_left_out() -> None:
    """Half a character in the metadata costs the title of the PDF, not the deck."""
    assert content_of(odd_pages(WHOLE, info="<< /Title <FEFF202E0041D8000042FFFE> >>")).title == "Tides"


def test_text_that_cannot_be_read_costs_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong with the text of one page, the others have theirs, and this one a slide."""

    def read_links(page: PdfPage, _: PdfTextPage) -> tuple[str, ...]:
        if page.get_width() == 500:
            raise ValueError
        return ()

    monkeypatch.setattr(reading, "read_links", read_links)
    content = content_of(odd_pages(WHOLE, "/MediaBox [0 0 500 405]"))
    assert [slide.number for slide in content.slides] == [1, 2]
    assert "The text of page 2 of the PDF cannot be read" in str(content.problems[0])


def test_memory_that_ends_costs_the_deck(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page for which there is no memory is not taken for one without a text: more memory may help."""

    def read_links(*_: object) -> tuple[str, ...]:
        raise MemoryError

    monkeypatch.setattr(reading, "read_links", read_links)
    with pytest.raises(MemoryError):
        read_pages(odd_pages(WHOLE))


@given(
    st.lists(st.builds(Line, st.text(min_size=1), FINITE, FINITE, FINITE, st.floats(1e-9, 1e6)), max_size=8)
)
def test_any_lines_make_a_slide(lines: list[Line]) -> None:
    """Lines of any text, at any place, of any size make a slide."""
    sheet = Sheet(1, 540.0, tuple(lines))
    furniture = Furniture([sheet, sheet, sheet])
    reading._slide(reading._Page(sheet, 960.0), furniture)  # noqa: SLF001 - From a PDF, few of these can be made.


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], ["", "", ""]),
        ([PageLabel(1), PageLabel(2), PageLabel(3)], ["", "", ""]),
        ([PageLabel(1, "ROMAN_LOWER"), PageLabel(1), PageLabel(2)], ["i", "1", "2"]),
        ([PageLabel(1), PageLabel(1), PageLabel(2)], ["", "1", "2"]),
        ([PageLabel(4, prefix="A-")], ["A-4", "A-5", "A-6"]),
        ([PageLabel(1, prefix="very " * 9)], ["", "", ""]),
    ],
)
def test_slides_have_the_labels_of_their_pages(labels: list[PageLabel], expected: list[str]) -> None:
    """A slide knows what the PDF calls its page, if that is not its number, and no sentence."""
    content = content_of(drawn_pdf([[Text("Tides")]] * 3, labels=labels))
    assert [slide.label for slide in content.slides] == expected


def test_label_that_is_no_text_is_none() -> None:
    """Half a character in the label of a page costs the label."""
    data = odd_pages(WHOLE).replace(
        b"/Type /Catalog", b"/Type /Catalog /PageLabels << /Nums [0 << /P <FEFFD8000042> >>] >>"
    )
    assert content_of(data).slides[0].label == ""


def fonts_of(pdf: bytes) -> list[str]:
    """Return what is said of the fonts of *pdf*."""
    return [str(problem) for problem in content_of(pdf).problems if problem.subtype is Subtype.DECK_FONTS]


def font(name: str, *, mode: int = 0) -> bytes:
    """Return a page with text in a font that the PDF only names."""
    entry = f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
    return one_page(f"BT {mode} Tr /F1 30 Tf 60 330 Td (Tides) Tj ET", font=entry)


def test_font_that_nobody_has_is_a_problem() -> None:
    """A font that is neither in the PDF nor on the machine is named, with what to do."""
    [said] = fonts_of(font("ABCDEF+HallbrookSans-Bold"))
    assert said == (
        "The PDF uses fonts that are neither embedded in it nor found on this machine: "
        "`HallbrookSans-Bold`. Its slides are drawn with other fonts, and letters may be missing; "
        "export the PDF again with its fonts embedded"
    )


@pytest.mark.parametrize("name", ["Helvetica", "ArialMT", "TimesNewRomanPSMT", "CourierNew", "ZapfDingbats"])
def test_font_that_every_reader_has_is_no_problem(name: str) -> None:
    """The fourteen fonts of PDF, by any of their names, need not be in it."""
    assert fonts_of(font(name)) == []


def test_font_that_is_never_drawn_is_no_problem() -> None:
    """The invisible text of a scanned page needs no font."""
    assert fonts_of(font("HallbrookSans", mode=3)) == []


def test_font_of_a_page_that_is_not_shown_is_no_problem() -> None:
    """What is not shown is not warned about."""
    content = read_pages(font("HallbrookSans"), numbers=[])
    assert isinstance(content, DeckContent)
    assert content.problems == ()


def test_many_fonts_are_one_problem() -> None:
    """Of a PDF without its fonts, the first five are named."""
    fonts = [f"/F{n} << /Type /Font /Subtype /TrueType /BaseFont /Hallbrook{n} >>" for n in range(1, 9)]
    content = " ".join(f"BT /F{n} 20 Tf 60 {n * 40} Td (Tides) Tj ET" for n in range(1, 9))
    page = f"/MediaBox [0 0 720 405] /Resources << /Font << {' '.join(fonts)} >> >>"
    [said] = fonts_of(
        one_page(content, page=page).replace(b"/Resources << /Font << /F1 5 0 R >> >> >>", b">>")
    )
    assert "`Hallbrook4`, `Hallbrook5` and 3 more" in said
