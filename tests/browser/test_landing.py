"""Who comes from a search lands on the words, wherever in the page they are."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.browser import served, view
from support.prose import FILES
from support.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def prose(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Return what serves the site of long pages in a theme."""
    site = Site(tmp_path_factory.mktemp("prose")).write(FILES)
    with ExitStack() as servers:

        @cache
        def base(theme: str) -> str:
            return servers.enter_context(served(site.build(out=theme, config={"html_theme": theme}).outdir))

        yield base


@pytest.fixture
def land(browser: Browser, prose: Callable[[str], str]) -> Iterator[Callable[..., Page]]:
    """Return what opens a page as a search for some words leads to it; nothing may go wrong in it."""
    views = []

    def land(words: str, path: str = "bog.html", theme: str = "furo", **options: Any) -> Page:  # noqa: ANN401
        views.append(view(browser, prose(theme), **options))
        page = views[-1].go("search.html")
        page.evaluate("(words) => localStorage.setItem('sphinx_highlight_terms', words)", words)
        page.evaluate("(path) => { location.href = path; }", path)
        page.wait_for_url(f"**/{path}")
        page.wait_for_load_state()
        return page

    yield land
    assert [error for each in views for error in each.errors] == []
    for each in views:
        each.page.context.close()


@pytest.mark.parametrize("theme", ["furo", "pydata_sphinx_theme", "sphinx_rtd_theme"])
def test_a_word_in_prose_is_in_sight(land: Callable[..., Page], theme: str) -> None:
    """The paragraph with the word, screens below the top, with the word marked, in any theme."""
    page = land("bladderwort", theme=theme)
    expect(page.get_by_text("Nobody expected a")).to_be_in_viewport()
    expect(page.locator(".highlighted").first).to_have_text("bladderwort")


def test_the_block_with_most_words_wins(land: Callable[..., Page]) -> None:
    """Boards are everywhere, and larch with them in one place only."""
    page = land("boards walk larch")
    expect(page.get_by_text("The walk is laid anew")).to_be_in_viewport()


def test_accents_do_not_count(land: Callable[..., Page]) -> None:
    """What was typed without them is found and marked with them, in a fold that opens."""
    page = land("creme sphagnum")
    expect(page.get_by_text("was served to")).to_be_in_viewport()
    expect(page.locator(".highlighted")).to_have_text(["crème", "sphagnum"])


def test_signs_belong_to_a_word(land: Callable[..., Page]) -> None:
    """C++ is not every C."""
    page = land("c++")
    expect(page.get_by_text("and node.js, of all things")).to_be_in_viewport()
    expect(page.locator(".highlighted").first).to_have_text("C++")


def test_a_section_is_searched_where_the_address_names_it(land: Callable[..., Page]) -> None:
    """The words are in the lead as well, and the result was the section."""
    page = land("sundew", "bog.html#pool-404")
    expect(page.get_by_text("The sundew shares its pool")).to_be_in_viewport()
    assert page.url.endswith("#pool-404")


def test_words_far_below_the_heading_are_in_sight(land: Callable[..., Page]) -> None:
    """The browser goes to the heading that the address names, and more than once."""
    page = land("larch anew", "bog.html#pool-404")
    page.wait_for_timeout(1_200)
    expect(page.get_by_text("The walk is laid anew")).to_be_in_viewport()


def test_words_on_a_slide_turn_the_deck(land: Callable[..., Page]) -> None:
    """On a page of prose and a deck."""
    page = land("scours kettle", "heath.html")
    expect(page.locator(".er-position")).to_have_text("4 / 7")


def test_who_comes_back_stands_where_they_left(land: Callable[..., Page]) -> None:
    """The words are not looked for again, and the address is that of the page."""
    page = land("bladderwort")
    expect(page.get_by_text("Nobody expected a")).to_be_in_viewport()
    page.evaluate("() => scrollTo({ top: 0, behavior: 'instant' })")
    page.wait_for_function("() => scrollY === 0")
    page.goto("about:blank")
    page.go_back()
    page.wait_for_load_state()
    assert page.evaluate("() => scrollY") == 0
    assert page.url.endswith("/bog.html")


def test_other_pages_stay_at_their_top(land: Callable[..., Page]) -> None:
    """Without words from a search, nothing moves."""
    page = land("")
    assert page.evaluate("() => scrollY") == 0
