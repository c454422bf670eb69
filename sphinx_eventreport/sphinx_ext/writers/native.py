"""For builders of other people: nodes of docutils in the places of ours, which their writers do not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_eventreport.sphinx_ext import nodes as er
from sphinx_eventreport.sphinx_ext.site.builder_kinds import collects_messages
from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.site.names import slide_name
from sphinx_eventreport.sphinx_ext.writers.phrases import STRUCK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Replace = Callable[[Any], Sequence[nodes.Node]]

FORMATS = frozenset(("html", "latex", "text", "man", "texinfo", "pseudoxml"))
"""The formats that our nodes have visitors for, and the one that shows which nodes there are."""


class UseDocutilsNodes(SphinxPostTransform):
    """Replace our nodes where the format of the builder is none of ours; the last of all transforms."""

    default_priority = 990

    def run(self, **kwargs: Any) -> None:
        """Replace what is inside of others first."""
        builder = site_of(self.env).build.builder
        if builder.format in FORMATS or collects_messages(builder):
            return
        for node in reversed(list(self.document.findall(nodes.Element))):
            replace = REPLACED.get(type(node))
            if replace is not None and node.parent is not None:
                node.replace_self(_with_ids(node, replace(node)))
        for figure in list(self.document.findall(nodes.figure)):
            if figure.children and not isinstance(figure[0], nodes.image):
                _unframe(figure)


def _with_ids(node: nodes.Element, replaced: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Return what a node is *replaced* with, so that references to the node lead there."""
    first = next((each for each in replaced if isinstance(each, nodes.Element)), None)
    if first is not None:
        first["ids"] += [name for name in node["ids"] if name not in first["ids"]]
    return list(replaced)


def _unframe(figure: nodes.figure) -> None:
    """Make a box of a figure without a picture: writers look for nothing else before the caption."""
    caption = (nodes.paragraph("", "", *node.children) for node in figure if isinstance(node, nodes.caption))
    others = [node for node in figure.children if not isinstance(node, nodes.caption)]
    box = nodes.container("", *others, *caption, classes=figure["classes"], ids=figure["ids"])
    figure.replace_self(box)


def _inside(node: nodes.Element) -> Sequence[nodes.Node]:
    return node.children


def _nothing(_node: nodes.Element) -> Sequence[nodes.Node]:
    return ()


def _facade(node: er.eventreport_facade) -> Sequence[nodes.Node]:
    """Return the title as a link, and what it is; a picture stands alone.

    The latter is an element of its own: checkers of spelling look at the text of paragraphs alone, and "kB"
    is not a word of the author.
    """
    pictures = [child for child in node.children if isinstance(child, nodes.image)]
    words = [child for child in node.children if child not in pictures]
    about = f" ({node['about']})"
    line = nodes.paragraph("", "", *words, nodes.inline(about, about))
    return [*pictures, line]


def _phrase(node: er.eventreport_phrase) -> Sequence[nodes.Node]:
    """Return the words between the marks that they have in text."""
    if node["tag"] in STRUCK:
        return [nodes.Text("~~"), *node.children, nodes.Text("~~")]
    return [nodes.emphasis("", "", *node.children)] if node["tag"] == "mark" else node.children


def _checkbox(node: er.eventreport_checkbox) -> Sequence[nodes.Node]:
    return [nodes.Text("[x] " if node["checked"] else "[ ] ")]


def _summary(node: er.eventreport_summary) -> Sequence[nodes.Node]:
    return [nodes.paragraph("", "", nodes.strong("", "", *node.children))]


def _slide_text(node: er.eventreport_slide_text) -> Sequence[nodes.Node]:
    name = slide_name(node["number"], node["title"])
    return [nodes.paragraph("", "", nodes.strong(name, name)), *node.children]


def _picture(node: er.eventreport_picture) -> Sequence[nodes.Node]:
    return [nodes.image(uri=node["uri"], alt=node["alt"], candidates=node["candidates"])]


def _abbreviation(node: nodes.abbreviation) -> Sequence[nodes.Node]:
    """Return the words and what they stand for, which few writers say."""
    meaning = node.get("explanation", "")
    return [*node.children, nodes.Text(f" ({meaning})")] if meaning else node.children


def _heading(node: nodes.rubric) -> Sequence[nodes.Node]:
    """Return a heading of ours as a line in bold: some writers have none that is no section's."""
    if not any(name.startswith("er-") for name in node["classes"]):
        return [node]
    return [nodes.paragraph("", "", nodes.strong("", "", *node.children))]


def _facts(node: er.eventreport_facts) -> Sequence[nodes.Node]:
    return [nodes.definition_list("", *node.children, classes=node["classes"])]


def _fact(node: er.eventreport_fact) -> Sequence[nodes.Node]:
    return [nodes.definition_list_item("", *node.children, classes=node["classes"])]


def _line_break(_node: er.eventreport_break) -> Sequence[nodes.Node]:
    return [nodes.Text(" ")]


REPLACED: Mapping[type[nodes.Element], Replace] = {
    er.eventreport_facade: _facade,
    er.eventreport_facts: _facts,
    er.eventreport_fact: _fact,
    er.eventreport_program: _nothing,
    er.eventreport_program_day: _nothing,
    er.eventreport_program_item: _nothing,
    er.eventreport_listing_frame: _inside,
    er.eventreport_html: _nothing,
    er.eventreport_slides: _inside,
    er.eventreport_slides_bar: _nothing,
    er.eventreport_slide: _inside,
    er.eventreport_slide_title: _nothing,
    er.eventreport_slide_text: _slide_text,
    er.eventreport_picture: _picture,
    er.eventreport_parts: _inside,
    er.eventreport_phrase: _phrase,
    er.eventreport_checkbox: _checkbox,
    er.eventreport_mark: _inside,
    er.eventreport_details: _inside,
    er.eventreport_summary: _summary,
    er.eventreport_due: _inside,
    er.eventreport_time: _inside,
    er.eventreport_word_break: _nothing,
    er.eventreport_break: _line_break,
    nodes.abbreviation: _abbreviation,
    nodes.rubric: _heading,
    # What stands in the head of a page of HTML, and in no other format.
    nodes.meta: _nothing,
}
