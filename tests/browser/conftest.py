"""One browser for all tests, and each site built and served once."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from playwright.sync_api import sync_playwright
from support.browser import NAME, PROGRAM, PROGRAMS, View, launch, served, view
from support.decks import MORE
from support.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


class Folders(Protocol):
    """A theme -> the folder of the site in it."""

    def __call__(self, theme: str) -> Path:
        """Return the folder."""


class Sites(Protocol):
    """A theme -> the address of the site in it."""

    def __call__(self, theme: str) -> str:
        """Return the address."""


class Looks(Protocol):
    """A path, and options of the context -> what a reader sees."""

    def __call__(self, path: str = "", theme: str = "furo", **options: Any) -> View:  # noqa: ANN401
        """Return the view; with a path, the page is open."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser; where there is none, the tests are passed by."""
    if PROGRAM is None:
        pytest.skip(f"no `{PROGRAMS[NAME]}` on this system (apt-get install {PROGRAMS[NAME]})")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Return what builds the site in a theme when it is first asked for; it is read and drawn once."""
    site = Site(tmp_path_factory.mktemp("site"))

    @cache
    def folder(theme: str) -> Path:
        site.write(MORE)
        look = {"html_theme": theme, "html_title": "Site"}  # Short enough for the heads of themes on phones.
        built = site.build(out=theme, config=look)
        assert built.warnings == []
        return built.outdir

    return folder


@pytest.fixture(scope="session")
def sites(folders: Folders) -> Iterator[Sites]:
    """Return what serves the site in a theme."""
    with ExitStack() as servers:
        yield cache(lambda theme: servers.enter_context(served(folders(theme))))


@pytest.fixture
def look(browser: Browser, sites: Sites) -> Iterator[Looks]:
    """Return what opens a page for a reader; nothing may go wrong in it until the test is over."""
    views: list[View] = []

    def look(path: str = "", theme: str = "furo", **options: Any) -> View:  # noqa: ANN401
        views.append(view(browser, sites(theme), **options))
        if path:
            views[-1].go(path)
        return views[-1]

    yield look
    for each in views:
        each.page.context.close()
    assert [error for each in views for error in each.errors] == []
