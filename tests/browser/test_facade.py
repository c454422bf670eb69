"""A deck at a host is a facade until a reader opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import View, served, view
from support.decks import FILES
from support.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from .conftest import Looks


def test_nothing_is_asked_of_the_host_before_a_click(look: Looks) -> None:
    """Neither pictures nor scripts."""
    view = look("far.html")
    view.settle()
    assert view.foreign == []


def test_a_click_brings_the_player_of_the_host(look: Looks) -> None:
    """Its frame has a title and the focus, and does not tell the host which page it stands on."""
    view = look("far.html")
    view.page.get_by_role("button", name="Show here").click()
    frame = view.page.locator(".er-face iframe")
    expect(frame).to_have_attribute("title", "Far")
    expect(frame).to_have_attribute("referrerpolicy", "strict-origin-when-cross-origin")
    expect(frame).to_be_focused()
    assert view.foreign


def test_a_facade_without_a_picture_is_one_row(look: Looks) -> None:
    """Nothing is drawn in the place of the player."""
    box = look("far.html").page.locator(".er-face").bounding_box()
    assert box is not None
    assert box["height"] < 90


def test_the_player_comes_above_the_row(look: Looks) -> None:
    """In its ratio; the row stays."""
    page = look("far.html").page
    page.get_by_role("button", name="Show here").click()
    box = page.locator(".er-face iframe").bounding_box()
    assert box is not None
    assert abs(box["width"] / box["height"] - 4 / 3) < 0.02
    expect(page.locator(".er-face-title")).to_be_visible()


def test_the_row_says_what_a_click_loads(look: Looks) -> None:
    """The host that is asked, until it is."""
    page = look("far.html").page
    expect(page.locator(".er-face-host")).to_contain_text("Showing it here loads slides.com.")
    page.get_by_role("button", name="Show here").click()
    expect(page.locator(".er-face-host")).not_to_contain_text("loads")


def test_the_player_of_a_known_host_is_shut_in(look: Looks) -> None:
    """It cannot lead the page away."""
    page = look("far.html").page
    page.get_by_role("button", name="Show here").click()
    sandbox = page.locator(".er-face iframe").get_attribute("sandbox")
    assert sandbox is not None
    assert "allow-scripts" in sandbox.split()
    assert not any(word.startswith("allow-top-navigation") for word in sandbox.split())


def test_no_host_is_remembered_unless_the_site_says_so(look: Looks) -> None:
    """There is no box to tick."""
    expect(look("far.html").page.get_by_role("checkbox")).to_have_count(0)


@pytest.fixture(scope="module")
def with_memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site that lets readers have hosts remembered."""
    files = {name: FILES[name] for name in ("index.md", "far.md")}
    built = (
        Site(tmp_path_factory.mktemp("memory"))
        .write(files)
        .build(config={"eventreport_remember_hosts": True})
    )
    with served(built.outdir) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, with_memory: str) -> Iterator[View]:
    """Return a reader of that site."""
    reader = view(browser, with_memory)
    yield reader
    reader.page.context.close()


def test_a_host_is_remembered_if_a_reader_ticks_the_box(reader: View) -> None:
    """On the next page its player comes without a click, and takes no focus."""
    reader.go("far.html").get_by_label("Always load from").check()
    page = reader.go("far.html")
    expect(page.locator(".er-face iframe")).to_be_visible()
    expect(page.locator(".er-face iframe")).not_to_be_focused()


def test_a_host_is_forgotten_if_a_reader_unticks_the_box(reader: View) -> None:
    """The next page asks again."""
    reader.go("far.html").get_by_label("Always load from").check()
    reader.page.get_by_label("Always load from").uncheck()
    page = reader.go("far.html")
    expect(page.get_by_role("button", name="Show here")).to_be_visible()
    expect(page.locator(".er-face iframe")).to_have_count(0)


def test_what_another_script_has_kept_is_no_list_of_hosts(reader: View) -> None:
    """Other pages of the same host may have any use for the same name."""
    reader.go("far.html").evaluate("() => localStorage.setItem('eventreport-hosts', '{}')")
    reader.go("far.html").get_by_label("Always load from").check()
    expect(reader.page.locator(".er-face iframe")).to_be_visible()
    assert reader.errors == []
