"""Notes beside slides: what follows ``[Slide 3]`` in a section with one deck is about that slide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.identifiers import unique
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide, eventreport_slide_text
from sphinx_eventreport.sphinx_ext.site.names import slide_anchor

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Deck

_MARK = lazy_regex(r"\s*\[(slide\s+(\d{1,4}))\]\s*:?\s*", re.IGNORECASE)


def place_notes(section: nodes.Element, deck: Deck, document: nodes.document) -> None:
    """Join what is said of each slide of *deck* in *section*, and link the two with each other.

    A note ends at the next mark, at a figure, and at the end of the section. A mark of a slide that is not
    shown stays as it is.
    """
    slides = {node["number"]: node for node in section.findall(eventreport_slide)}
    note: nodes.container | None = None
    for node in list(section.children):
        number = _number(node)
        if number is not None and number in slides and isinstance(node, nodes.paragraph):
            note = _begin(node, number, deck, document)
            _lead_to(note, slides[number])
        elif number is not None or isinstance(node, nodes.section | nodes.figure):
            note = None
        elif note is not None:
            section.remove(node)
            note += node


def _number(node: nodes.Node) -> int | None:
    """Return the number of the slide that a paragraph begins with."""
    first = node.children[0] if isinstance(node, nodes.paragraph) and node.children else None
    match = _MARK.match(first) if isinstance(first, nodes.Text) else None
    return int(match[2]) if match else None


def _begin(paragraph: nodes.paragraph, number: int, deck: Deck, document: nodes.document) -> nodes.container:
    """Put *paragraph* into a note, with a link to its slide in the place of the mark."""
    text = paragraph.children[0].astext()
    match = _MARK.match(text)
    words = match[1] if match else ""
    slide = slide_anchor(deck.label, number)
    link = nodes.reference("", words, refid=slide, internal=True, classes=["er-note-slide"])
    paragraph[:1] = [link, nodes.Text(": "), nodes.Text(text[match.end() if match else 0 :])]
    anchor = unique(f"{slide}-note", document.ids)
    note = nodes.container("", classes=["er-slide-note"], ids=[anchor], is_div=True)
    document.ids[anchor] = note
    paragraph.replace_self(note)
    note += paragraph
    return note


def _lead_to(note: nodes.container, slide: eventreport_slide) -> None:
    """Say below the text of *slide*, which the player shows at it, where the note is."""
    found = next(iter(slide.findall(eventreport_slide_text)), None)
    if found is None:
        found = eventreport_slide_text("", number=slide["number"], title=slide["title"])
        slide += found
    words = _("Note on this slide")
    link = nodes.reference("", words, refid=note["ids"][0], internal=True)
    found += nodes.paragraph("", "", link, classes=["er-slide-note-link", "no-search"])
