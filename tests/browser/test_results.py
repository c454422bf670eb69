"""The page of results: what was meant comes first, says what it is, and is a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import served, view
from support.prose import FILES
from support.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

MANY = "\n\n".join(f"## Agenda\n\nSundew {number}.\n" for number in range(30))
SIGNS = (
    "---\ntitle: Rock & Moss\nevent: {name: Rock & Moss, start: 2022-02-02}\n---\n\n"
    "## Ferns aren't mosses\n\n```{talk}\n:speakers: Ada O'Fern\n```\n\n"
    "Said twice. A kettle stood by the door, and the wind that scours the moor blew it over.\n"
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the site."""
    more = {"many.md": f"---\norphan: true\n---\n\n# Many\n\n{MANY}", "signs.md": SIGNS}
    site = Site(tmp_path_factory.mktemp("results")).write({**FILES, **more})
    with served(site.build(config={"html_theme": "furo"}).outdir) as address:
        yield address


@pytest.fixture
def search(browser: Browser, base: str) -> Iterator[Callable[[str], Page]]:
    """Return what asks the site; nothing may go wrong in its page."""
    views = []

    def search(words: str) -> Page:
        views.append(view(browser, base))
        page = views[-1].go("search.html")
        page.locator("form input[name=q]").last.fill(words)
        page.locator("form input[name=q]").last.press("Enter")
        page.wait_for_url("**/search.html?q=*")
        expect(page.locator(".search-summary")).not_to_be_empty()
        return page

    yield search
    assert [error for each in views for error in each.errors] == []
    for each in views:
        each.page.context.close()


@pytest.mark.parametrize(
    ("words", "kind", "title", "path"),
    [
        ("zoe branza", "Person", "Zoë Brânză", "zoe.html"),
        ("brazna", "Person", "Zoë Brânză", "zoe.html"),
        ("sundews dusk", "Talk", "Sundews at Dusk", "bog.html#sundews-at-dusk"),
        ("larch boards", "Decision", "Boards are larch", "bog.html#decision-d7"),
        ("bladerwort", "Talk", "Sundews at Dusk", "bog.html#sundews-at-dusk"),
        ("404", "Section", "Pool 404", "bog.html#pool-404"),
        ("C++", "Section", "Pool 404", "bog.html#pool-404"),
        ("kettle scours", "Slide 4", "Horsetail", "heath.html#slide-heather-4"),
        ("horsetails", "Slide 4", "Horsetail", "heath.html#slide-heather-4"),
        ("heath day 2023", "Event", "Heath Day", "heath.html"),
        ("ferns arent mosses", "Talk", "Ferns aren’t mosses", "signs.html#ferns-aren-t-mosses"),
        ("rock & moss", "Event", "Rock & Moss", "signs.html"),
    ],
)
def test_what_was_meant_comes_first(
    search: Callable[[str], Page], words: str, kind: str, title: str, path: str
) -> None:
    """With its kind in words, its title, and the address of its place."""
    first = search(words).locator("#search-results li").first
    found = [first.locator(".er-result-kind").inner_text(), first.locator("a").inner_text()]
    assert [*found, (first.locator("a").get_attribute("href") or "").removeprefix("./")] == [
        kind,
        title,
        path,
    ]


def test_a_slide_says_where_it_belongs(search: Callable[[str], Page]) -> None:
    """Talk, event and day, with its small picture."""
    first = search("kettle scours").locator("#search-results li").first
    expect(first.locator(".er-result-where")).to_have_text("Heather · Heath Day · 4 May 2023")
    expect(first.locator("img")).to_have_js_property("complete", value=True)


def test_two_words_on_one_slide_are_meant_together(search: Callable[[str], Page]) -> None:
    """In the prose of a talk both may stand as well, far from each other."""
    kinds = search("kettle scours").locator("#search-results .er-result-kind")
    assert kinds.all_inner_texts()[:2] == ["Slide 4", "Talk"]


def test_one_title_does_not_flood_the_first_results(search: Callable[[str], Page]) -> None:
    """Of thirty sections of one name three come before what else there is, and twenty results at once."""
    page = search("sundew")
    titles = page.locator("#search-results li a").all_inner_texts()
    assert (titles[:6].count("Agenda"), len(titles)) == (3, 20)


def test_more_results_come_when_asked_for(search: Callable[[str], Page]) -> None:
    """The focus goes to the first of them."""
    page = search("sundew")
    page.get_by_role("button", name="More results").click()
    expect(page.locator("#search-results li").nth(20).locator("a")).to_be_focused()


def test_words_that_are_nowhere_are_said_to_be(search: Callable[[str], Page]) -> None:
    """In the words of Sphinx."""
    expect(search("zzyzx").locator(".search-summary")).to_contain_text("did not match")


def test_a_name_is_found_by_a_key(browser: Browser, base: str) -> None:
    """Its place is opened, without the mouse."""
    reader = view(browser, base)
    page = reader.go("bog.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("horset")
    expect(page.get_by_role("option").first).to_contain_text("Slide · Heath Day · 4 May 2023")
    page.keyboard.press("Enter")
    page.wait_for_url("**/heath.html#slide-heather-4")
    assert reader.errors == []
    page.context.close()
