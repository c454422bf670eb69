"""The player: buttons, keys, small pictures, and where a reader is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from .conftest import Looks

REACHED = """(id) => {
  const slide = document.getElementById(id);
  const [a, b] = [slide, slide.parentElement].map((each) => each.getBoundingClientRect().left);
  return Math.abs(a - b) < 2;
}"""
CALM: dict[str, Any] = {"reduced_motion": "reduce"}


def opened(look: Looks, path: str = "green.html", **options: Any) -> Page:  # noqa: ANN401 -- of the context
    """Open a page for a reader who wants no motion, with the first stage in focus."""
    page = look(path, **CALM, **options).page
    page.locator(".er-stage").first.focus()
    return page


def position(page: Page) -> Locator:
    """Return where the reader is in the first deck."""
    return page.locator(".er-position").first


def at_slide(page: Page, anchor: str) -> None:
    """Wait until the slide fills the stage."""
    page.wait_for_function(REACHED, arg=anchor)


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        (["ArrowRight"], 2),
        (["ArrowRight", "ArrowRight", "ArrowLeft"], 2),
        (["PageDown", "PageDown"], 3),
        (["End"], 7),
        (["End", "PageUp"], 6),
        (["End", "Home"], 1),
        (["5", "Enter"], 5),
        (["5", "x", "Enter"], 1),
        (["9", "Enter"], 1),
        (["End", "ArrowRight"], 7),
    ],
)
def test_keys_turn_the_slides(look: Looks, keys: list[str], where: int) -> None:
    """Counter and stage agree."""
    page = opened(look)
    for key in keys:
        page.keyboard.press(key)
    expect(position(page)).to_have_text(f"{where} / 7")
    at_slide(page, f"slide-moss-{where}")


def test_keys_that_come_faster_than_the_slides_all_count(look: Looks) -> None:
    """With motion, the slides take their time."""
    page = look("green.html").page
    page.locator(".er-stage").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(position(page)).to_have_text("5 / 7")
    at_slide(page, "slide-moss-5")


def test_buttons_turn_the_slides(look: Looks) -> None:
    """On and back, and no further than the ends."""
    page = opened(look)
    expect(page.get_by_role("button", name="Previous slide")).to_be_disabled()
    page.get_by_role("button", name="Next slide").click(click_count=2)
    page.get_by_role("button", name="Previous slide").click()
    expect(position(page)).to_have_text("2 / 7")


def test_a_screen_reader_is_told_where_it_is(look: Looks) -> None:
    """In words."""
    page = opened(look)
    page.keyboard.press("End")
    expect(page.get_by_role("status")).to_have_text("Slide 7 of 7")


def test_a_small_picture_leads_to_its_slide(look: Looks) -> None:
    """It is named after the slide, and marked when the reader is there."""
    page = opened(look)
    small = page.get_by_role("button", name="Slide 4: Horsetail")
    small.click()
    expect(small).to_have_attribute("aria-current", "true")
    at_slide(page, "slide-moss-4")


def test_the_small_pictures_are_one_stop_for_the_keyboard(look: Looks) -> None:
    """Keys go on from there, and the focus with them."""
    page = opened(look)
    page.get_by_role("button", name="Slide 4: Horsetail").click()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Slide 5: Liverwort")).to_be_focused()
    expect(page.locator(".er-thumbnail[tabindex='0']")).to_have_count(1)


def test_a_swipe_moves_the_counter(look: Looks) -> None:
    """The stage is scrolled, by whatever means."""
    page = opened(look)
    page.locator(".er-stage").evaluate("(stage) => stage.scrollTo({ left: stage.clientWidth * 2 })")
    expect(position(page)).to_have_text("3 / 7")


def test_from_right_to_left(look: Looks) -> None:
    """The left arrow goes on, and the stage follows it."""
    view = look(**CALM)
    view.page.route(
        "**/green.html",
        lambda route: route.fulfill(body=route.fetch().text().replace("<html ", '<html dir="rtl" ', 1)),
    )
    page = view.go("green.html")
    page.locator(".er-stage").focus()
    page.keyboard.press("ArrowLeft")
    expect(position(page)).to_have_text("2 / 7")
    at_slide(page, "slide-moss-2")


def test_keys_are_for_the_deck_in_focus(look: Looks) -> None:
    """The others stay where they are."""
    page = opened(look, "two.html")
    page.locator(".er-stage").nth(2).focus()
    page.keyboard.press("End")
    expect(page.locator(".er-position")).to_have_text(["1 / 5", "1 / 1", "12 / 12"])


def test_a_deck_of_one_slide_has_nothing_to_turn(look: Looks) -> None:
    """Neither arrows nor small pictures."""
    page = opened(look, "two.html")
    lone = page.locator(".er-slides").nth(1)
    lone.scroll_into_view_if_needed()
    expect(lone.get_by_role("button", name="Next slide")).to_have_count(0)
    expect(lone.locator(".er-thumbnail")).to_have_count(0)


@pytest.mark.parametrize("anchor", ["slide-moss-5", "slide-moss-5-text"])
def test_an_address_leads_to_its_slide(look: Looks, anchor: str) -> None:
    """The text is unfolded where the address is that of the text."""
    page = opened(look, f"green.html#{anchor}")
    expect(position(page)).to_have_text("5 / 7")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    assert page.locator("#slide-moss-5 details").evaluate("(text) => text.open") is anchor.endswith("text")


def test_an_address_that_changes_moves_the_player(look: Looks) -> None:
    """As when a reader edits it."""
    page = opened(look)
    page.evaluate("() => { location.hash = '#slide-moss-3'; }")
    expect(position(page)).to_have_text("3 / 7")


def test_a_link_to_a_slide_and_the_way_back(look: Looks) -> None:
    """From another page; turning slides leaves nothing in the history."""
    page = look("refers.html", **CALM).page
    page.get_by_role("link", name="slide 5 of Moss").click()
    expect(position(page)).to_have_text("5 / 7")
    page.locator(".er-stage").focus()
    page.keyboard.press("Home")
    expect(position(page)).to_have_text("1 / 7")
    page.go_back()
    expect(page).to_have_url(re.compile(r"refers\.html$"))


def test_the_address_of_a_slide_is_copied(look: Looks) -> None:
    """It is also that of the page from now on."""
    page = opened(look, permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Link").click()
    expect(page.locator(".er-copy")).to_have_text("Copied")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.endswith("/green.html#slide-moss-3")
    assert page.url == copied


def test_the_text_stays_open_from_slide_to_slide(look: Looks) -> None:
    """Only that of the slide in sight, so that there is no hole below the others."""
    page = opened(look)
    page.get_by_role("button", name="Text", exact=True).click()
    page.get_by_role("button", name="Next slide").click()
    expect(page.locator("details[open]")).to_have_count(1)
    expect(page.locator("#slide-moss-2 details")).to_have_attribute("open", "")
    expect(page.get_by_role("button", name="Text", exact=True)).to_have_attribute("aria-expanded", "true")


def test_full_screen_and_back(look: Looks) -> None:
    """The slide stays, the stage has the focus, and keys go on."""
    page = opened(look)
    page.keyboard.press("PageDown")
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => document.fullscreenElement?.matches('.er-slides')")
    expect(page.locator(".er-stage")).to_be_focused()
    page.keyboard.press("PageDown")
    expect(position(page)).to_have_text("3 / 7")
    at_slide(page, "slide-moss-3")
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => !document.fullscreenElement")
    at_slide(page, "slide-moss-3")


@pytest.mark.parametrize(
    "stop", [".er-stage", ".er-next", ".er-thumbnail[tabindex='0']", ".er-slide summary"]
)
def test_the_focus_is_seen(look: Looks, stop: str) -> None:
    """An outline around what the keyboard has come to."""
    page = opened(look)
    page.keyboard.press("Tab")
    page.locator(stop).first.focus()
    style = page.locator(stop).first.evaluate(
        "(element) => { const style = getComputedStyle(element);"
        " return [style.outlineStyle, parseFloat(style.outlineWidth)]; }"
    )
    assert style[0] != "none"
    assert style[1] >= 1


def test_motion_is_for_those_who_want_it(look: Looks) -> None:
    """Who has asked for less of it is there at once."""
    page = opened(look)
    page.keyboard.press("End")
    assert page.evaluate(REACHED, "slide-moss-7")


def test_a_reader_finds_words_in_a_folded_text(look: Looks) -> None:
    """A link to words on the page, or a search in it, unfolds the text and turns to the slide."""
    page = opened(look, "green.html#:~:text=scours%20a%20kettle")
    expect(page.locator("#slide-moss-4 details")).to_have_attribute("open", "")
    expect(position(page)).to_have_text("4 / 7")


def test_a_deck_opens_where_its_author_says(look: Looks) -> None:
    """Before anything is pressed."""
    page = look("opens.html", **CALM).page
    expect(position(page)).to_have_text("4 / 12")
    at_slide(page, "slide-opens-4")


def test_an_address_is_stronger_than_the_author(look: Looks) -> None:
    """Who follows a link to a slide comes to that slide."""
    page = look("opens.html#slide-opens-7", **CALM).page
    expect(position(page)).to_have_text("7 / 12")
