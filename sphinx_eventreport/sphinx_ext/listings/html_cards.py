"""Neutral cards -> the structure of sphinx-design's grid and cards (HTML builders only)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.nodes import eventreport_html, eventreport_slide_place

if TYPE_CHECKING:
    from collections.abc import Sequence

_GRID = "sd-container-fluid sd-sphinx-override sd-p-0 sd-mb-4"
_ROW = "sd-row sd-row-cols-1 sd-row-cols-xs-1 sd-row-cols-sm-2 sd-row-cols-md-2 sd-row-cols-lg-3 sd-g-3"
_COLUMN = "sd-col sd-d-flex-row"
_CARD = "sd-card sd-sphinx-override sd-w-100 sd-shadow-sm"


def to_html_cards(document: nodes.document) -> None:
    """Rebuild every grid of cards in *document*; the groups of one listing look alike."""
    grids = [grid for grid in document.findall(nodes.container) if "er-listing-cards" in grid["classes"]]
    with_pictures = {id(grid.parent) for grid in grids if any(map(_has_picture, grid.children))}
    for grid in grids:
        _rebuild(grid, pictures=id(grid.parent) in with_pictures)


def _has_picture(card: nodes.Node) -> bool:
    return isinstance(card, nodes.Element) and bool(card.get("thumbnail") or card.get("slide"))


def _rebuild(grid: nodes.container, *, pictures: bool) -> None:
    cards = [card for card in grid.children if isinstance(card, nodes.container)]
    grid["classes"] = [*_GRID.split(), *grid["classes"]]
    grid.children = []
    grid.append(_component("grid-row", _ROW, [_column(card, pictures=pictures) for card in cards]))


def _column(card: nodes.container, *, pictures: bool) -> nodes.container:
    """Return the grid item of *card*; among cards with *pictures* one without gets a drawn place."""
    top: list[nodes.Node] = []
    if card.get("thumbnail"):
        uri = card["thumbnail"].removeprefix("/")
        top.append(
            nodes.image(uri=uri, candidates={"*": uri}, alt="", classes=["sd-card-img-top"], loading="lazy")
        )
    elif pictures:
        blank = _component("card-blank", "sd-card-img-top er-blank", [])
        top.append(_opening_slide(card["slide"], blank) if card.get("slide") else blank)
    texts: Sequence[nodes.Node] = card.children
    if not isinstance(texts[0], eventreport_html):
        texts = [_component(name, f"sd-{name}", found) for name, found in _texts(card).items()]
    return _component("grid-item", _COLUMN, [_component("card", f"{_CARD} er-card", [*top, *texts])])


def _texts(card: nodes.container) -> dict[str, list[nodes.Node]]:
    """Return what stands in the body of *card*, and what in its foot, if there is anything."""
    parts = {_kind(child): child for child in card.children if isinstance(child, nodes.Element)}
    body = ("er-card-facts", "er-card-title", "er-card-text")
    found: dict[str, list[nodes.Node]] = {"card-body": [parts[kind] for kind in body if kind in parts]}
    if "er-card-links" in parts:
        found["card-footer"] = [parts["er-card-links"]]
    return found


def _opening_slide(target: str, blank: nodes.container) -> eventreport_slide_place:
    """Return the place of the slide *target*; *blank* stands there if it cannot be drawn."""
    place = eventreport_slide_place("", blank, target=target, alt="", is_small=True)
    place["classes"].append("sd-card-img-top")
    return place


def _kind(child: nodes.Element) -> str:
    kind: str = next(name for name in child["classes"] if name.startswith("er-card-"))
    return kind


def _component(name: str, classes: str, children: Sequence[nodes.Node]) -> nodes.container:
    return nodes.container("", *children, is_div=True, design_component=name, classes=classes.split())
