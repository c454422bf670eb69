"""Fragments of raw HTML among parsed nodes -> nodes, in place.

Markdown gives raw HTML in pieces: an opening tag, parsed paragraphs, a closing tag. So all
children of one parent go through one tree, in which parsed nodes are opaque leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.media.records import media_of_embed
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.raw_html.pairs import without_pairs
from sphinx_eventreport.core.raw_html.tree import TreeBuilder
from sphinx_eventreport.sphinx_ext.log import warn_in
from sphinx_eventreport.sphinx_ext.nodes import eventreport_break
from sphinx_eventreport.sphinx_ext.raw_html.convert import HtmlConverter
from sphinx_eventreport.sphinx_ext.raw_html.elements import PLAIN_BLOCK
from sphinx_eventreport.sphinx_ext.raw_html.paragraphs import in_paragraphs, is_inline
from sphinx_eventreport.sphinx_ext.slides.figures import media_figure

if TYPE_CHECKING:
    from sphinx_eventreport.core.media.embeds import Embed
    from sphinx_eventreport.core.problems import Problem


def convert_raw_html(document: nodes.document, docname: str) -> None:
    """Replace every raw HTML node of *document*; problems are warned about in *docname*."""
    parents: dict[int, nodes.Element] = {}
    problems: list[Problem] = []
    for raw in list(document.findall(nodes.raw)):
        if _is_html(raw) and not _convert_alone(raw, document, problems):
            parents.setdefault(id(raw.parent), raw.parent)
    # Inner parents first: an outer one may then take their converted nodes along.
    for parent in reversed(parents.values()):
        _convert_children(parent, document, problems)
    for problem in without_pairs(problems, PLAIN_BLOCK):
        warn_in(docname, problem)


def _is_html(node: nodes.Node) -> bool:
    return isinstance(node, nodes.raw) and "html" in node.get("format", "").split()


def _convert_alone(raw: nodes.raw, document: nodes.document, problems: list[Problem]) -> bool:
    """Replace a block of HTML that closes all it opens, as most do; the nodes around it stay.

    What is wrong with it comes to *problems*.
    """
    parent = raw.parent
    if not isinstance(parent, nodes.section | nodes.document):
        return False
    builder: TreeBuilder[nodes.Node] = TreeBuilder()
    builder.feed(raw.astext(), _line(raw))
    tree, wrong = builder.close()
    if any(problem.subtype is Subtype.HTML_UNCLOSED for problem in wrong):
        return False
    converter = HtmlConverter(_embed_nodes, document["source"])
    found = converter.block(tree)
    if any(isinstance(node, nodes.transition) for node in found):
        return False
    parent.replace(raw, found)
    problems += [*wrong, *converter.problems]
    return True


def _convert_children(parent: nodes.Element, document: nodes.document, problems: list[Problem]) -> None:
    _replace_breaks(parent)
    converter = HtmlConverter(_embed_nodes, document["source"])
    builder: TreeBuilder[nodes.Node] = TreeBuilder()
    for child in parent.children:
        if _is_html(child):
            builder.feed(child.astext(), _line(child))
        else:
            builder.add(child)
    tree, wrong = builder.close()
    if isinstance(parent, nodes.TextElement):
        _put_inline(parent, converter.inline(tree))
    else:
        parent.children = []
        parent.extend(_placed(parent, converter.block(tree)))
    problems += [*wrong, *converter.problems]


def _replace_breaks(parent: nodes.Element) -> None:
    """Replace the pair of raw nodes that MyST-Parser makes of a hard line break."""
    for child in list(parent.children):
        if not isinstance(child, nodes.raw):
            continue
        if child["format"] == "html" and child.astext().strip() == "<br />":
            parent.replace(child, eventreport_break())
        elif child["format"] == "latex" and child.astext().strip() == "\\\\":
            parent.remove(child)


def _embed_nodes(embed: Embed) -> list[nodes.Node]:
    record = media_of_embed(embed)
    figure = media_figure(record)
    figure.line = embed.line
    return [figure]


def _put_inline(parent: nodes.TextElement, found: list[nodes.Node]) -> None:
    """Put *found* into *parent*; a paragraph is cut where a block node stands in it."""
    parent.children = []
    if not isinstance(parent, nodes.paragraph) or all(is_inline(node) for node in found):
        parent.extend(found)
        return
    blocks = in_paragraphs(found)
    for block in blocks:
        block.line = block.line or parent.line
    parent.parent.replace(parent, blocks)


def _placed(parent: nodes.Element, found: list[nodes.Node]) -> list[nodes.Node]:
    """Return *found* without transitions where docutils allows none: they part only blocks."""
    if isinstance(parent, nodes.section | nodes.document):
        last = len(found) - 1
        return [
            node
            for index, node in enumerate(found)
            if not isinstance(node, nodes.transition)
            or not (index in {0, last} or isinstance(found[index - 1], nodes.transition | nodes.title))
        ]
    return [node for node in found if not isinstance(node, nodes.transition)]


def _line(node: nodes.Node) -> int:
    """Return the line of *node*, or of the nearest node around it that has one."""
    around: nodes.Node | None = node
    while around is not None:
        if around.line:
            return around.line
        around = around.parent
    return 1
