"""The Content Security Policies that the documentation gives, in force."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import View, served, view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from .conftest import Folders

DOCS = Path(__file__).parents[2] / "docs" / "how-to" / "security-policy.md"
PAGES = ("green.html", "index.html", "table.html", "times.html", "person.html")
LISTEN = """window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});"""
BREAK = """() => {
  document.head.append(Object.assign(document.createElement("script"), { textContent: "1" }));
}"""


def policy(theme: str) -> str:
    """Return the policy for *theme* in one line, as a server sends it."""
    text = DOCS.read_text(encoding="utf-8")
    [found] = re.findall(rf"^:caption: {theme}\b.*\n\n((?:.+\n)+)```$", text, re.MULTILINE)
    return " ".join(found.split())


@pytest.fixture(scope="module", params=["alabaster", "furo"])
def strict(request: pytest.FixtureRequest, folders: Folders) -> Iterator[str]:
    """Return the address of the site in a theme, which is served with the policy for it."""
    with served(folders(request.param), {"Content-Security-Policy": policy(request.param)}) as base:
        yield base


@pytest.fixture
def reader(browser: Browser, strict: str) -> Iterator[View]:
    """Return a view that notes what the policy forbids."""
    found = view(browser, strict)
    found.page.add_init_script(LISTEN)
    yield found
    found.page.context.close()


def test_nothing_is_forbidden(reader: View) -> None:
    """Neither of ours nor of the theme, on any kind of page."""
    found = {path: reader.go(path).evaluate("() => window.violations") for path in PAGES}
    assert {path: forbidden for path, forbidden in found.items() if forbidden} == {}
    assert reader.errors == []


def test_a_search_finds(reader: View) -> None:
    """Its index is a script that comes when it is asked for."""
    page = reader.go("search.html?q=moss")
    expect(page.locator("#search-results li a").first).to_be_visible()
    assert page.evaluate("() => window.violations") == []


def test_a_player_comes_after_a_click(reader: View) -> None:
    """Its host is one that the policy names."""
    page = reader.go("far.html")
    page.get_by_role("button", name="Show here").click()
    expect(page.locator(".er-face iframe")).to_be_focused()
    assert page.evaluate("() => window.violations") == []
    assert reader.foreign


def test_slides_are_turned(reader: View) -> None:
    """The script of the slides sets no styles that the policy forbids."""
    page = reader.go("green.html")
    page.get_by_role("button", name="Next slide").click()
    expect(page.locator(".er-position")).to_have_text("2 / 7")
    page.get_by_role("button", name="Text").first.click()
    assert page.evaluate("() => window.violations") == []


def test_a_listing_is_filtered(reader: View) -> None:
    """The script of listings draws its controls, and follows them."""
    page = reader.go("table.html")
    page.get_by_role("searchbox").last.fill("far")
    expect(page.locator(".er-listing-table tbody tr")).to_have_count(1)
    assert page.evaluate("() => window.violations") == []


def test_the_policy_is_in_force(reader: View) -> None:
    """What it does not allow is noticed."""
    page = reader.go("green.html")
    page.evaluate(BREAK)
    page.wait_for_function("() => window.violations.length === 1")
