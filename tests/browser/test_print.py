"""What stands on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Looks

PAPER = {"width": 642, "height": 971}
"""The inside of a sheet of A4 with margins of 2 cm, in CSS pixels."""
NUMBERS = """() => [...document.querySelectorAll(".er-slide")]
  .map((slide) => getComputedStyle(slide, "::after").content)"""
WRITTEN = """(selector) => getComputedStyle(document.querySelector(selector), "::after").content"""


def on_paper(look: Looks, path: str) -> Page:
    """Open a page as it is printed."""
    view = look(viewport=PAPER)
    view.page.emulate_media(media="print")
    return view.go(path)


def test_two_slides_fill_a_sheet(look: Looks) -> None:
    """Each takes the width there is, and two of them with their numbers are no higher than the sheet."""
    boxes = [slide.bounding_box() for slide in on_paper(look, "green.html").locator(".er-slide").all()]
    [height] = {round(box["height"]) for box in boxes if box}
    assert PAPER["height"] / 3 < height <= PAPER["height"] / 2


def test_slides_have_their_numbers(look: Looks) -> None:
    """For somebody who speaks of one."""
    assert on_paper(look, "green.html").evaluate(NUMBERS) == [f'"{number}"' for number in range(1, 8)]


@pytest.mark.parametrize("path", ["green.html", "far.html", "table.html"])
def test_there_are_no_buttons(look: Looks, path: str) -> None:
    """Nobody can press them; heads of columns keep their words."""
    page = on_paper(look, path)
    for button in page.locator("article").locator("button:not(.er-sort-button), input, select").all():
        expect(button).to_be_hidden()
    for links in page.locator(".er-categories, .er-pages").all():
        expect(links).to_be_hidden()


def test_links_are_written_out(look: Looks) -> None:
    """Behind the title of a facade is its address."""
    assert (
        on_paper(look, "far.html").evaluate(WRITTEN, ".er-face-title a") == '" <https://slides.com/bo/far>"'
    )


@pytest.mark.parametrize("theme", ["furo", "sphinx_rtd_theme"])
def test_a_deck_begins_where_there_is_room_for_a_slide(look: Looks, theme: str) -> None:
    """Not on the next sheet, with this one empty, as themes have it for figures."""
    view = look(theme=theme, viewport=PAPER)
    view.page.emulate_media(media="print")
    figure = view.go("green.html").locator("figure.er-deck")
    assert figure.evaluate("(figure) => getComputedStyle(figure).breakInside") == "auto"


def test_a_slide_does_not_hold_on_to_the_next(look: Looks) -> None:
    """A theme that forbids breaks after figures and pictures would push all slides to the next sheet."""
    view = look(theme="furo")
    view.page.emulate_media(media="print")
    slide = view.go("green.html").locator("figure.er-slide").first
    breaks = "(slide) => [slide, slide.querySelector('img')].map((node) => getComputedStyle(node).breakAfter)"
    assert slide.evaluate(breaks) == ["auto", "auto"]


def test_the_head_of_a_table_is_on_each_sheet(look: Looks) -> None:
    """A browser repeats what is the head of a table, and nothing that is fixed."""
    page = on_paper(look, "talks.html")
    style = "(node, name) => getComputedStyle(node)[name]"
    assert page.locator(".er-listing-table thead").evaluate(style, "display") == "table-header-group"
    assert page.locator(".er-listing-table th").first.evaluate(style, "position") == "static"


def test_pdf_has_every_slide(look: Looks) -> None:
    """The browser makes a PDF of a report with its slides on as many sheets as they need."""
    page = look("green.html").page
    pdf = page.pdf(format="A4", margin={"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"})
    sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 4 <= sheets <= 6
