"""When a page is written: the notes on slides, which stand in the prose, are at their slides as well."""

from __future__ import annotations

from docutils import nodes

from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide, eventreport_slide_text, eventreport_slides

NOTE = "er-slide-note"
"""The class of a note where its author wrote it."""
LINK = "er-slide-note-link"
"""The class of the line at a slide that leads to its note."""
_BACK = "er-note-slide"
"""The class of the link from a note to its slide."""
_SHOWN = "er-slide-said"
"""The class of a copy of a note."""
_LAYOUTS = frozenset({"player", "gallery"})


def show_notes(document: nodes.document) -> None:
    """Put a copy of each note below the text of its slide, which a player shows, and below its picture.

    The second is for paper: style sheets show it there, and hide the note in the prose. Ids stay with the
    original, and no search finds a copy.
    """
    shown = [deck for deck in in_order(document, eventreport_slides) if deck["layout"] in _LAYOUTS]
    if not shown:
        return
    slides = {slide["ids"][0]: slide for deck in shown for slide in in_order(deck, eventreport_slide)}
    for note in in_order(document, nodes.container):
        if NOTE in note["classes"] and note["slide"] in slides:
            _show(note, slides[note["slide"]])


def _show(note: nodes.container, slide: nodes.Element) -> None:
    for text in slide.children:
        if isinstance(text, eventreport_slide_text):
            link = next(node for node in text.children if _leads_to(node, note))
            text.insert(text.index(link), _copy(note))
    if _leads_back(note):
        # After a picture by ``{slide}``, the note is below its slide on paper as it is.
        slide += _copy(note, "er-slide-on-paper")
        note["classes"].append("er-slide-on-screen")


def _leads_to(line: nodes.Node, note: nodes.container) -> bool:
    link = line.next_node(nodes.reference)
    return link is not None and link.get("refid") in note["ids"]


def _leads_back(note: nodes.Element) -> bool:
    link = note.next_node(nodes.reference)
    return link is not None and _BACK in link["classes"]


def _copy(note: nodes.container, *classes: str) -> nodes.container:
    """Return what *note* says, without its link to the slide, which is where the copy is."""
    copied = note.deepcopy()
    for node in list(copied.findall(nodes.Element)):
        node["ids"], node["names"] = [], []
    first = copied.children[0]
    if isinstance(first, nodes.paragraph) and _leads_back(copied):
        first[:2] = []
    return nodes.container("", *copied.children, classes=[_SHOWN, *classes, "no-search"], is_div=True)
