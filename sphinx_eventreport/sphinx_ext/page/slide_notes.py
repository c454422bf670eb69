"""Notes beside slides: what follows ``[Slide 3]`` or ``{slide}`` in a section with one deck is about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.identifiers import unique
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_slide,
    eventreport_slide_place,
    eventreport_slide_text,
)
from sphinx_eventreport.sphinx_ext.site.names import slide_anchor
from sphinx_eventreport.sphinx_ext.slides.notes import LINK, NOTE

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Deck

_MARK = lazy_regex(r"\s*\[(slide\s+(\d{1,4}))\]\s*:?\s*", re.IGNORECASE)


def place_notes(section: nodes.Element, deck: Deck, document: nodes.document) -> None:
    """Join what is said of each slide of *deck* in *section*, and link the two with each other.

    A note begins at ``[Slide 3]`` or after ``{slide}``. It ends at the next of them, at any figure, and at
    the end of the section. A mark of a slide that is not shown stays as it is.
    """
    slides = {node["number"]: node for node in section.findall(eventreport_slide)}
    number: int | None = None
    note: nodes.container | None = None
    for node in list(section.children):
        marked = _marked(node, deck)
        if marked is not None or isinstance(node, nodes.section | nodes.figure):
            number, note = (marked if marked in slides else None), None
            if number is None or not isinstance(node, nodes.paragraph):
                continue
            _lead_back(node, slide_anchor(deck.label, number))
        if number is None:
            continue
        if note is None:
            note = _begin(node, slides[number], document)
        else:
            section.remove(node)
            note += node


def _marked(node: nodes.Node, deck: Deck) -> int | None:
    """Return the number of the slide of *deck* that *node* is a mark of: a paragraph or a picture of it."""
    first = node.children[0] if node.children else None
    if isinstance(node, nodes.paragraph) and isinstance(first, nodes.Text):
        match = _MARK.match(first)
        return int(match[2]) if match else None
    if isinstance(node, nodes.figure) and isinstance(first, eventreport_slide_place):
        name, _hash, number = first["target"].rpartition("#")
        is_this = name.rpartition("/")[2] == deck.label.rpartition("/")[2]
        return int(number) if is_this and number.isdecimal() else None
    return None


def _lead_back(paragraph: nodes.paragraph, slide: str) -> None:
    """Put a link to *slide* into the place of the mark."""
    text = paragraph.children[0].astext()
    match = _MARK.match(text)
    words = match[1] if match else ""
    link = nodes.reference("", words, refid=slide, internal=True, classes=["er-note-slide"])
    paragraph[:1] = [link, nodes.Text(": "), nodes.Text(text[match.end() if match else 0 :])]


def _begin(node: nodes.Node, slide: eventreport_slide, document: nodes.document) -> nodes.container:
    """Put *node* into a note on *slide*, which says below its text where the note is."""
    anchor = unique(f"{slide['ids'][0]}-note", document.ids)
    note = nodes.container("", classes=[NOTE], ids=[anchor], is_div=True, slide=slide["ids"][0])
    document.ids[anchor] = note
    node.parent.replace(node, note)
    note += node
    _lead_to(note, slide)
    return note


def _lead_to(note: nodes.container, slide: eventreport_slide) -> None:
    """Say below the text of *slide*, which the player shows at it, where the note is."""
    found = next(iter(slide.findall(eventreport_slide_text)), None)
    if found is None:
        found = eventreport_slide_text("", number=slide["number"], title=slide["title"])
        slide += found
    words, name = _("Note on this slide"), note["ids"][0]
    link = nodes.reference("", words, refid=name, internal=True)
    found += nodes.paragraph("", "", link, classes=[LINK, "no-search"])
