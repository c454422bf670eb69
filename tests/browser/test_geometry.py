"""Where things stand on phones, tablets and desks, and whether they can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.browser import THEMES
from support.geometry import PAGES, misplaced, misplaced_pages

if TYPE_CHECKING:
    from .conftest import Looks

SCHEMES = [
    *((theme, "light") for theme in THEMES),
    *((theme, "dark") for theme in ("furo", "pydata_sphinx_theme", "sphinx_book_theme")),
]
RIGHT_TO_LEFT = """document.addEventListener("readystatechange", () => {
  document.documentElement.dir = "rtl";
});"""
FAINT = """(selectors) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  // Colours are laid on one another, and read back as they are seen.
  const seen = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    colours.forEach((colour) => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); });
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const found = [];
    for (let each = element; each; each = each.parentElement) {
      found.unshift(getComputedStyle(each).backgroundColor);
    }
    return ["Canvas", ...found];
  };
  const roots = [...document.querySelectorAll(selectors)];
  // A link in the colour that the theme gives to all links is the theme's.
  const probe = document.querySelector("article, [role=main]").appendChild(document.createElement("a"));
  probe.href = "#";
  probe.className = "reference internal";
  const theirs = getComputedStyle(probe).color;
  probe.remove();
  const texts = [...new Set(roots.flatMap((root) => [root, ...root.querySelectorAll("*")]))]
    .filter((element) => element.checkVisibility())
    .filter((element) => !element.matches(":disabled, .er-unseen, .headerlink"))
    .filter((element) => !element.closest("a") || getComputedStyle(element).color !== theirs)
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return texts.flatMap((element) => {
    const below = behind(element);
    const [a, b] = [seen(below), seen([...below, getComputedStyle(element).color])].map(light);
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return contrast < 4.5 ? [`${element.className || element.tagName}: ${contrast.toFixed(2)}`] : [];
  });
}"""


@pytest.mark.parametrize("theme", THEMES)
def test_everything_stands_in_its_place(look: Looks, theme: str) -> None:
    """Inside the article, nothing over another; only stage and strip scroll sideways."""
    assert misplaced_pages(look(theme=theme)) == {}


def test_several_decks_stand_in_their_places(look: Looks) -> None:
    """One of several slides, one of a single one, one of many."""
    assert misplaced(look("two.html").page) == {}


@pytest.mark.parametrize("size", [(1440, 900), (844, 390), (1440, 420)])
def test_a_slide_and_the_bar_below_it_fit_into_the_window(look: Looks, size: tuple[int, int]) -> None:
    """Also on a phone that lies on its side."""
    page = look("green.html", viewport={"width": size[0], "height": size[1]}).page
    stage, tools = (page.locator(name).bounding_box() for name in (".er-screen", ".er-bar-tools"))
    assert stage is not None
    assert tools is not None
    assert tools["y"] + tools["height"] - stage["y"] <= size[1]


def test_buttons_are_large_enough_for_a_finger(look: Looks) -> None:
    """A mouse hits smaller ones."""
    page = look("green.html", has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844}).page
    buttons = page.locator(".er-bar-move button, .er-bar-tools button").all()
    sizes = [box for button in buttons if (box := button.bounding_box())]
    assert len(sizes) == 5
    assert min(min(box["width"], box["height"]) for box in sizes) >= 44


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_everything_stands_in_its_place_from_right_to_left(look: Looks, theme: str) -> None:
    """The page is drawn as in a mirror."""
    view = look(theme=theme)
    view.page.add_init_script(RIGHT_TO_LEFT)
    assert misplaced_pages(view) == {}


def test_slides_go_on_to_the_left_from_right_to_left(look: Looks) -> None:
    """The left arrow key leads on, and so does the arrow of the button that points there."""
    view = look(reduced_motion="reduce")
    view.page.add_init_script(RIGHT_TO_LEFT)
    page = view.go("green.html")
    page.locator(".er-stage").press("ArrowLeft")
    expect(page.locator(".er-position")).to_have_text("2 / 7")
    expect(page.locator("#slide-moss-2 img")).to_be_in_viewport(ratio=0.5)
    drawn = page.get_by_role("button", name="Next slide").locator("path")
    assert (drawn.get_attribute("d") or "").startswith("m14.5 5-7 7")


@pytest.mark.parametrize(("theme", "scheme"), SCHEMES)
def test_all_text_can_be_read(look: Looks, theme: str, scheme: Any) -> None:  # noqa: ANN401 -- of Playwright
    """Contrast is at least 4.5, of all that is ours."""
    view = look(theme=theme, color_scheme=scheme)
    faint = {}
    for path in PAGES:
        page = view.go(path)
        page.evaluate("() => document.querySelectorAll('details').forEach((text) => { text.open = true; })")
        faint[path] = page.evaluate(FAINT, "article [class*='er-'], [role=main] [class*='er-']")
    assert {path: found for path, found in faint.items() if found} == {}


MARGINS = """(figure) => {
  figure.classList.add("align-center");
  figure.style.width = "50%";
  const [own, around] = [figure, figure.parentElement].map((node) => node.getBoundingClientRect());
  return Math.round(own.left - around.left) - Math.round(around.right - own.right);
}"""


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_a_deck_in_the_middle_has_as_much_on_both_sides(look: Looks, theme: str) -> None:
    """A figure with a width has its place from us, as themes know images only."""
    assert abs(look("green.html", theme).page.locator("figure.er-deck").first.evaluate(MARGINS)) <= 1
