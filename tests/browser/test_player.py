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
    text = page.get_by_role("button", name="Text", exact=True)
    expect(text).to_have_attribute("aria-expanded", str(anchor.endswith("text")).lower())


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


def test_the_page_of_a_slide_is_copied_where_it_has_one(look: Looks) -> None:
    """A chat asks for the page of an address, and not for what is behind the "#"."""
    page = opened(look, permissions=["clipboard-read", "clipboard-write"])
    player = page.locator(".er-slides-player").first
    player.evaluate("(element) => { element.dataset.erPages = 's/green/moss/'; }")
    page.get_by_role("button", name="Next slide").first.click()
    page.get_by_role("button", name="Link").first.click()
    expect(page.locator(".er-copy").first).to_have_text("Copied")
    assert page.evaluate("() => navigator.clipboard.readText()").endswith("/s/green/moss/2.html")
    assert page.url.endswith("/green.html#slide-moss-2")


def test_the_text_stays_open_from_slide_to_slide(look: Looks) -> None:
    """Only that of the slide in sight, so that there is no hole below the others."""
    page = opened(look)
    page.get_by_role("button", name="Text", exact=True).click()
    page.get_by_role("button", name="Next slide").click()
    expect(page.locator(".er-slide-text:not([hidden])")).to_have_count(1)
    expect(page.get_by_text("Two beings in one")).to_be_visible()
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


@pytest.mark.parametrize("stop", [".er-stage", ".er-next", ".er-thumbnail[tabindex='0']", ".er-fold"])
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
    expect(page.get_by_text("it scours a kettle")).to_be_in_viewport()
    expect(position(page)).to_have_text("4 / 7")


def test_all_slides_can_be_read_as_one_text(look: Looks) -> None:
    """What is folded away does not exist for a screen reader, which would have to turn every slide."""
    page = opened(look)
    page.keyboard.press("t")
    page.get_by_role("button", name="All slides as text").click()
    expect(page.locator(".er-slide-text:not([hidden])")).to_have_count(7)


EDGES = """(each) => {
  const box = each.getBoundingClientRect(); // In the page: a click may scroll the window first.
  return [box.top + window.scrollY, box.bottom + window.scrollY];
}"""


def test_the_text_opens_below_a_bar_that_stays(look: Looks) -> None:
    """A second press closes it."""
    page = opened(look)
    text = page.get_by_role("button", name="Text", exact=True)
    before = text.evaluate(EDGES)
    text.click()
    top, _bottom = page.get_by_text("Grows on stones").evaluate(EDGES)
    assert text.evaluate(EDGES) == before
    assert top > before[1]


HALF = """([name, part]) => {
  const box = document.querySelector(name).getBoundingClientRect();
  return [box.left + box.width * part, box.top + box.height / 2];
}"""


def press(page: Page, part: float, **options: Any) -> None:  # noqa: ANN401 -- of the mouse
    """Click where *part* of the stage's width is to the left."""
    page.mouse.click(*page.evaluate(HALF, [".er-stage", part]), **options)


def test_a_click_on_the_right_half_leads_on_and_on_the_left_half_back(look: Looks) -> None:
    """As on a remote control."""
    page = opened(look)
    press(page, 0.8)
    press(page, 0.8)
    press(page, 0.2)
    expect(position(page)).to_have_text("2 / 7")
    at_slide(page, "slide-moss-2")


def test_the_left_half_leads_on_from_right_to_left(look: Looks) -> None:
    """Towards the end of the line."""
    page = opened(look)
    page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    press(page, 0.2)
    expect(position(page)).to_have_text("2 / 7")


def test_another_button_of_the_mouse_turns_nothing(look: Looks) -> None:
    """It opens the menu of the picture."""
    page = opened(look)
    press(page, 0.8, button="right")
    expect(position(page)).to_have_text("1 / 7")


def test_who_has_selected_words_turns_nothing(look: Looks) -> None:
    """The selection would go."""
    page = opened(look)
    page.evaluate("() => getSelection().selectAllChildren(document.querySelector('h1'))")
    page.locator(".er-stage").dispatch_event("click", {"clientX": 700, "clientY": 300})
    expect(position(page)).to_have_text("1 / 7")


def full(page: Page) -> None:
    """Fill the screen."""
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => document.fullscreenElement?.matches('.er-slides.is-full')")


@pytest.mark.parametrize(
    ("keys", "where"), [(["Space"], 2), (["Space", "Space", "Shift+Space"], 2), (["ArrowDown", "ArrowUp"], 1)]
)
def test_full_screen_has_more_keys(look: Looks, keys: list[str], where: int) -> None:
    """There is nothing to scroll there."""
    page = opened(look)
    full(page)
    for key in keys:
        page.keyboard.press(key)
    expect(position(page)).to_have_text(f"{where} / 7")


def test_the_wheel_turns_one_slide_at_a_time_in_full_screen(look: Looks) -> None:
    """However many events one turn of it is."""
    page = opened(look)
    full(page)
    page.locator(".er-stage").hover()
    # All three at once: on a busy machine, events that are asked for one by one are turns of their own.
    page.evaluate(
        "() => [1, 2, 3].forEach(() => document.querySelector('.er-stage').dispatchEvent("
        "new WheelEvent('wheel', { deltaY: 40, bubbles: true, cancelable: true })))"
    )
    expect(position(page)).to_have_text("2 / 7")


def test_full_screen_is_dark_and_says_how_to_leave(look: Looks) -> None:
    """Who leaves is where they were."""
    page = opened(look)
    full(page)
    assert (
        page.evaluate("() => getComputedStyle(document.fullscreenElement).backgroundColor")
        == "rgb(12, 13, 15)"
    )
    page.get_by_role("button", name="Exit full screen").click()
    expect(page.get_by_role("button", name="Full screen", exact=True)).to_be_focused()


def test_a_page_that_is_loaded_again_comes_back_to_its_slide(look: Looks) -> None:
    """The address follows the slides."""
    page = opened(look)
    page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile("#slide-moss-2$"))
    page.reload()
    expect(position(page)).to_have_text("2 / 7")


def test_nothing_is_written_into_the_address_unasked(look: Looks) -> None:
    """Also where the author has it open at another slide."""
    page = look("opens.html", **CALM).page
    expect(position(page)).to_have_text("4 / 12")
    assert "#" not in page.url


def test_a_deck_opens_where_its_author_says(look: Looks) -> None:
    """Before anything is pressed."""
    page = look("opens.html", **CALM).page
    expect(position(page)).to_have_text("4 / 12")
    at_slide(page, "slide-opens-4")


def test_an_address_is_stronger_than_the_author(look: Looks) -> None:
    """Who follows a link to a slide comes to that slide."""
    page = look("opens.html#slide-opens-7", **CALM).page
    expect(position(page)).to_have_text("7 / 12")
