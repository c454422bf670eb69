"""Pages are for everybody: rules of axe-core, keys alone, narrow windows, few colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Looks

PAGES = (
    "green.html",
    "far.html",
    "index.html",
    "table.html",
    "times.html",
    "person.html",
    "eventreport-people.html",
    "search.html?q=moss",
)
THEIRS = {
    # The words of the icons at the top stand outside of all landmarks; the two sides of a page have no names.
    "furo": [[".content-icon-container"], [".sidebar-drawer"]],
    # The words that a search marks are too faint in the dark.
    "pydata_sphinx_theme": [[".highlighted"]],
}
"""What themes draw, and what is wrong with it, is theirs."""

UNFOLD = "() => document.querySelectorAll('details').forEach((text) => { text.open = true; })"
NUMBER = """() => [...document.querySelectorAll(
  "article :is(a[href], button, input, select, summary, [tabindex='0'])"
)]
  .filter((each) => each.checkVisibility() && !each.disabled && each.tabIndex >= 0)
  .filter((each) => !each.matches(".headerlink"))
  .map((each, number) => { each.dataset.number = number; return each.outerHTML.slice(0, 90); })"""
ALL_DRAWN = """() => [...document.querySelectorAll(".er-slides-player")]
  .every((deck) => deck.querySelector(".er-position"))"""
FOCUSED = """() => {
  const here = document.activeElement;
  const shows = [null, "::after"].map((part) => getComputedStyle(here, part))
    .some((style) => style.outlineStyle !== "none" || style.boxShadow !== "none");
  return { number: here.dataset.number, isShown: shows, isBody: here === document.body };
}"""
WIDE = """() => [...document.querySelectorAll("[class*='er-']")]
  .filter((each) => each.checkVisibility())
  .filter((each) => !each.parentElement.closest(".er-stage, .er-strip, .er-listing-table"))
  .filter((each) => !each.matches(".er-unseen, .er-listing-table"))
  .filter((each) => { const box = each.getBoundingClientRect(); return box.left < -1 || box.right > 321; })
  .map((each) => each.className)"""
BORDERS = """(selector) => [...document.querySelectorAll(selector)].map((each) => {
  const { borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(each);
  return borderTopStyle === "none" || borderTopWidth === "0px" ? "" : borderTopColor;
})"""


def broken(page: Page, theme: str, path: str, *rules: str) -> list[tuple[str, list[str]]]:
    """Return the rules of axe-core, all or those named, that *page* breaks, each with where it does."""
    options: dict[str, Any] = {
        "preload": False,
        "resultTypes": ["violations"],
        **({"runOnly": [*rules]} if rules else {}),
    }
    if path.startswith("search"):
        options["rules"] = {"page-has-heading-one": {"enabled": False}}  # The whole page is the theme's.
    found = page.evaluate("(args) => axe.run(...args)", [{"exclude": THEIRS[theme]}, options])
    return [(each["id"], [node["html"][:150] for node in each["nodes"]]) for each in found["violations"]]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("theme", THEIRS)
def test_no_rule_of_axe_is_broken(look: Looks, theme: str, path: str) -> None:
    """Headings in their order, names, roles, contrast; in the dark, contrast again."""
    page = look(path, theme, color_scheme="light", reduced_motion="reduce").page
    if path.startswith("search"):
        expect(page.locator("#search-results li a").first).to_be_visible()
    page.evaluate(UNFOLD)
    page.evaluate(AXE_SCRIPT)
    assert broken(page, theme, path) == []
    page.emulate_media(color_scheme="dark")
    assert broken(page, theme, path, "color-contrast") == []


@pytest.mark.parametrize("path", ["two.html", "far.html", "index.html", "table.html", "person.html"])
def test_keys_reach_everything(look: Looks, path: str) -> None:
    """Who presses the tab key comes to every link, button and field, and sees where."""
    page = look(path, reduced_motion="reduce").page
    page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function(ALL_DRAWN)
    page.evaluate("() => window.scrollTo(0, 0)")
    wanted = page.evaluate(NUMBER)
    reached, unseen = set(), set()
    for _ in range(200):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here["isBody"]:
            break
        if here["number"] is not None:
            reached.add(int(here["number"]))
            unseen |= set() if here["isShown"] else {wanted[int(here["number"])]}
    assert [name for number, name in enumerate(wanted) if number not in reached] == []
    assert unseen == set()


def test_keys_open_a_player(look: Looks) -> None:
    """The button of a facade is pressed as any other."""
    page = look("far.html").page
    page.get_by_role("button", name="Show here").press("Enter")
    expect(page.locator(".er-face iframe")).to_be_focused()


def test_keys_sort_a_table(look: Looks) -> None:
    """The heads of columns are buttons."""
    page = look("table.html").page
    page.get_by_role("button", name="Event", exact=True).press("Space")
    expect(page.get_by_role("columnheader", name="Event")).to_have_attribute("aria-sort", "ascending")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_lost_at_four_times_the_size(look: Looks, path: str) -> None:
    """A window of 1280 pixels is 320 wide then: lines are broken, nothing is beside the page."""
    page = look(path, viewport={"width": 320, "height": 256}).page
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert page.evaluate(WIDE) == []


def test_buttons_and_facades_have_lines_in_forced_colours(look: Looks) -> None:
    """Where the system chooses the colours, a background says nothing."""
    view = look(forced_colors="active")
    page = view.go("far.html")
    assert all(page.evaluate(BORDERS, ".er-face, .er-open"))
    page = view.go("green.html")
    page.wait_for_function("() => document.querySelector('.er-strip')")
    assert all(page.evaluate(BORDERS, ".er-slides, .er-button"))


def test_the_slide_in_sight_is_told_apart_in_forced_colours(look: Looks) -> None:
    """Its small picture has a line of another colour than the others."""
    page = look("green.html", forced_colors="active").page
    page.wait_for_function("() => document.querySelector('.er-strip')")
    first, *others = page.evaluate(BORDERS, ".er-thumbnail")
    assert first not in others


def test_the_tag_that_filters_is_told_apart_in_forced_colours(look: Looks) -> None:
    """As is the page of a listing."""
    page = look("table.html", forced_colors="active").page
    first, *others = page.evaluate(BORDERS, "ul.er-categories a")
    assert first not in others
