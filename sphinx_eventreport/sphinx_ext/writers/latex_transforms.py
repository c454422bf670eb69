"""What LaTeX needs and HTML does not: names of places within a line, and slides that break no page."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

_SMALL = "60%"


class PrepareForLatex(SphinxPostTransform):
    """Complete the document, in which slides have their pictures already."""

    default_priority = 260
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Give mentions of people targets, for the pages in the index, and slides a place between paragraphs.

        LaTeX does not break text around a figure at the end of a page, nor where a section ends before it.
        """
        for mention in self.document.findall(nodes.inline):
            if "er-mention" in mention["classes"] and mention["ids"]:
                mention.insert(0, nodes.target("", "", ids=list(mention["ids"])))
        for figure in self.document.findall(nodes.figure):
            if "er-slide-figure" in figure["classes"] and figure["align"] in {"left", "right"}:
                figure["align"] = "default"
                for picture in figure.findall(nodes.image):
                    picture.setdefault("width", _SMALL)
