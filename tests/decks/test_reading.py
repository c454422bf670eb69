from __future__ import annotations

import pytest
from support.pdfs import Link, Text, Thing, coded_text, drawn_pdf, one_page, slides

from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.model import DeckContent
from sphinx_eventreport.decks.reading import read_pages

UPRIGHT = "BT /F1 30 Tf 60 330 Td (A title) Tj ET BT /F1 18 Tf 60 200 Td (Some text) Tj ET"


def content_of(pdf: bytes) -> DeckContent:
    """Return what *pdf* says."""
    content = read_pages(pdf)
    assert isinstance(content, DeckContent)
    return content


def slide_of(*things: Thing) -> Slide:
    """Return the slide on which *things* are drawn."""
    return content_of(drawn_pdf([things])).slides[0]


def texts_of(pdf: bytes) -> list[tuple[str, str]]:
    """Return title and text of every slide of *pdf*."""
    return [(slide.title, slide.text) for slide in content_of(pdf).slides]


def test_slide_has_title_and_text() -> None:
    """The largest line above is the title; the text is the rest, one line each."""
    deck = slides(("Tides", "They come", "They go"), ("Boats", "They float"))
    assert texts_of(deck) == [("Tides", "They come\nThey go"), ("Boats", "They float")]


def test_title_may_be_drawn_last() -> None:
    """A title is a title wherever in the file it stands."""
    slide = slide_of(Text("First point", 200), Text("Second point", 300), Text("Tides", 80, 36))
    assert (slide.title, slide.text) == ("Tides", "First point\nSecond point")


def test_title_of_two_lines_is_one_line() -> None:
    """A long title set in two lines is put together."""
    assert slide_of(Text("What the sea does", 80, 36), Text("to a harbour", 125, 36)).title == (
        "What the sea does to a harbour"
    )


def test_title_may_stand_in_the_middle() -> None:
    """On a title slide the title is the largest line, below a smaller one."""
    slide = slide_of(Text("Harbour Days 2024", 60, 14), Text("Tides", 300, 60), Text("Cleo Marsh", 380))
    assert (slide.title, slide.text) == ("Tides", "Harbour Days 2024\nCleo Marsh")


def test_slide_of_one_size_is_called_by_its_first_line() -> None:
    """Where nothing stands out, the title is the first line, and the text goes on after it."""
    lines = [f"This is the line {word} of a long text" for word in "one two three four five".split()]
    slide = slide_of(*(Text(line, 60 + 30 * index) for index, line in enumerate(lines)))
    assert (slide.title, slide.text.startswith("This is the line two")) == (lines[0], True)


def test_line_above_a_long_text_is_its_title() -> None:
    """A title that is a little smaller than a long text below it is still the title."""
    lines = [
        "The opinions are those of the speaker alone",
        "and of nobody who may employ her, who",
        "is not asked here",
    ]
    slide = slide_of(
        Text("Disclaimer", 60, 22), *(Text(line * 2, 150 + 30 * at) for at, line in enumerate(lines))
    )
    assert slide.title == "Disclaimer"


def test_large_sign_is_no_title() -> None:
    """A single large character is an ornament, not what the slide is called."""
    assert slide_of(Text("?", 200, 200), Text("Questions", 80, 36)).title == "Questions"


def test_empty_slide_has_no_title() -> None:
    """A slide without text has neither title nor text."""
    assert content_of(drawn_pdf([[]])).slides == (Slide(1, width=960.0, height=540.0),)


def test_broken_lines_flow() -> None:
    """Lines of a paragraph are one line, and the item below is another."""
    slide = slide_of(
        Text("Title", 60, 36),
        Text("\u2022 The harbour is closed to all boats from", 150),
        Text("midnight on", 180),
        Text("\u2022 The ferry goes", 210),
    )
    assert slide.text == "The harbour is closed to all boats from midnight on\nThe ferry goes"


def test_line_that_ends_in_a_comma_goes_on() -> None:
    """A comma and a small letter below it are one sentence, however short its first line."""
    slide = slide_of(Text("Title", 60, 36), Text("For boats,", 150), Text("ferries and all that floats", 180))
    assert slide.text == "For boats, ferries and all that floats"


def test_full_lines_flow_into_a_capital() -> None:
    """In a paragraph, a line that begins with a name goes on where the one above is full."""
    lines = ("All the boats of the harbour of", "Hallbrook sail out to the island", "Skerry in May")
    slide = slide_of(Text("Title", 60, 36), *(Text(line, 150 + 30 * at) for at, line in enumerate(lines)))
    assert slide.text == " ".join(lines)


@pytest.mark.parametrize(
    "lines", [("Boats", "Ferries", "Rafts"), ("1. Boats sail", "2. Rafts"), ("Cleo", "c@a.de")]
)
def test_short_lines_are_items(lines: tuple[str, ...]) -> None:
    """Lines that end before the edge, are numbered or an address stay lines."""
    slide = slide_of(Text("Title", 60, 36), *(Text(line, 150 + 30 * at) for at, line in enumerate(lines)))
    assert slide.text == "\n".join(lines)


def test_lines_of_code_stay() -> None:
    """Code is not put together, though its lines are of one width."""
    lines = ("sail --harbour hallbrook", "wait --harbour hallbrook")
    code = [Text(line, 150 + 30 * at, font="Courier") for at, line in enumerate(lines)]
    assert slide_of(Text("Title", 60, 36), *code).text == "\n".join(lines)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The harbour of co-", "operation", "The harbour of cooperation"),
        ("The harbour of North-", "Hallbrook", "The harbour of North-Hallbrook"),
        ("The harbour of co\xad", "operation", "The harbour of cooperation"),
    ],
)
def test_broken_words_are_whole(first: str, second: str, expected: str) -> None:
    """A word broken at the end of a line is put together; a name with a hyphen keeps it."""
    slide = slide_of(Text("Title", 60, 36), Text(first, 150), Text(second, 180))
    assert slide.text == expected


def test_hollow_bullets_are_no_letters() -> None:
    """The letter that programs draw as a hollow bullet is left out among other bullets."""
    slide = slide_of(Text("Title", 60, 36), Text("\u2022 Boats", 150), Text("o Rafts", 200))
    assert slide.text == "Boats\nRafts"


def test_columns_are_read_one_after_the_other() -> None:
    """Two columns are read one after the other, and what stands below both of them last."""
    slide = slide_of(
        Text("Below", 450),
        Text("Right one", 200, x=500),
        Text("Right two", 240, x=500),
        Text("Left one", 200),
        Text("Left two", 240),
        Text("Title", 60, 36),
    )
    assert slide.text == "Left one\nLeft two\nRight one\nRight two\nBelow"


def test_raised_characters_stay_on_their_line() -> None:
    """An exponent belongs to its line, whose size is that of the rest."""
    slide = slide_of(Text("Title", 60, 36), Text("The area in m", 200), Text("2", 192, 12, x=209))
    assert slide.text == "The area in m2"


def test_line_of_blanks_is_no_text() -> None:
    """A line of nothing but blanks is not a line of the text."""
    slide = slide_of(Text("Title", 60, 36), Text("   ", 200), Text("Tides", 300))
    assert slide.text == "Tides"


def test_text_beside_the_page_is_no_text() -> None:
    """What lies outside the page is seen by nobody."""
    slide = slide_of(Text("Title", 60, 36), Text("left over", 700), Text("too", 200, x=-400))
    assert slide.text == ""


def test_slanted_text_is_no_title() -> None:
    """A large word across the slide is not its title."""
    draft = "BT /F1 90 Tf 0.7 0.7 -0.7 0.7 300 100 Tm (DRAFT) Tj ET "
    assert content_of(one_page(draft + UPRIGHT)).slides[0].title == "A title"


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotated_pages_are_read_as_they_are_shown(rotation: int) -> None:
    """A page that is turned when it is shown is read as it then stands, in the size it then has."""
    box = "720 405" if rotation == 180 else "405 720"
    matrix = {
        90: "0 1 -1 0 405 0 cm",
        180: "-1 0 0 -1 720 405 cm",
        270: "0 -1 1 0 0 720 cm",
    }[rotation]
    page = f"/MediaBox [0 0 {box}] /Rotate {rotation}"
    slide = content_of(one_page(f"q {matrix} {UPRIGHT} Q", page=page)).slides[0]
    assert slide == Slide(1, "A title", "Some text", width=720.0, height=405.0)


def test_size_is_that_of_the_crop_box() -> None:
    """What is cut off a page is neither measured nor read."""
    page = "/MediaBox [0 0 720 405] /CropBox [0 180 720 405]"
    slide = content_of(one_page(UPRIGHT + " BT /F1 18 Tf 60 90 Td (Cut) Tj ET", page=page)).slides[0]
    assert slide == Slide(1, "A title", "Some text", width=720.0, height=225.0)


def test_meaning_of_codes_is_read() -> None:
    """A ligature is letters, and a character beyond the first 65,536 is one."""
    meaning = {"A": "o", "B": "\ufb03", "C": "ce ", "D": "\N{GRINNING FACE}"}
    assert content_of(coded_text("ABCD", meaning)).slides[0].title == "office \N{GRINNING FACE}"


def test_codes_without_a_meaning_are_no_text() -> None:
    """Codes of which the PDF says nothing, and which look like nothing, are left out."""
    slide = content_of(coded_text("\ue001\ue002\ue003\ue004")).slides[0]
    assert (slide.title, slide.text) == ("", "")


def test_characters_without_a_text_do_not_shift_the_others() -> None:
    """A code that means nothing is skipped, and what follows is where it stands."""
    assert content_of(coded_text("A\0BC", {"A": "Ti", "B": "de", "C": "s"})).slides[0].title == "Tides"


def test_deck_of_garbage_keeps_no_doubtful_page() -> None:
    """In a deck that nobody can read, a page with a single odd word is garbage too."""
    russian = "Ðóêîâîäñòâî ïî ñîçäàíèþ ïàêåòîâ"
    doubtful = "All the files in the folder of the package, and how to use them, èñïîëüç"
    pages = [[Text(text)] for text in (russian, russian, russian, doubtful, "Debian")]
    assert [title for title, _ in texts_of(drawn_pdf(pages))] == ["", "", "", "", "Debian"]


def test_links_are_found_once() -> None:
    """Addresses of links and addresses that stand in the text are found, each once."""
    slide = slide_of(
        Text("Title", 60, 36),
        Link("https://tides.example/"),
        Text("https://tides.example and www.boats.example/x", 200),
        Text("cleo@tides.example", 300),
    )
    assert slide.links == (
        "https://tides.example/",
        "http://www.boats.example/x",
        "mailto:cleo@tides.example",
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example", "slide2", ""]
)
def test_other_schemes_are_no_links(url: str) -> None:
    """Links that lead into the reader's machine, or run code, are left out."""
    assert slide_of(Text("Title"), Link(url)).links == ()


def test_link_without_an_address_is_none() -> None:
    """A link to another page of the deck has no address, and is passed by."""
    annotation = "<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /Dest [3 0 R /Fit] >>"
    page = "/MediaBox [0 0 720 405] /Annots [6 0 R]"
    assert content_of(one_page(UPRIGHT, page=page, more=[annotation])).slides[0].links == ()


def test_no_more_links_than_anybody_follows() -> None:
    """A page full of links gives the first five hundred."""
    links = [Link(f"https://tides.example/{number}") for number in range(700)]
    assert len(slide_of(*links).links) == 500


def test_metadata_gives_the_title() -> None:
    """The deck is called what its metadata says."""
    assert (
        content_of(drawn_pdf([[Text("Welcome")]], title="Tides of Hallbrook")).title == "Tides of Hallbrook"
    )


def test_first_slide_gives_the_title() -> None:
    """Without a title in the metadata, the deck is called like its first slide."""
    assert content_of(slides(("Tides", "Cleo Marsh"))).title == "Tides"


def test_title_of_the_deck_does_not_hang_on_the_pages_chosen() -> None:
    """Reading one page gives the same title of the deck, and only that page."""
    content = read_pages(slides(("Tides",), ("Boats",), ("Ferries",)), numbers=[3])
    assert content == DeckContent("Tides", 3, (Slide(3, "Ferries", width=960.0, height=540.0),))
