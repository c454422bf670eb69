"""A deck whose pages are known -> its slides as nodes: anchors, titles, texts; no pictures yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_slide,
    eventreport_slide_text,
    eventreport_slide_title,
    eventreport_slides,
)
from sphinx_eventreport.sphinx_ext.site.decks import slide_file
from sphinx_eventreport.sphinx_ext.site.names import slide_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_eventreport.core.records import Deck, Slide


def slides_node(deck: Deck, document: nodes.document) -> eventreport_slides:
    """Return the slides of *deck*, whose anchors are made known to *document*."""
    found = eventreport_slides(file=slide_file(deck), view=deck.view, title=deck.title)
    if deck.alt:
        found["alt"] = deck.alt
    if deck.page in {slide.number for slide in deck.slides}:
        found["opens_at"] = deck.page
    before = ""
    for slide in deck.slides:
        node = _slide(slide, deck, is_new=slide.title != before)
        document.ids[node["ids"][0]] = node
        found += node
        before = slide.title
    return found


def opening_first(numbers: Iterable[int], opens_at: int | None) -> list[int]:
    """Return the *numbers* of slides in their order, but with the one to open at first, if it is there."""
    return sorted(numbers, key=lambda number: number != opens_at)


def _slide(slide: Slide, deck: Deck, *, is_new: bool) -> eventreport_slide:
    node = eventreport_slide(
        number=slide.number,
        title=slide.title,
        size=(slide.width, slide.height),
        ids=[slide_anchor(deck.label, slide.number)],
    )
    if deck.view.text == "none":
        return node
    if slide.title and is_new:
        node += eventreport_slide_title(slide.title, slide.title)
    if slide.title or slide.text or slide.links:
        node += _text(slide)
    return node


def _text(slide: Slide) -> eventreport_slide_text:
    lines = [nodes.paragraph(line, line) for line in slide.text.split("\n") if line.strip()]
    node = eventreport_slide_text("", *lines, number=slide.number, title=slide.title)
    if slide.links:
        links = [nodes.reference("", _shown(url), refuri=url) for url in slide.links]
        items = [nodes.list_item("", nodes.paragraph("", "", link)) for link in links]
        node += nodes.bullet_list("", *items, classes=["er-slide-links", "no-search"], bullet="-")
    return node


def _shown(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").rstrip("/")
