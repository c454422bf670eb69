"""A search lands on the slide: Sphinx's own, in the themes that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import THEMES

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Looks


def search(look: Looks, theme: str, words: str, result: str) -> Page:
    """Search for *words*, and follow the *result*."""
    page = look(f"search.html?q={words}", theme).page
    page.locator("#search-results li a").get_by_text(result, exact=True).first.click()
    page.wait_for_load_state()
    return page


@pytest.mark.parametrize("theme", THEMES)
def test_a_phrase_leads_to_its_slide(look: Looks, theme: str) -> None:
    """The player is at the slide, which is in sight, unfolded, with the words marked."""
    page = search(look, theme, "dust+flashes", "Clubmoss")
    expect(page.locator(".er-position")).to_have_text("6 / 7")
    expect(page.locator("#slide-moss-6 img")).to_be_in_viewport(ratio=0.5)
    expect(page.get_by_text("Its dust flashes")).to_be_visible()
    # Of a word what its stem has, too, is marked.
    expect(page.locator(".er-slide-text:not([hidden]) .highlighted")).to_have_text(["dust", "flash"])


@pytest.mark.parametrize("theme", THEMES)
def test_a_title_leads_to_its_slide(look: Looks, theme: str) -> None:
    """By its address."""
    page = search(look, theme, "horsetail", "Horsetail")
    expect(page.locator(".er-position")).to_have_text("4 / 7")
    expect(page.locator("#slide-moss-4 img")).to_be_in_viewport(ratio=0.5)
    assert page.url.endswith("#slide-moss-4")
