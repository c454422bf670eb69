"""Where things stand on a page, as the browser has laid it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

    from support.browser import View

WIDTHS = (390, 820, 1440)
"""Of phones, tablets and desks."""

PAGES = ("green.html", "pair.html", "far.html", "index.html", "table.html", "times.html", "person.html")
"""One of each kind."""

OVERFLOWING = """() => {
  const article = document.querySelector("article, [role=main]").getBoundingClientRect();
  const ours = "figure.er-deck, .er-bar, .er-bar > *, .er-face, .er-card, .er-card *, .er-controls, "
    + ".er-controls > *, .er-categories > *, .er-listing-timeline > *, .er-group, .er-program li, "
    + ".er-head > div, .er-by";
  return [...document.querySelectorAll(ours)]
    .filter((element) => element.checkVisibility() && !element.matches(".er-unseen"))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.left < article.left - 1 || box.right > article.right + 1;
    })
    .map((element) => element.className);
}"""
OVERLAPPING = """() => {
  const groups = [...document.querySelectorAll(".er-slides, .er-controls, .er-listing, .er-card")];
  const parts = ".er-stage, .er-bar > :not(.er-unseen), .er-controls > *, .er-listing-timeline > li, "
    + ".er-card, .er-card p, .er-card-links > li";
  return groups.flatMap((group) => {
    const found = [...group.querySelectorAll(parts)]
      .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height > 0);
    return found.flatMap((one, index) => found.slice(index + 1)
      .filter((other) => !one.contains(other))
      .filter((other) => {
        const [a, b] = [one, other].map((part) => part.getBoundingClientRect());
        return a.left < b.right - 0.5 && b.left < a.right - 0.5
          && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
      })
      .map((other) => `${one.className} and ${other.className}`));
  });
}"""
STRETCHED = """() => [...document.querySelectorAll(".er-card > .sd-card-img-top")]
  .map((picture) => picture.getBoundingClientRect())
  .filter((box) => Math.abs(box.width / box.height - 16 / 9) > 0.05)
  .map((box) => `${box.width} x ${box.height}`)"""
MARKED = """() => [...document.querySelectorAll(
    ".er-program li, .er-tags li, .er-card-links li, .er-categories li, .er-works li")]
  .map((item) => [item, getComputedStyle(item)])
  .filter(([, style]) => style.listStyleType !== "none" || style.backgroundImage !== "none")
  .map(([item]) => item)
  .map((item) => item.textContent.trim())"""
JUSTIFIED = """() => [...document.querySelectorAll(".er-card p, .er-works p, .er-listing td p, .er-head p")]
  .filter((line) => getComputedStyle(line).textAlign === "justify")
  .map((line) => line.textContent.trim())"""
SMALL_BUTTONS = """() => [...document.querySelectorAll(".er-slides button, .er-open")]
  .filter((button) => button.checkVisibility() && button.getBoundingClientRect().height < 24)
  .map((button) => button.className)"""


def misplaced(page: Page, widths: Sequence[int] = WIDTHS) -> dict[str, Any]:
    """Return what stands in a wrong place, by the width of the window and the kind of mistake."""
    found = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        found[f"{width}, beside the article"] = page.evaluate(OVERFLOWING)
        found[f"{width}, over another"] = page.evaluate(OVERLAPPING)
        found[f"{width}, picture of another ratio"] = page.evaluate(STRETCHED)
        found[f"{width}, dot before it"] = page.evaluate(MARKED)
        found[f"{width}, torn apart"] = page.evaluate(JUSTIFIED)
        found[f"{width}, too small for a finger"] = page.evaluate(SMALL_BUTTONS)
        found[f"{width}, wider by"] = page.evaluate("() => document.documentElement.scrollWidth") - width
    return {where: what for where, what in found.items() if what}


def misplaced_pages(view: View, widths: Sequence[int] = WIDTHS) -> dict[str, Any]:
    """Return by its path what is misplaced on each kind of page, and not on one that has nothing of ours."""
    theirs = misplaced(view.go("genindex.html"), widths)
    found = {path: misplaced(view.go(path), widths) for path in PAGES}
    ours = {
        path: {name: what for name, what in wrong.items() if theirs.get(name) != what}
        for path, wrong in found.items()
    }
    return {path: wrong for path, wrong in ours.items() if wrong}
