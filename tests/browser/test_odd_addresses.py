"""Addresses and browsers that are not as a script would have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from .conftest import Looks


@pytest.mark.parametrize("fragment", ["#100%", "#%E9", "#%"])
def test_listings_work(look: Looks, fragment: str) -> None:
    """All of them: none keeps those below it from getting their controls."""
    page = look("table.html").page
    expect(page.get_by_role("searchbox").last).to_be_visible()
    usual = page.locator(".er-controls").count()
    expect(look(f"table.html{fragment}").page.locator(".er-controls")).to_have_count(usual)


def test_players_work(look: Looks) -> None:
    """A reader can turn the slides."""
    page = look("green.html#100%").page
    page.get_by_role("button", name="Next slide").click()
    expect(page.locator(".er-position")).to_have_text("2 / 7")


def test_a_browser_that_keeps_no_steps_sorts_all_the_same(look: Looks) -> None:
    """Safari refuses more than a hundred in half a minute."""
    view = look()
    view.page.add_init_script("history.pushState = () => { throw new Error('too many') }")
    button = view.go("table.html").locator(".er-sort-button").first
    button.click()
    expect(view.page.locator("th[aria-sort]").first).to_be_visible()


BROKEN = """document.addEventListener("readystatechange", () => {
  const listing = document.querySelector("[data-er-listing]");
  if (document.readyState !== "interactive") return;
  const other = listing.cloneNode(true);
  other.dataset.erListing = "{";
  listing.before(other);
})"""
"""Puts a listing that another script has changed above the first."""


def test_a_listing_that_cannot_be_made_costs_itself(look: Looks) -> None:
    """Those below it have their controls, and the browser's console says what is wrong."""
    view = look()
    view.page.add_init_script(BROKEN)
    page = view.go("table.html")
    expect(page.locator("[data-er-listing='{']")).to_have_count(1)
    expect(page.locator("[data-er-ready]")).to_have_count(page.locator("[data-er-listing]").count() - 1)
    assert ["JSON" in error for error in view.errors] == [True]
    view.errors.clear()
