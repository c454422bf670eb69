"""Each threshold of the reader, from both sides: two decks that differ in nothing but what it is about.

The comment of each threshold says where its value comes from.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from math import cos, radians, sin
from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument
from reportlab.pdfbase.pdfmetrics import stringWidth
from support.pdfs import PageLabel, Text, Thing, coded_text, drawn_pdf, one_page

from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.drawing import draw_pages
from sphinx_eventreport.decks.glyphs import Glyphs
from sphinx_eventreport.decks.lines import Line
from sphinx_eventreport.decks.model import DeckContent, PictureOptions
from sphinx_eventreport.decks.opening import opened
from sphinx_eventreport.decks.order import blocks_in_order
from sphinx_eventreport.decks.reading import read_pages
from sphinx_eventreport.decks.text import is_legible
from sphinx_eventreport.decks.validation import valid_content

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = Text("Tides", 80, 36)
WORDS = ("Boats", "Ferries", "Islands", "Fog", "Lighthouses", "Quays", "Nets", "Ropes", "Sails", "Oars")


def slides_of(pdf: bytes) -> tuple[Slide, ...]:
    """Return the slides of *pdf*."""
    content = read_pages(pdf)
    assert isinstance(content, DeckContent)
    return content.slides


def slide_of(*things: Thing) -> Slide:
    """Return the slide, 960 points wide and 540 high, on which *things* are drawn."""
    return slides_of(drawn_pdf([things]))[0]


def footed(*texts: str, y: float = 520, size: float = 10, without: int = 0) -> tuple[Slide, ...]:
    """Return a slide for each of *texts*, which stands in its foot; then others *without* such a text."""
    pages: list[list[Thing]] = [
        [Text(word, 200, 36), *foot]
        for word, foot in zip(
            WORDS, [*([Text(text, y, size)] for text in texts), *[[]] * without], strict=False
        )
    ]
    return slides_of(drawn_pdf(pages))


@pytest.mark.parametrize(("y", "kept"), [(470, False), (459, True)])
def test_margin(y: float, *, kept: bool) -> None:
    """A footer stands within 0.14 of the height from the edge, 464 points of 540 or lower."""
    assert bool(footed(*["Harbour Days"] * 4, y=y)[1].text) is kept


@pytest.mark.parametrize(("size", "kept"), [(21, False), (22, True)])
def test_small(size: float, *, kept: bool) -> None:
    """The number of a page has at most 0.04 of its height, 21.6 points of 540."""
    assert bool(footed("1", size=size)[0].text) is kept


@pytest.mark.parametrize(("size", "kept"), [(21, False), (22, True)])
def test_small_furniture_counts(size: float, *, kept: bool) -> None:
    """Lines that differ in a number are one footer where they are small, else lines of their own."""
    assert bool(footed("Tip 5", "Tip 6", "Tip 7", "Tip 8", size=size)[1].text) is kept


@pytest.mark.parametrize(("step", "kept"), [(7, False), (20, True)])
def test_same_height(step: float, *, kept: bool) -> None:
    """A footer is one as long as it moves by less than 0.015 of the height, 8 points of 540."""
    pages: list[list[Thing]] = [
        [Text(word, 200, 36), Text("Harbour Days", 480 + step * (at % 2), 10)]
        for at, word in enumerate(WORDS[:3])
    ]
    assert bool(slides_of(drawn_pdf(pages))[1].text) is kept


@pytest.mark.parametrize(("pages", "kept"), [(3, False), (2, True)])
def test_fewest_pages(pages: int, *, kept: bool) -> None:
    """What stands on three pages is a footer, and on two a coincidence."""
    assert bool(footed(*["Harbour Days"] * pages)[1].text) is kept


@pytest.mark.parametrize(("without", "kept"), [(4, False), (5, True)])
def test_habit(without: int, *, kept: bool) -> None:
    """A footer stands on half of the pages."""
    assert bool(footed(*["Harbour Days"] * 4, without=without)[1].text) is kept


@pytest.mark.parametrize(("of", "title"), [(8, "A plan"), (9, "Harbour Days")])
def test_habit_of_titles(of: int, title: str) -> None:
    """A line as large as a title is a header on three quarters of the pages, six of eight."""
    pages: list[list[Thing]] = [
        [Text("Harbour Days", 60, 36), Text(f"A plan{'!' * at}", 150)] for at in range(6)
    ]
    pages += [[Text(word, 60, 36)] for word in WORDS[: of - 6]]
    assert slides_of(drawn_pdf(pages))[1].title.rstrip("!") == title


@pytest.mark.parametrize(("base", "title"), [(240, "Fog"), (246, "Nets")])
def test_zone_of_titles(base: float, title: str) -> None:
    """A title stands above 0.45 of the height, 243 points of 540."""
    assert slide_of(Text("Fog", base, 40), Text("Nets", 100, 36)).title == title


@pytest.mark.parametrize(("size", "title"), [(38, "Nets"), (40, "Fog")])
def test_clearly_larger(size: float, title: str) -> None:
    """A line below the zone of titles is the title where it is 1.3 times as large, 39 points to 30."""
    assert slide_of(Text("Nets", 100, 30), Text("Fog", 350, size)).title == title


@pytest.mark.parametrize(("size", "title"), [(37.2, "Nets and fog"), (33, "Nets")])
def test_same_size_of_titles(size: float, title: str) -> None:
    """Two lines of one title differ by less than 1.08 in size."""
    assert slide_of(Text("Nets", 100, 36), Text("and fog", 150, size)).title == title


@pytest.mark.parametrize(("leading", "title"), [(1.85, "Nets and fog"), (1.95, "Nets")])
def test_leading_of_titles(leading: float, title: str) -> None:
    """The second line of a title stands less than 1.9 em below the first."""
    assert slide_of(Text("Nets", 100, 36), Text("and fog", 100 + leading * 36, 36)).title == title


@pytest.mark.parametrize(("letters", "lines"), [(59, 2), (60, 1)])
def test_longest_title(letters: int, lines: int) -> None:
    """Two lines are a title with up to 120 characters, with the blanks between and after them."""
    slide = slide_of(Text("a" * 59, 100, 20), Text("b" * letters, 125, 20))
    assert len(slide.title.split()) == lines


@pytest.mark.parametrize(("leading", "lines"), [(1.75, 1), (1.85, 2)])
def test_leading_of_paragraphs(leading: float, lines: int) -> None:
    """A line goes on with the paragraph above it where it stands less than 1.8 em below."""
    slide = slide_of(TITLE, Text("The harbour is closed to all", 200), Text("boats", 200 + leading * 24))
    assert len(slide.text.splitlines()) == lines


@pytest.mark.parametrize(("size", "lines"), [(27, 1), (28, 2)])
def test_same_size_of_paragraphs(size: float, lines: int) -> None:
    """Lines of one paragraph differ by at most 1.15 in size, 27.6 points to 24."""
    slide = slide_of(TITLE, Text("The harbour is closed to all", 200), Text("boats", 232, size))
    assert len(slide.text.splitlines()) == lines


def width_of(text: str, size: float = 24) -> float:
    """Return how wide *text* is in points."""
    return stringWidth(text, "Helvetica", size)


def ending_at(right: float, text: str, y: float) -> Text:
    """Return a line that ends at *right*."""
    return Text(text, y, x=right - width_of(text))


@pytest.mark.parametrize(("room", "lines"), [(4, 1), (10, 2)])
def test_slack(room: float, lines: int) -> None:
    """A word would not have fitted where its width and 0.3 em, 7.2 points, are more than the room for it."""
    first = "the harbour is closed to"
    edge = 60 + width_of(first) + width_of("boats") + room
    slide = slide_of(
        TITLE, Text(first, 200), Text("boats", 230), ending_at(edge, "\u2022 and the ferry does not go", 260)
    )
    assert len(slide.text.splitlines()) == lines + 1


@pytest.mark.parametrize(("from_edge", "lines"), [(44, 1), (52, 2)])
def test_full_within(from_edge: float, lines: int) -> None:
    """A line is full that ends less than 2 em, 48 points, from the edge of its block."""
    first = "The boats that sail this year to"
    edge = 60 + width_of(first) + from_edge
    slide = slide_of(
        TITLE,
        Text(first, 200),
        Text("Hallbrookhavenport", 230),
        ending_at(edge, "\u2022 come back on Monday", 260),
    )
    assert len(slide.text.splitlines()) == lines + 1


@pytest.mark.parametrize(
    ("first", "lines"), [("The boats are bound up to", 1), ("The boat is all bound to", 2)]
)
def test_shortest_full(first: str, lines: int) -> None:
    """A line is full by coincidence if it has fewer than 25 characters."""
    slide = slide_of(
        TITLE,
        Text(first, 200),
        Text("Hallbrook", 230),
        ending_at(60 + width_of(first), "\u2022 and come by night", 260),
    )
    assert len(slide.text.splitlines()) == lines + 1


@pytest.mark.parametrize(("outdent", "lines"), [(10, 1), (14, 2)])
def test_outdent(outdent: float, lines: int) -> None:
    """A line that begins more than half an em, 12 points, further to the left is a new item."""
    first = "The boats are all bound to the isle of"
    last = ending_at(100 + width_of(first), "\u2022 and come home again by night", 260)
    slide = slide_of(TITLE, Text(first, 200, x=100), Text("Thule", 230, x=100 - outdent), last)
    assert len(slide.text.splitlines()) == lines + 1


@pytest.mark.parametrize(("leading", "text"), [(60, "one two three four"), (65, "one three two four")])
def test_leading_of_blocks(leading: float, text: str) -> None:
    """Two columns are read one after the other where their lines are at most 2.6 em, 62 points, apart."""
    columns = [
        Text(word, y, x=x)
        for (x, y), word in zip(
            [(60, 200), (60, 200 + leading), (500, 200), (500, 200 + leading)],
            "one two three four".split(),
            strict=True,
        )
    ]
    assert slide_of(TITLE, *columns).text.split() == text.split()


@pytest.mark.parametrize(("gap", "text"), [(20, "one two three"), (30, "one three two")])
def test_reach_of_blocks(gap: float, text: str) -> None:
    """A line is of the block above it that begins less than an em, 24 points, beside it."""
    first = Text("one", 200)
    second = Text("two", 240, x=60 + width_of("one") + gap)
    assert slide_of(TITLE, first, second, Text("three", 200, x=600)).text.split() == text.split()


@pytest.mark.parametrize(("pairs", "expected"), [(14, "above below"), (15, "below above")])
def test_deepest_cut(pairs: int, expected: str) -> None:
    """After 30 cuts, each in what the one before has left, lines stay in the order of drawing."""
    steps = [10.0 * step for step in range(pairs)]
    # Beside the rest a letter as high as that, and a line above both; none goes on with another.
    letters = [Line("I", step, step + 9, 1_000, (990 - step) / 0.8) for step in steps]
    headings = [Line("heading", step, 5_000, step + 8, 10) for step in reversed(steps)]
    rest = [Line(text, 10.0 * pairs, 5_000, base, 10) for text, base in (("below", 900), ("above", 800))]
    lines = [*letters, *headings, *rest]
    last = [line.text for block in blocks_in_order(lines)[-2:] for line in block]
    assert last == expected.split()


@pytest.mark.parametrize(("below", "text"), [(18.6, "left right"), (20, "right left")])
def test_cap_height(below: float, text: str) -> None:
    """Lines are read downwards if one is 0.8 em, 19 points, below the other, for a cut fits between them."""
    lines = Text("right", 200, x=500), Text("left", 200 + below)
    assert slide_of(TITLE, *lines).text.split() == text.split()


def pieced(gap: float, down: float = 24) -> str:
    """Return the text of a slide with large letters and, after a *gap*, a piece so far *down*, in points."""
    return slide_of(Text("CO", 300, 60), Text("2", 300 + down, 20, x=60 + width_of("CO", 60) + gap)).title


@pytest.mark.parametrize(("gap", "title"), [(6, "CO2"), (14, "CO 2")])
def test_blank(gap: float, title: str) -> None:
    """There is a blank in a gap of more than a sixth of an em, 10 points of 60."""
    assert pieced(gap) == title


@pytest.mark.parametrize(("gap", "title"), [(-17, "CO2"), (-25, "CO")])
def test_overlap(gap: float, title: str) -> None:
    """A piece begins at most a third of an em, 20 points of 60, before the end of what it goes on with."""
    assert pieced(gap) == title


@pytest.mark.parametrize(("gap", "title"), [(55, "CO 2"), (62, "CO")])
def test_next_piece(gap: float, title: str) -> None:
    """A piece begins at most an em, 60 points, after the end of what it goes on with."""
    assert pieced(gap) == title


@pytest.mark.parametrize(("down", "title"), [(29, "CO2"), (31, "CO")])
def test_raised(down: float, title: str) -> None:
    """A piece is raised or lowered by at most half an em, 30 points of 60."""
    assert pieced(4, down) == title


@pytest.mark.parametrize(("up", "title"), [(20, "Moon and stars"), (23, "Moon")])
def test_level(up: float, title: str) -> None:
    """Text that begins and ends at heights 0.04 of the slide apart, 21.6 points of 540, is two lines."""
    far = 60 + width_of("Moon", 100) + 120
    assert slide_of(Text("Moon", 300, 100), Text("and stars", 300 - up, x=far)).title == title


@pytest.mark.parametrize(("degrees", "title"), [(13, "Draft"), (15, "Tides")])
def test_slant(degrees: float, title: str) -> None:
    """A line that rises by more than a quarter of its length, 14 degrees, is not a title."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    slanted = f"BT /F1 90 Tf {c:.4f} {s:.4f} {-s:.4f} {c:.4f} 100 300 Tm (Draft) Tj ET "
    assert slides_of(one_page(slanted + "BT /F1 30 Tf 60 330 Td (Tides) Tj ET"))[0].title == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ue001" + "abc", True),
        ("\ue001\ue002" + "abcde", False),
        ("\u00e0\u00e0\u00e0 " + "a" * 17, True),
        ("\u00e0\u00e0\u00e0 " + "a" * 16, False),
        ("\u00c3\u00a9" + "a" * 49, True),
        ("\u00c3\u00a9" + "a" * 48, False),
    ],
)
def test_shares_of_odd_characters(text: str, *, expected: bool) -> None:
    """A quarter of codes, 0.15 of words of accents, and 0.02 of misread letters are legible, and not more."""
    assert is_legible(text, 0.0) is expected


@pytest.mark.parametrize(
    ("text", "unmapped", "expected"),
    [
        ("xyz" * 9, 0.49, True),
        ("bcd" * 9, 0.49, True),
        ("bcd" * 9, 0.5, False),
        ("bacdf", 0.5, True),
        ("bacdfg", 0.5, False),
    ],
)
def test_share_of_vowels(text: str, unmapped: float, *, expected: bool) -> None:
    """From half of characters without a meaning on, a fifth of the letters have to be vowels."""
    assert is_legible(text, unmapped) is expected


@pytest.mark.parametrize(("garbage", "is_kept"), [(2, True), (3, False)])
def test_share_of_illegible_pages(garbage: int, *, is_kept: bool) -> None:
    """Where more than half of the pages are illegible, a doubtful one is as well."""
    doubtful = "All the files in the folder of the package, and how to use them, èñïîëüç"
    texts = [*["Ðóêîâîäñòâî ïî ñîçäàíèþ"] * garbage, *["Debian"] * (4 - garbage), doubtful]
    assert bool(slides_of(drawn_pdf([[Text(text)] for text in texts]))[-1].title) is is_kept


@pytest.mark.parametrize(("count", "text"), [(20, ""), (40, "Harbour Days")])
def test_witnesses(count: int, text: str) -> None:
    """Twenty pages besides those asked for are looked at: all of 20, and every second one of 40."""
    pages: list[list[Thing]] = [
        [Text(f"Title {chr(65 + number)}", 200, 36), *([Text("Harbour Days", 520, 10)] if number % 2 else [])]
        for number in range(count)
    ]
    content = read_pages(drawn_pdf(pages), numbers=[2])
    assert isinstance(content, DeckContent)
    assert content.slides[0].text == text


@pytest.mark.parametrize(("side", "count"), [(1.0, 1), (0.99, 0), (1_000_000.0, 1), (1_000_001.0, 0)])
def test_sides_of_pages(side: float, count: int) -> None:
    """A page has sides of 1 to 1,000,000 points, or is damaged."""
    content = read_pages(one_page("", page=f"/MediaBox [0 0 {side} 500]"))
    assert len(getattr(content, "slides", ())) == count


@pytest.mark.parametrize(("count", "kind"), [(1_000, DeckContent), (1_001, Problem)])
def test_pages_of_a_deck(count: int, kind: type) -> None:
    """A PDF of 1,000 pages is a deck, and one of more a book."""
    assert isinstance(read_pages(drawn_pdf([[]] * count)), kind)


@pytest.mark.parametrize(("letters", "count"), [(50_000, 50_000), (50_010, 50_000)])
def test_characters_of_a_page(letters: int, count: int) -> None:
    """Of a page, 50,000 characters are read."""
    lines = "(aaaaaaaaaa) Tj " * (letters // 10)
    with glyphs_of(one_page(f"BT /F1 1 Tf 0 100 Td {lines} ET")) as glyphs:
        assert len(glyphs.text) == count


@pytest.mark.parametrize(("count", "share"), [(126, 0.5), (128, 0.0)])
def test_sample_of_characters(count: int, share: float) -> None:
    """Each of fewer than 128 characters is looked at, and every second one of 128: the first, the third..."""
    # Every second character means something.
    with glyphs_of(coded_text("ab" * (count // 2), {"a": "x"})) as glyphs:
        assert glyphs.unmapped() == share


@contextmanager
def glyphs_of(pdf: bytes) -> Iterator[Glyphs]:
    """Yield the characters of the first page of *pdf*."""
    with opened(pdf, None) as document:
        assert isinstance(document, PdfDocument)
        page = document[0]
        with closing(page.get_textpage()) as textpage:
            yield Glyphs(page, textpage)


@pytest.mark.parametrize(("length", "label"), [(32, "x" * 32), (33, "")])
def test_length_of_labels(length: int, label: str) -> None:
    """The label of a page has at most 32 characters."""
    content = read_pages(drawn_pdf([[TITLE]], labels=[PageLabel(1, prefix="x" * (length - 1))]))
    assert isinstance(content, DeckContent)
    assert content.slides[0].label[:-1] == label[:-1]


@pytest.mark.parametrize(("length", "words"), [(512, "a symbolic link of Git"), (513, "no PDF header")])
def test_length_of_pointers(length: int, words: str) -> None:
    """Text of up to 512 bytes that ends in .pdf is the path of a link."""
    assert words in str(read_pages(b"a" * (length - 4) + b".pdf"))


@pytest.mark.parametrize(("height", "size"), [(1_000, (320, 640)), (1_100, (291, 640))])
def test_tallest_picture(height: float, size: tuple[int, int]) -> None:
    """A picture is at most twice as high as wide, and then narrower than was asked for."""
    options = PictureOptions(width=320, thumbnail_width=None)
    pictures = draw_pages(drawn_pdf([[]], size=(500, height)), options, [1])
    assert isinstance(pictures, tuple)
    assert (pictures[0].width, pictures[0].height) == size


@pytest.mark.parametrize(("length", "kind"), [(200_000, DeckContent), (200_001, type(None))])
def test_length_of_texts(length: int, kind: type) -> None:
    """The text of a slide that comes from a worker has at most 200,000 characters."""
    slide = Slide(1, text="x" * length, width=960.0, height=540.0)
    assert isinstance(valid_content(DeckContent("", 1, (slide,))), kind)
