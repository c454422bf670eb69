"""Addresses with a fragment that is not encoded as it should be."""

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
