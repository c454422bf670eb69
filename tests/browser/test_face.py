"""A deck at a host is a face until a reader opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from .conftest import Looks


def test_nothing_is_asked_of_the_host_before_a_click(look: Looks) -> None:
    """Neither pictures nor scripts."""
    view = look("far.html")
    view.page.wait_for_load_state("networkidle")
    assert view.foreign == []


def test_a_click_brings_the_player_of_the_host(look: Looks) -> None:
    """Its frame has a title and the focus, and does not tell the host which page it stands on."""
    view = look("far.html")
    view.page.get_by_role("button", name="Show the slides").click()
    frame = view.page.locator(".er-face iframe")
    expect(frame).to_have_attribute("title", "Far")
    expect(frame).to_have_attribute("referrerpolicy", "strict-origin-when-cross-origin")
    expect(frame).to_be_focused()
    assert view.foreign


def test_the_player_takes_the_room_of_the_face(look: Looks) -> None:
    """Its ratio is kept, and nothing moves."""
    page = look("far.html").page
    before = page.locator(".er-face").bounding_box()
    page.get_by_role("button", name="Show the slides").click()
    expect(page.locator(".er-face iframe")).to_be_visible()
    after = page.locator(".er-face").bounding_box()
    assert before == after
    assert after is not None
    assert abs(after["width"] / after["height"] - 4 / 3) < 0.02
