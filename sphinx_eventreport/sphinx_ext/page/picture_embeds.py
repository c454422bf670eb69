"""``![](talk.pdf)`` and ``![](talk.mp4)`` in a report -> the figures of a deck and of a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.media.pictures import media_of_picture
from sphinx_eventreport.sphinx_ext.raw_html.paragraphs import in_paragraphs
from sphinx_eventreport.sphinx_ext.slides.figures import media_figure

if TYPE_CHECKING:
    from collections.abc import Iterable


def embed_pictures(images: Iterable[nodes.image]) -> None:
    """Replace those *images* that are decks or recordings.

    In a link or a heading it stays: there is no room for a figure in them.
    """
    for image in images:
        parent = image.parent
        if not isinstance(parent, nodes.paragraph | nodes.figure) and not _holds_blocks(parent):
            continue
        record = media_of_picture(image["uri"], image.get("alt", ""))
        if record is not None:
            caption = parent.children[1:] if isinstance(parent, nodes.figure) else []
            figure = media_figure(record, *caption)
            figure.source, figure.line = image.source or parent.source, image.line or parent.line
            _put(figure, image)


def _holds_blocks(node: nodes.Element) -> bool:
    return isinstance(node, nodes.Structural | nodes.Body) and not isinstance(node, nodes.TextElement)


def _put(figure: nodes.figure, image: nodes.image) -> None:
    """Put *figure* where *image* is: in the place of a figure, or between two halves of a paragraph."""
    parent = image.parent
    if isinstance(parent, nodes.figure):
        parent.replace_self(figure)
    elif isinstance(parent, nodes.paragraph):
        parent.replace(image, figure)
        blocks = in_paragraphs(list(parent.children))
        for block in blocks:
            block.source, block.line = block.source or parent.source, block.line or parent.line
        parent.replace_self(blocks)
    else:
        parent.replace(image, figure)
