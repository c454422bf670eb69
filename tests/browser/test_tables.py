"""Tables of talks: facets whose state is in the address, a head in sight, rows of two lines on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from .conftest import Looks

TALKS = "talks.html"
PHONE = {"width": 390, "height": 800}
HOSTED = 2
"""The talks of the site whose slides are at a host have decks as well, so their people are looked for."""


def rows(page: Page) -> Locator:
    """Return the rows of the table that are in the page."""
    return page.locator(".er-listing-table tbody tr")


def choose(page: Page, person: str) -> None:
    """Choose the talks of somebody."""
    page.get_by_role("combobox", name="Person").select_option(label=person)


def test_a_facet_keeps_its_rows_and_says_how_many(look: Looks) -> None:
    """Where nothing filters, nothing is said."""
    page = look(TALKS).page
    number = rows(page).count()
    expect(page.get_by_role("status")).to_have_text("")
    choose(page, f"Bo Sand ({HOSTED})")
    expect(rows(page)).to_have_count(HOSTED)
    expect(page.get_by_role("status")).to_have_text(f"{HOSTED} of {number} shown")


def test_a_facet_is_in_the_address(look: Looks) -> None:
    """The page that it leads to shows the same; the way back shows all."""
    view = look(TALKS)
    number = rows(view.page).count()
    choose(view.page, f"Bo Sand ({HOSTED})")
    assert view.page.url.endswith("?person=Bo+Sand")
    view.page.reload()
    expect(rows(view.page)).to_have_count(HOSTED)
    view.page.go_back()
    expect(rows(view.page)).to_have_count(number)


def test_filters_are_cleared_at_once(look: Looks) -> None:
    """The button is there while something is chosen."""
    page = look(TALKS).page
    number = rows(page).count()
    choose(page, f"Bo Sand ({HOSTED})")
    page.get_by_role("button", name="Clear filters").click()
    expect(rows(page)).to_have_count(number)
    expect(page.get_by_role("button", name="Clear filters")).to_be_hidden()


@pytest.mark.parametrize("theme", ["furo", "pydata_sphinx_theme", "sphinx_rtd_theme"])
def test_the_head_of_a_table_stays_in_sight(look: Looks, theme: str) -> None:
    """Below what the theme keeps there."""
    page = look(TALKS, theme, viewport={"width": 1440, "height": 500}).page
    page.mouse.wheel(0, 450)
    head = page.locator(".er-listing-table th").first
    expect(head).to_be_in_viewport()
    top = page.evaluate("parseFloat(getComputedStyle(document.body).getPropertyValue('--er-top'))")
    page.wait_for_function(
        "top => document.querySelector('.er-listing-table th').getBoundingClientRect().top >= top - 1",
        arg=top,
    )


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_on_a_phone_a_row_has_two_lines(look: Looks, has_script: bool) -> None:  # noqa: FBT001
    """The title with its marks, then day and speakers."""
    page = look(TALKS, viewport=PHONE, java_script_enabled=has_script).page
    box = rows(page).first.bounding_box()
    assert box is not None
    assert box["height"] < 80
    assert box["x"] + box["width"] <= PHONE["width"]


def test_rows_in_lines_are_rows_to_a_screen_reader(look: Looks) -> None:
    """The roles that the layout takes are written out."""
    page = look(TALKS, viewport=PHONE).page
    expect(page.get_by_role("row").nth(1).get_by_role("cell").first).to_be_attached()


def test_facets_wait_behind_a_button_on_a_phone(look: Looks) -> None:
    """It says how many are set."""
    page = look(f"{TALKS}?person=Bo+Sand", viewport=PHONE).page
    expect(page.get_by_role("combobox", name="Person")).to_be_hidden()
    page.get_by_role("button", name="Filters (1)").click()
    expect(page.get_by_role("combobox", name="Person")).to_be_visible()


COMING = """document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") return;
  const listing = document.querySelector("[data-er-listing]");
  const rows = listing.querySelectorAll("tbody > tr");
  const last = [...rows].map((row, place) => (place ? "2001-01-01" : "2999-01-01"));
  const data = JSON.parse(listing.dataset.erListing);
  Object.assign(data, { upcoming: "first", last, calendars: { 0: "a.event.ics" } });
  data.words.calendar = "Add to calendar";
  listing.dataset.erListing = JSON.stringify(data);
})"""
"""Has the first row of a table take place in the future."""


def test_what_is_to_come_can_be_put_into_a_calendar(look: Looks) -> None:
    """In a group above the others, by a link that says which event it is."""
    view = look()
    view.page.add_init_script(COMING)
    soon = view.go(TALKS).locator(".er-soon")
    title = soon.locator(".er-title-cell a").first.text_content()
    expect(soon.locator("tbody tr")).to_have_count(1)
    link = soon.get_by_role("link", name=f"Add to calendar: {title}")
    expect(link).to_have_attribute("href", "a.event.ics")
