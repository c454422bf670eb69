"""Pagefind, run over the built pages, makes an entry of each slide."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import served, view
from support.decks import FILES
from support.prose import FILES as PROSE
from support.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Route

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
)
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


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site that Pagefind searches by our records, under a strict policy."""
    pytest.importorskip("pagefind_bin", reason="no pagefind_bin for this system")
    site = Site(tmp_path_factory.mktemp("records")).write(PROSE)
    look = {"html_theme": "alabaster", "eventreport_search": "pagefind"}
    with served(site.build(config=look).outdir, {"Content-Security-Policy": POLICY}) as base:
        yield base


@pytest.mark.parametrize(
    ("words", "called", "path"),
    [
        ("kettle scours", "Slide 4", "/heath.html#slide-heather-4"),
        ("sundews dusk", "Talk", "/bog.html#sundews-at-dusk"),
        ("zoe branza", "Person", "/zoe.html"),
        ("boards larch", "Decision", "/bog.html#decision-d7"),
        ("404", "Section", "/bog.html#pool-404"),
        ("bladerwort", "Talk", "/bog.html#sundews-at-dusk"),
        ("brazna", "Person", "/zoe.html"),
        ("which kettel scoures", "Slide 4", "/heath.html#slide-heather-4"),
    ],
)
def test_a_record_is_a_place(browser: Browser, records: str, words: str, called: str, path: str) -> None:
    """With what it is, at its address, and nothing of another host."""
    reader = view(browser, records)
    first = reader.go(f"search.html?q={words}").locator("#search-results li").first
    expect(first.locator(".er-result-kind")).to_have_text(called)
    assert (first.locator("a").get_attribute("href"), reader.foreign) == (records + path, [])
    reader.page.context.close()


def test_a_reader_chooses_by_a_facet(browser: Browser, records: str) -> None:
    """Talks only."""
    page = view(browser, records).go("search.html?q=bog")
    page.get_by_label("Kind").select_option("Talk")
    expect(page.locator(".er-result-kind").first).to_have_text("Talk")
    expect(page.locator(".er-result-kind").filter(has_text="Section")).to_have_count(0)
    page.context.close()


def test_a_choice_is_not_mixed_with_what_came_late(browser: Browser, records: str) -> None:
    """Who chooses while the first results are still on their way sees those of the choice only."""
    page = view(browser, records).page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/pagefind/fragment/**", hold)
    page.goto(f"{records}/search.html?q=bog")
    page.get_by_label("Kind").select_option("Talk")
    for route in held:
        route.continue_()
    page.unroute("**/pagefind/fragment/**")
    expect(page.locator(".er-result-kind")).to_have_text(["Talk", "Talk"])
    page.context.close()
