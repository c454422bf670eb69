from __future__ import annotations

import pytest
from support.pdfs import PageLabel, Text, Thing, drawn_pdf, slides

from sphinx_eventreport.decks.model import DeckContent
from sphinx_eventreport.decks.reading import read_pages

TITLES = ("Tides", "Boats", "Ferries", "Islands", "Fog", "Lighthouses")


def read(pdf: bytes, numbers: list[int] | None = None) -> list[tuple[str, str]]:
    """Return title and text of the slides of *pdf*."""
    content = read_pages(pdf, numbers=numbers)
    assert isinstance(content, DeckContent)
    return [(slide.title, slide.text) for slide in content.slides]


def deck(*furniture: Text, titles: tuple[str, ...] = TITLES) -> bytes:
    """Return slides with the titles, each with a text of its own and with *furniture*."""
    pages: list[list[Thing]] = [
        [*furniture, Text(title, 110, 36), Text(f"All about {title.lower()}", 250)] for title in titles
    ]
    return drawn_pdf(pages)


@pytest.mark.parametrize(
    "footer",
    [
        "{number}",
        "#{number}",
        "p. {number}",
        "Folie {number} von 6",
        "第{number}頁",
        "{number} / 6",
        "{number}/6",
        "Page {number}",
        "Page {number} of 6",
        "- {number} -",
        "({number})",
        "Cleo Marsh, Harbour Days 2024",
        "Cleo Marsh | {number}",
    ],
)
def test_footers_are_removed(footer: str) -> None:
    """Page numbers and footers, with a number in them or without, are no text of a slide."""
    pages = slides(*((title, f"All about {title.lower()}") for title in TITLES), footer=footer)
    assert read(pages) == [(title, f"All about {title.lower()}") for title in TITLES]


@pytest.mark.parametrize("number", ["1", "1 / 9", "Page 1"])
def test_number_of_a_single_page_is_removed(number: str) -> None:
    """The number of the page in its margin is one, however few pages there are."""
    assert read(drawn_pdf([[Text("Tides", 80, 36), Text("High", 200), Text(number, 525, 10)]])) == [
        ("Tides", "High")
    ]


def test_other_numbers_stay() -> None:
    """A number that is not that of the page is a part of the slide."""
    assert read(drawn_pdf([[Text("Tides", 80, 36), Text("42", 525, 10)]])) == [("Tides", "42")]


def test_number_outside_the_margins_stays() -> None:
    """The number of the page in the middle of the slide is a part of it."""
    assert read(drawn_pdf([[Text("Tides", 80, 36), Text("1", 300)]])) == [("Tides", "1")]


def test_small_header_is_removed() -> None:
    """A small line above all titles is a header."""
    assert read(deck(Text("Harbour Days", 30, 12)))[1] == ("Boats", "All about boats")


def test_large_header_is_no_title() -> None:
    """A line that is larger than the titles and the same everywhere is a header, but on the first page."""
    assert [title for title, _ in read(deck(Text("Harbour Days", 50, 44)))] == ["Harbour Days", *TITLES[1:]]


def test_title_of_several_slides_stays() -> None:
    """A title that half of the slides share is a title."""
    pages: list[list[Thing]] = [
        [Text(title, 60, 36), Text(f"All about {word}", 250)]
        for title, word in zip(["Boats"] * 3 + ["Fog", "Ice", "Rain"], TITLES, strict=True)
    ]
    assert [title for title, _ in read(drawn_pdf(pages))] == ["Boats"] * 3 + ["Fog", "Ice", "Rain"]


def test_overlays_keep_their_title() -> None:
    """A slide that is repeated with one more item each time keeps title and items."""
    items = ["Low", "Rising", "High", "Falling", "Slack"]
    pages: list[list[Thing]] = [
        [Text("Tides", 60, 36), *(Text(item, 150 + 60 * at) for at, item in enumerate(items[:count]))]
        for count in range(1, 6)
    ]
    assert read(drawn_pdf(pages)) == [("Tides", "\n".join(items[:count])) for count in range(1, 6)]


def test_page_of_furniture_only_keeps_a_title() -> None:
    """A slide whose only text is the header of all slides is called by it."""
    pages: list[list[Thing]] = [[Text("Harbour Days", 50, 44), Text(title, 300)] for title in TITLES]
    pages.append([Text("Harbour Days", 50, 44)])
    assert read(drawn_pdf(pages))[-1] == ("Harbour Days", "")


def test_roman_numbers_are_removed() -> None:
    """Pages numbered i, ii, iii have numbers too."""
    pages: list[list[Thing]] = [
        [Text(title, 80, 36), Text(numeral, 525, 10)]
        for title, numeral in zip(TITLES, "i ii iii iv v vi".split(), strict=True)
    ]
    assert read(drawn_pdf(pages)) == [(title, "") for title in TITLES]


def test_furniture_is_known_when_one_page_is_read() -> None:
    """A single page is read as it is among all."""
    footer = "Cleo Marsh, Harbour Days 2024"
    pages = slides(*((title, "Text") for title in TITLES), footer=footer)
    assert read(pages, numbers=[3]) == [("Ferries", "Text")]


def test_two_pages_show_no_habit() -> None:
    """What stands on two of two pages is not yet furniture."""
    pages = slides(("Tides",), ("Boats",), footer="Cleo Marsh")
    assert read(pages) == [("Tides", "Cleo Marsh"), ("Boats", "Cleo Marsh")]


@pytest.mark.parametrize("word", ["Lecture", "HTTP", "Python", "Part", "Day", "Step", "Page", "Slide"])
def test_title_that_ends_in_the_number_of_its_page_stays(word: str) -> None:
    """A title in the size of titles is one, whatever number it ends in."""
    pages: list[list[Thing]] = [[Text(title, 60, 44), Text("More", 250)] for title in TITLES[:2]]
    pages.append([Text(f"{word} 3", 60, 44), Text("More", 250)])
    assert read(drawn_pdf(pages))[2] == (f"{word} 3", "More")


def test_run_of_numbered_titles_stays() -> None:
    """Titles that differ in a number are titles, and not the header of the deck."""
    pages: list[list[Thing]] = [
        [Text(f"Tip {number}", 60, 44), Text(title, 250)] for number, title in enumerate(TITLES, start=1)
    ]
    assert [title for title, _ in read(drawn_pdf(pages))] == [f"Tip {number}" for number in range(1, 7)]


def test_numbered_titles_as_small_as_the_text_stay() -> None:
    """The largest line of a slide is its title, also where all lines are small."""
    pages: list[list[Thing]] = [
        [Text(f"Tip {number}", 60, 20), Text(title, 250, 20)] for number, title in enumerate(TITLES, start=1)
    ]
    assert [title for title, _ in read(drawn_pdf(pages))] == [f"Tip {number}" for number in range(1, 7)]


def test_small_line_with_the_number_of_its_page_stays() -> None:
    """A small line at the edge with another word than one for a page is a part of the slide."""
    assert read(drawn_pdf([[Text("Tides", 80, 36), Text("Python 1", 525, 10)]])) == [("Tides", "Python 1")]


def test_page_of_nothing_but_its_number_says_nothing() -> None:
    """A picture that fills the slide leaves the number of the page, which is no text."""
    assert read(drawn_pdf([[Text("1", 525, 10)]])) == [("", "")]


def test_number_by_which_the_pdf_calls_the_page_is_removed() -> None:
    """Where the slides are counted otherwise than the pages, the number on them is the label of the page."""
    pages: list[list[Thing]] = [[Text(title, 80, 36), Text("7", 525, 10)] for title in TITLES[:2]]
    labels = [PageLabel(7), PageLabel(7)]
    assert read(drawn_pdf(pages, labels=labels)) == [("Tides", ""), ("Boats", "")]
