"""The same few entries on every page, the report before by date, and the way up, in the usual themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from .conftest import Looks

ENTRIES = ["Years", "Series", "People", "Tags"]
NAVIGATION = {
    "furo": ".sidebar-tree a",
    "pydata_sphinx_theme": ".bd-header .navbar-header-items a.nav-internal",
    "sphinx_rtd_theme": ".wy-menu-vertical a",
}


def entries(page: Page, theme: str) -> Locator:
    """Return the entries of the site's navigation that a reader sees."""
    return page.locator(NAVIGATION[theme]).filter(visible=True)


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("theme", list(NAVIGATION))
def test_a_report_has_the_way_around(look: Looks, theme: str, has_script: bool) -> None:  # noqa: FBT001
    """With script and without."""
    page = look("last.html", theme, java_script_enabled=has_script).page
    expect(entries(page, theme)).to_have_text(ENTRIES)
    expect(page.locator(".er-trail a")).to_have_attribute("href", "index.html")
    # Named by its day in all themes but that of Read the Docs, which has that as the title of its button.
    older = page.locator("a", has_text="1 May 2024").or_(page.locator("a[title*='1 May 2024']"))
    expect(older.last).to_be_visible()


@pytest.mark.parametrize("theme", list(NAVIGATION))
def test_an_entry_leads_to_an_index_with_the_same_entries(look: Looks, theme: str) -> None:
    """From there, one goes on in the same way."""
    page = look("last.html", theme).page
    entries(page, theme).filter(has_text="Series").click()
    expect(page.locator("h1")).to_contain_text("Series")
    expect(entries(page, theme)).to_have_text(ENTRIES)
