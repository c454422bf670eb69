"""What a page with slides asks for, and what it is without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from .conftest import Looks

QUARTER_OF_A_MEGABYTE = 250_000
# What stands in a section of the report; a theme's own icons are not counted.
SHIFTS = """window.shifted = 0;
const isOurs = ({ node }) => node && (node.closest ? node : node.parentElement).closest("section > *");
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (entry.sources.some(isOurs)) window.shifted += entry.value;
})).observe({ type: "layout-shift", buffered: true });"""

BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.name.includes("/_static/eventreport"))
  .map((entry) => entry.renderBlockingStatus)"""


def test_few_pictures_come_before_somebody_reads(look: Looks) -> None:
    """Of five decks of 30 slides, at most a quarter of a megabyte."""
    view = look("five.html")
    view.settle()
    # Of the headers: the browser may have let go of the body.
    weight = sum(int(picture.headers["content-length"]) for picture in view.pictures)
    assert 0 < weight <= QUARTER_OF_A_MEGABYTE


def test_no_other_host_is_asked(look: Looks) -> None:
    """Slides stand beside the page, and are shown by what stands beside it."""
    view = look("five.html")
    view.settle()
    assert view.foreign == []


@pytest.mark.parametrize("path", ["five.html", "table.html"])
def test_nothing_of_ours_blocks_rendering(look: Looks, path: str) -> None:
    """Title and navigation are painted while our style sheets and scripts come."""
    assert set(look(path).page.evaluate(BLOCKING)) == {"non-blocking"}


def test_a_site_s_own_properties_win(look: Looks) -> None:
    """Though its style sheet comes before ours."""
    page = look("five.html").page
    page.add_style_tag(content="body { --er-gap: 3rem; }")
    assert page.evaluate("() => getComputedStyle(document.body).getPropertyValue('--er-gap')") == "3rem"


def test_nothing_moves_while_the_page_comes(look: Looks) -> None:
    """Pictures, bars and small pictures have their room from the beginning."""
    view = look()
    view.page.add_init_script(SHIFTS)
    page = view.go("five.html")
    decks = page.locator(".er-deck")
    for number in range(5):
        # One after the other, each until it is there: a fast reader passes one by before it is looked at.
        decks.nth(number).scroll_into_view_if_needed()
        expect(decks.nth(number).locator(".er-strip")).to_be_attached()
    assert page.evaluate("() => window.shifted") == 0


def test_the_next_slide_is_there_when_it_is_turned_to(look: Looks) -> None:
    """The pictures beside the one in sight are fetched."""
    page = look("green.html", reduced_motion="reduce").page
    page.locator(".er-stage").focus()
    page.keyboard.press("PageDown")
    page.wait_for_function("() => document.querySelector('#slide-moss-3 img').complete")


def test_without_a_script_slides_stand_in_a_row_with_their_texts(look: Looks) -> None:
    """The row is wider than its frame, so that it scrolls."""
    page = look("green.html", java_script_enabled=False).page
    boxes = [slide.bounding_box() for slide in page.locator(".er-slide").all()]
    lefts = [box["x"] for box in boxes if box]
    assert len(lefts) == 7
    assert lefts == sorted(lefts)
    frame = page.locator(".er-stage").bounding_box()
    assert frame is not None
    assert lefts[-1] > frame["x"] + frame["width"]


def test_without_a_script_the_next_slide_looks_in(look: Looks) -> None:
    """It says that there is more."""
    page = look("green.html", java_script_enabled=False).page
    expect(page.locator("#slide-moss-2 img")).to_be_in_viewport(ratio=0.01)


def test_without_a_script_a_text_unfolds(look: Looks) -> None:
    """It is the browser's own fold."""
    page = look("green.html", java_script_enabled=False).page
    page.get_by_text("Text of 7 slides").click()
    expect(page.get_by_text("Grows on stones")).to_be_visible()


def test_without_a_script_addresses_lead_to_slides(look: Looks) -> None:
    """The browser scrolls the row."""
    page = look("refers.html", java_script_enabled=False).page
    page.get_by_role("link", name="slide 5 of Moss").click()
    expect(page.locator("#slide-moss-5 img")).to_be_in_viewport(ratio=0.5)


def test_without_a_script_the_pdf_is_one_click_away(look: Looks) -> None:
    """The link says where it leads."""
    page = look("green.html", java_script_enabled=False).page
    with page.expect_download() as download:
        page.locator(".er-bar-file a").click(modifiers=["Alt"])
    assert download.value.suggested_filename == "moss.pdf"
