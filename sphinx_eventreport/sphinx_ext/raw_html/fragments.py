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
from sphinx_eventreport.core.records import Frame
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.nodes import eventreport_break
from sphinx_eventreport.sphinx_ext.raw_html.convert import HtmlConverter, is_block
from sphinx_eventreport.sphinx_ext.raw_html.elements import PLAIN_BLOCK
from sphinx_eventreport.sphinx_ext.raw_html.paragraphs import in_paragraphs, is_inline
from sphinx_eventreport.sphinx_ext.raw_html.raw_directive import PASSES
from sphinx_eventreport.sphinx_ext.slides.figures import media_figure
from sphinx_eventreport.sphinx_ext.slides.frames import frame_figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.media.embed import Embed
    from sphinx_eventreport.core.problems import Problem


def convert_raw_html(raws: Sequence[nodes.raw], document: nodes.document, env: BuildEnvironment) -> None:
    """Replace those *raws* of *document*, the page being read, that are HTML; warn about problems."""
    parents: dict[int, nodes.Element] = {}
    alone: dict[nodes.Node, list[nodes.Node]] = {}
    passages = _Passages(document, env)
    for raw in filter(_is_html, raws):
        found = passages.converted_alone(raw)
        if found is None:
            parents.setdefault(id(raw.parent), raw.parent)
        else:
            alone[raw] = found
    _replace(alone)
    # Inner parents first: an outer one may then take their converted nodes along.
    for parent in reversed(parents.values()):
        passages.convert_children(parent)
    for raw in raws:
        raw.attributes.pop(PASSES, None)
    for problem in without_pairs(passages.problems, {*PLAIN_BLOCK, "details"}):
        warn_on_page(env, problem)


def _is_html(node: nodes.Node) -> bool:
    """Return whether *node* is HTML that is to be turned."""
    return isinstance(node, nodes.raw) and "html" in node.get("format", "").split() and not node.get(PASSES)


class _Passages:
    """Converts passages of one document; ``problems`` collects what was wrong with them."""

    def __init__(self, document: nodes.document, env: BuildEnvironment) -> None:
        self.problems: list[Problem] = []
        self._source = document["source"]
        self._env = env

    def converted_alone(self, raw: nodes.raw) -> list[nodes.Node] | None:
        """Return what takes the place of a block of HTML that closes all it opens, as most do.

        ``None`` if it is not one, and depends on the nodes around it.
        """
        if not isinstance(raw.parent, nodes.section | nodes.document):
            return None
        builder: TreeBuilder[nodes.Node] = TreeBuilder()
        builder.feed(raw.astext(), _line(raw))
        tree, wrong = builder.close()
        if not builder.is_whole or any(problem.subtype is Subtype.HTML_UNCLOSED for problem in wrong):
            return None
        missing = len(self.problems)
        converter = HtmlConverter(self._embed_nodes, self._source)
        found = converter.block(tree)
        if any(isinstance(node, nodes.transition) for node in found):
            del self.problems[missing:]
            return None
        self.problems += [*wrong, *converter.problems]
        return found

    def convert_children(self, parent: nodes.Element) -> None:
        """Replace all HTML among the children of *parent*, and what is between its tags."""
        _replace_breaks(parent)
        converter = HtmlConverter(self._embed_nodes, self._source)
        builder: TreeBuilder[nodes.Node] = TreeBuilder()
        # What an element that is left out holds goes with it, and MyST-Parser looks for every footnote.
        footnotes = [child for child in parent.children if isinstance(child, nodes.footnote)]
        for child in parent.children:
            if _is_html(child):
                builder.feed(child.astext(), _line(child))
            elif not isinstance(child, nodes.footnote):
                builder.add(child)
        tree, wrong = builder.close()
        if isinstance(parent, nodes.paragraph) and any(map(is_block, tree)):
            _put_inline(parent, converter.block(tree))
        elif isinstance(parent, nodes.TextElement):
            _put_inline(parent, converter.inline(tree))
        else:
            parent.children = []
            parent.extend([*_placed(parent, converter.block(tree)), *footnotes])
        self.problems += [*wrong, *converter.problems]

    def _embed_nodes(self, embed: Embed) -> list[nodes.Node]:
        record = media_of_embed(embed)
        if isinstance(record, Frame):
            framed, missing = frame_figure(record, self._env, line=embed.line)
            self.problems += missing
            return [framed]
        figure = media_figure(record)
        figure.line = embed.line
        return [figure]


def _replace(found: Mapping[nodes.Node, list[nodes.Node]]) -> None:
    """Put what was *found* for nodes in their places.

    The children of a parent are gone through once: to look for each of thousands among them takes its square.
    """
    parents = {id(node.parent): node.parent for node in found}
    for parent in parents.values():
        children = [new for child in parent.children for new in found.get(child, [child])]
        parent.children = []
        parent.extend(children)


def _replace_breaks(parent: nodes.Element) -> None:
    """Replace the pair of raw nodes that MyST-Parser makes of a hard line break."""
    for child in list(parent.children):
        if not isinstance(child, nodes.raw):
            continue
        if child["format"] == "html" and child.astext().strip() == "<br />":
            parent.replace(child, eventreport_break())
        elif child["format"] == "latex" and child.astext().strip() == "\\\\":
            parent.remove(child)


def _put_inline(parent: nodes.TextElement, found: list[nodes.Node]) -> None:
    """Put *found* into *parent*; a paragraph is cut where a block node is in it."""
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
