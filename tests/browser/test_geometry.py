"""Where things stand on phones, tablets and desks, and whether they can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Looks

WIDTHS = (390, 820, 1440)
OVERFLOWING = """() => {
  const article = document.querySelector("article, [role=main]").getBoundingClientRect();
  return [...document.querySelectorAll("figure.er-deck, .er-bar, .er-bar > *, .er-face")]
    .filter((element) => element.checkVisibility() && !element.matches(".er-announced"))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.left < article.left - 1 || box.right > article.right + 1;
    })
    .map((element) => element.className);
}"""
OVERLAPPING = """() => [...document.querySelectorAll(".er-slides")].flatMap((deck) => {
  const parts = [...deck.querySelectorAll(".er-stage, .er-bar > :not(.er-announced)")]
    .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height > 0);
  return parts.flatMap((one, index) => parts.slice(index + 1)
    .filter((other) => {
      const [a, b] = [one, other].map((part) => part.getBoundingClientRect());
      return a.left < b.right - 0.5 && b.left < a.right - 0.5
        && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
    })
    .map((other) => `${one.className} and ${other.className}`));
})"""
SMALL_BUTTONS = """() => [...document.querySelectorAll(".er-slides button, .er-open")]
  .filter((button) => button.checkVisibility() && button.getBoundingClientRect().height < 24)
  .map((button) => button.className)"""
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
  const texts = [...document.querySelectorAll(selectors)]
    .flatMap((root) => [root, ...root.querySelectorAll("*")])
    .filter((element) => element.checkVisibility() && !element.matches(":disabled, .er-announced"))
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return texts.flatMap((element) => {
    const below = behind(element);
    const [a, b] = [seen(below), seen([...below, getComputedStyle(element).color])].map(light);
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return contrast < 4.5 ? [`${element.className || element.tagName}: ${contrast.toFixed(2)}`] : [];
  });
}"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["two.html", "far.html"])
def test_everything_stands_in_its_place(look: Looks, path: str, width: int) -> None:
    """Inside the article, nothing over another, and no button too small for a finger."""
    page = look(path, viewport={"width": width, "height": 900}).page
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(OVERLAPPING) == []
    assert page.evaluate(SMALL_BUTTONS) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_does_not_scroll_sideways(look: Looks, width: int) -> None:
    """Only stage and strip do."""
    page = look("two.html", viewport={"width": width, "height": 900}).page
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", ["alabaster", "furo", "pydata_sphinx_theme"])
def test_all_text_can_be_read(look: Looks, theme: str, scheme: Any) -> None:  # noqa: ANN401 -- of Playwright
    """Contrast is at least 4.5, of bars, texts, cards and faces."""
    selectors = ".er-bar, .er-slide-text, .er-card, .er-face"
    view = look(theme=theme, color_scheme=scheme)
    faint = {}
    for path in ("green.html", "index.html", *(("far.html",) if theme == "furo" else ())):
        page = view.go(path)
        page.evaluate("() => document.querySelectorAll('details').forEach((text) => { text.open = true; })")
        faint[path] = page.evaluate(FAINT, selectors)
    assert {path: found for path, found in faint.items() if found} == {}
