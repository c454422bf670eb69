"""LaTeX: visitors, and what it needs that HTML does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.latex import LaTeXBuilder
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.writers.latex_letters import stand_in_for_letters

if TYPE_CHECKING:
    from sphinx.writers.latex import LaTeXTranslator

_SMALL = "60%"


class PrepareForLatex(SphinxPostTransform):
    """Complete the document, in which slides have their pictures already."""

    default_priority = 260
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Give what Sphinx writes without its names targets, and slides a place between paragraphs.

        Those are mentions of people, for the pages in the index, and boxes such as that of a decision. LaTeX
        does not break text around a figure at the end of a page, nor where a section ends before it.
        """
        for mention in self.document.findall(nodes.inline):
            if "er-mention" in mention["classes"]:
                _begin_with_target(mention, mention)
        for box in self.document.findall(nodes.container):
            if any(name.startswith("er-") for name in box["classes"]):
                # In its first line: alone, a target is a line that is empty.
                _begin_with_target(box, box.next_node(nodes.paragraph) or box)
        for figure in self.document.findall(nodes.figure):
            if "er-slide-figure" in figure["classes"] and figure["align"] in {"left", "right"}:
                figure["align"] = "default"
                for picture in figure.findall(nodes.image):
                    picture.setdefault("width", _SMALL)
        builder = site_of(self.env).build.builder
        if isinstance(builder, LaTeXBuilder):
            stand_in_for_letters(self.document, builder)


def _begin_with_target(named: nodes.Element, place: nodes.Element) -> None:
    if named["ids"]:
        place.insert(0, nodes.target("", "", ids=list(named["ids"])))


def visit_facade(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Set the name of the figure, which Sphinx does with its caption, if it has one."""
    if not any(isinstance(child, nodes.caption) for child in node.parent):
        self.body.append(self.hypertarget_to(node.parent, anchor=True))


def depart_facade(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Write what it is on a line below the title, and which host a copy was taken from."""
    about = self.encode(node["about"])
    if "origin" in node:
        name, url = node["origin"]
        about += f", \\sphinxhref{{{self.encode_uri(url)}}}{{{self.encode(name)}}}"
    self.body.append(f"\\par\n{about}\\par\\smallskip\n")


def visit_break(self: LaTeXTranslator, _node: nodes.Element) -> None:
    """Begin a new line."""
    self.body.append("\\\\\n")
