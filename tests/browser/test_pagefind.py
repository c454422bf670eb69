"""Pagefind, run over the built pages, makes an entry of each slide."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import served, view
from support.decks import FILES
from support.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

SUB_RESULTS = """async (words) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(words);
  const data = await Promise.all(found.results.map((result) => result.data()));
  return data.flatMap((page) => page.sub_results.map((part) => part.url));
}"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return the folder of a site with Pagefind's index in it; without its program, the test is passed by."""
    pytest.importorskip("pagefind_bin", reason="no pagefind_bin for this system")
    outdir = Site(tmp_path).write(FILES).build().outdir
    command = [sys.executable, "-m", "pagefind", "--site", str(outdir)]
    subprocess.run(command, check=True, capture_output=True)
    return outdir


def test_a_result_opens_at_its_slide(browser: Browser, pages: Path) -> None:
    """The address of the part that was found is that of the slide's text."""
    with served(pages) as base:
        page = view(browser, base).go("index.html")
        (found,) = [url for url in page.evaluate(SUB_RESULTS, "dust flashes") if "#" in url]
        page.goto(base + found)
        expect(page.locator(".er-position")).to_have_text("6 / 7")
        expect(page.get_by_text("Its dust flashes")).to_be_visible()
        page.context.close()
