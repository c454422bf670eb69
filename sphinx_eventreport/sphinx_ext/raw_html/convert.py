"""A tree of raw HTML -> docutils nodes that every builder knows.

Nothing is passed through. What has an equivalent becomes it, what embeds something becomes a deck
or a recording, of the rest the text stays and a problem says what was dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.media.embeds import embed_problem, find_embed
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.raw_html.gists import gist_of
from sphinx_eventreport.sphinx_ext.nodes import eventreport_checkbox, eventreport_phrase
from sphinx_eventreport.sphinx_ext.raw_html import blocks, links, lists, phrases, pictures
from sphinx_eventreport.sphinx_ext.raw_html.attributes import alignment
from sphinx_eventreport.sphinx_ext.raw_html.conversion import with_children
from sphinx_eventreport.sphinx_ext.raw_html.elements import (
    DROPPED_WHOLE,
    HEADINGS,
    INLINE,
    PHRASES,
    PLAIN_BLOCK,
    PLAIN_INLINE,
)
from sphinx_eventreport.sphinx_ext.raw_html.paragraphs import in_paragraphs
from sphinx_eventreport.sphinx_ext.raw_html.tables import table_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_eventreport.core.media.embed import Embed
    from sphinx_eventreport.core.raw_html.tree import Element
    from sphinx_eventreport.sphinx_ext.raw_html.conversion import Child, Conversion, Make


class HtmlConverter:
    """Turns the children of one parent node; ``problems`` collects what could not be kept."""

    def __init__(self, embed: Callable[[Embed], list[nodes.Node]], source: str) -> None:
        """Use *embed* to make the nodes of a deck or recording; *source* is the file that is read."""
        self.problems: list[Problem] = []
        self._embed = embed
        self.source = source

    def inline(self, children: Sequence[Child]) -> list[nodes.Node]:
        """Return nodes for a place inside a paragraph; embeds among them are block nodes."""
        return [node for child in children for node in self._inline(child)]

    def block(self, children: Sequence[Child]) -> list[nodes.Node]:
        """Return nodes for a place between paragraphs; loose text becomes paragraphs."""
        result: list[nodes.Node] = []
        for child in children:
            result.extend(self._block(child))
        return in_paragraphs(result)

    def _inline(self, child: Child) -> list[nodes.Node]:
        if isinstance(child, str):
            return [nodes.Text(child)]
        if isinstance(child, nodes.Node):
            return [child]
        return self._special(child) or self._inline_element(child)

    def _block(self, child: Child) -> list[nodes.Node]:
        if isinstance(child, str):
            return [nodes.Text(child)]
        if isinstance(child, nodes.Node):
            return [child]
        return self._special(child) or self._block_element(child)

    def _special(self, element: Element) -> list[nodes.Node]:
        """Return the nodes of what is the same between and inside paragraphs."""
        self._note_handlers(element)
        embed = find_embed(element)
        if embed is not None:
            found = self._embed(embed)
            for node in found:
                # A warning about it says where it is.
                node.source = self.source
            return found
        problem = embed_problem(element)
        if problem is not None:
            self.problems.append(problem)
            return self.inline(element.children) or [nodes.Text("")]
        if element.tag == "input" and element.attrs.get("type", "").lower() == "checkbox":
            return [eventreport_checkbox(checked="checked" in element.attrs)]
        gist = gist_of(element.attrs.get("src", "")) if element.tag == "script" else None
        if gist is not None:
            return [nodes.reference("", gist[1], refuri=gist[0])]
        if element.tag in DROPPED_WHOLE:
            self._note_unknown(element, "it was left out")
            return [nodes.Text("")]
        return []

    def _inline_element(self, element: Element) -> list[nodes.Node]:
        tag = element.tag
        if tag in INLINE:
            return [with_children(INLINE[tag](), self.inline(element.children))]
        if tag in PHRASES:
            return [with_children(eventreport_phrase(tag=PHRASES[tag]), self.inline(element.children))]
        make = IN_LINES.get(tag)
        if make is not None:
            return make(self, element)
        if tag not in PLAIN_INLINE and tag not in PLAIN_BLOCK and tag != "p":
            self._note_unknown(element, "its text stays")
        return self.inline(element.children)

    def _block_element(self, element: Element) -> list[nodes.Node]:
        make = BLOCKS.get(element.tag)
        if make is not None:
            return make(self, element)
        if element.tag in PLAIN_BLOCK:
            return pictures.aligned(self.block(element.children), alignment(element))
        return self._inline_element(element)

    def _note_handlers(self, element: Element) -> None:
        for name in element.attrs:
            if name.startswith("on"):
                message = f"<{element.tag} {name}> would run a script"
                self.note(Subtype.HTML, element, message, "the attribute was left out; remove it")

    def _note_unknown(self, element: Element, fate: str) -> None:
        # What is written on a button stays; what it did is told with its handlers.
        what = "a link" if element.tag == "button" else "Markdown or a directive"
        message = f"<{element.tag}> has no equivalent in a document"
        self.note(Subtype.HTML, element, message, f"{fate}; write {what} in its place")

    def note_unsafe(self, element: Element, url: str) -> None:
        """Note that *element* has an address that nothing can lead to."""
        where = f"<{element.tag}> has the address {url[:80]!r}"
        message = f"{where}, which is not a valid http, https or mailto URL"
        self.note(Subtype.URL, element, message, "use an http, https or mailto URL, or a path")

    def note(self, subtype: Subtype, element: Element, message: str, hint: str) -> None:
        """Note what is wrong with *element*; *hint* says what has become of it, and what to do."""
        self.problems.append(Problem(subtype, message, line=element.line, hint=hint))


def _table(convert: Conversion, element: Element) -> list[nodes.Node]:
    return table_nodes(element, convert.block)


IN_LINES: Mapping[str, Make] = {
    "abbr": phrases.abbreviation,
    "acronym": phrases.abbreviation,
    "br": phrases.line_break,
    "wbr": phrases.word_break,
    "q": phrases.quotation,
    "rt": phrases.ruby_text,
    "rp": phrases.nothing,
    "time": phrases.time,
    "math": phrases.math,
    "a": links.link,
    "img": pictures.image,
    "picture": pictures.responsive_picture,
    "details": blocks.details,
}
"""What makes the nodes of an element inside a paragraph."""
BLOCKS: Mapping[str, Make] = {
    "p": blocks.paragraph,
    "summary": blocks.paragraph,
    "figcaption": blocks.paragraph,
    "details": blocks.details,
    "blockquote": blocks.block_quote,
    "pre": blocks.preformatted,
    "hr": blocks.transition,
    **dict.fromkeys(HEADINGS, blocks.heading),
    "ul": lists.bullet_list,
    "menu": lists.bullet_list,
    "ol": lists.enumerated_list,
    "dl": lists.definition_list,
    "table": _table,
    "img": pictures.picture,
    "figure": pictures.figure,
}
"""What makes the nodes of an element between paragraphs."""
