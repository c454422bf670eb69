"""A tree of raw HTML -> docutils nodes that every builder knows.

Nothing is passed through. What has an equivalent becomes it, what embeds something becomes a deck
or a recording, of the rest the text stays and a problem says what was dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.media.embed_scripts import draws_what_is_there
from sphinx_eventreport.core.media.embeds import cast_of, embed_problem, find_embed, gist_of
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.raw_html.tree import Element, text_of
from sphinx_eventreport.sphinx_ext.nodes import eventreport_checkbox
from sphinx_eventreport.sphinx_ext.raw_html import blocks, links, lists, phrases, pictures, words_only
from sphinx_eventreport.sphinx_ext.raw_html.attributes import alignment, is_hidden
from sphinx_eventreport.sphinx_ext.raw_html.conversion import anchor, id_of
from sphinx_eventreport.sphinx_ext.raw_html.elements import (
    BLOCK,
    DROPPED_WHOLE,
    HEADINGS,
    INLINE,
    PHRASES,
    PLAIN_BLOCK,
    PLAIN_INLINE,
    SHOWN,
)
from sphinx_eventreport.sphinx_ext.raw_html.paragraphs import in_paragraphs, is_inline
from sphinx_eventreport.sphinx_ext.raw_html.tables import table_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_eventreport.core.media.embed import Embed
    from sphinx_eventreport.sphinx_ext.raw_html.conversion import Child, Conversion, Make

# What is made of them has their id already, or an id of its own.
_NAMED_BY_THEMSELVES = frozenset({"a", *HEADINGS, *SHOWN})
# What an embed is made of that no reader sees.
_PARTS_OF_PLAYERS = frozenset({"param", "source", "track"})


class HtmlConverter:
    """Turns the children of one parent node; ``problems`` collects what could not be kept."""

    def __init__(self, embed: Callable[[Embed], list[nodes.Node]], source: str) -> None:
        """Use *embed* to make the nodes of a deck or recording; *source* is the file that is read."""
        self.problems: list[Problem] = []
        self._embed = embed
        self.source = source
        # How many elements are around of which a problem says already that only words stay.
        self._within = 0

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
        self._note_shown(child)
        found = self._special(child) or self._inline_element(child)
        return found if child.tag in _NAMED_BY_THEMSELVES else [*anchor(child), *found]

    def _block(self, child: Child) -> list[nodes.Node]:
        if isinstance(child, str):
            return [nodes.Text(child)]
        if isinstance(child, nodes.Node):
            return [child]
        if is_hidden(child) and child.closed and child.tag in BLOCK:
            return blocks.folded(self, child, in_paragraphs(self._block_element(child)))
        self._note_shown(child)
        return self._special(child) or _named(self._block_element(child), child)

    def _special(self, element: Element) -> list[nodes.Node]:
        """Return the nodes of what is the same between and inside paragraphs."""
        self._note_handlers(element)
        if element.tag in SHOWN and is_hidden(element):
            message = f"<{element.tag}> is hidden in HTML"
            self.note(Subtype.HTML, element, message, "it was left out; remove it")
            return [nodes.Text("")]
        embed = find_embed(element)
        if embed is not None:
            return self._embedded(embed)
        problem = embed_problem(element)
        if problem is not None:
            self.problems.append(problem)
            # Players of old say the same thing several times over; one warning is enough.
            children = [child for child in element.children if not _is_part_of_player(child)]
            return self.inline(children) or [nodes.Text("")]
        return self._program(element)

    def _embedded(self, embed: Embed) -> list[nodes.Node]:
        found = self._embed(embed)
        for node in found:
            # A warning about it says where it is.
            node.source = self.source
        return found

    def _program(self, element: Element) -> list[nodes.Node]:
        """Return the nodes of what is for a program and not for a reader."""
        if element.tag == "input" and element.attrs.get("type", "").lower() == "checkbox":
            return [eventreport_checkbox(checked="checked" in element.attrs)]
        source = element.attrs.get("src", "") if element.tag == "script" else ""
        drawn = gist_of(source) or cast_of(source)
        if drawn is not None:
            return [nodes.reference("", drawn[1], refuri=drawn[0])]
        if element.tag in DROPPED_WHOLE:
            if not (element.tag == "script" and draws_what_is_there(element.attrs.get("src", ""))):
                self._note_unknown(element)
            return [nodes.Text("")]
        return []

    def _inline_element(self, element: Element) -> list[nodes.Node]:
        tag = element.tag
        make = IN_LINES.get(tag)
        if make is not None:
            return make(self, element)
        children = self.inline(element.children)
        if tag in INLINE or tag in PHRASES:
            return [phrases.phrase(tag, children)]
        if tag in PLAIN_INLINE:
            return phrases.explained(phrases.styled(children, element), element)
        if tag in HEADINGS:
            children = [phrases.phrase("strong", children)]
        elif tag not in PLAIN_BLOCK and tag != "p":
            self._note_unknown(element)
        # Words of two blocks are not one word.
        return [nodes.Text(" "), *children, nodes.Text(" ")] if tag in BLOCK else children

    def _block_element(self, element: Element) -> list[nodes.Node]:
        make = BLOCKS.get(element.tag)
        if make is not None:
            return make(self, element)
        if element.tag in PLAIN_BLOCK:
            return pictures.aligned(self.block(element.children), alignment(element))
        if element.tag in BLOCK:
            self._note_unknown(element)
            return self.block(element.children)
        return self._inline_element(element)

    def _note_handlers(self, element: Element) -> None:
        if element.tag in words_only.BLOCKS:
            # That is lost as well, and a warning says so.
            return
        for name in element.attrs:
            if name.startswith("on"):
                message = f"<{element.tag} {name}> would run a script"
                self.note(Subtype.HTML, element, message, "the attribute was left out; remove it")

    def _note_shown(self, element: Element) -> None:
        if is_hidden(element) and element.tag not in DROPPED_WHOLE | SHOWN:
            message = f"<{element.tag}> is hidden in HTML, but not here"
            self.note(Subtype.HTML, element, message, "remove it, or what hides it")

    def _note_unknown(self, element: Element) -> None:
        is_kept = element.tag not in DROPPED_WHOLE and bool(text_of(element).strip())
        self._note_lost(element, is_kept=is_kept)

    def words_only(self, element: Element, make: Callable[[], list[nodes.Node]]) -> list[nodes.Node]:
        """Return what *make* makes of the words in *element*, and note once that the rest of it is lost."""
        before = len(self.problems)
        self._within += 1
        found = make()
        self._within -= 1
        inner = self.problems[before:]
        del self.problems[before:]
        self._note_lost(element, is_kept=any(node.astext().strip() for node in found))
        self.problems += inner
        return found

    def _note_lost(self, element: Element, *, is_kept: bool) -> None:
        if self._within:
            return
        fate = "its text stays" if is_kept else "it was left out"
        # What is written on a button stays.
        what = "a link" if element.tag in {"button", "form"} else "Markdown or a directive"
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


def is_block(child: object) -> bool:
    """Return whether *child* is an element that no paragraph can hold."""
    return isinstance(child, Element) and child.tag in BLOCK


def _is_part_of_player(child: Child) -> bool:
    """Return whether *child* of an embed that shows nothing is what another browser would have played."""
    if not isinstance(child, Element):
        return False
    return child.tag in _PARTS_OF_PLAYERS or embed_problem(child) is not None


def _named(found: list[nodes.Node], element: Element) -> list[nodes.Node]:
    """Return *found*, of which the first has the id of *element*."""
    name = id_of(element)
    first = found[0] if found else None
    if name and isinstance(first, nodes.Element) and not is_inline(first):
        first["ids"] += [name] if name not in first["ids"] else []
        return found
    return found if element.tag in _NAMED_BY_THEMSELVES else [*anchor(element), *found]


def _table(convert: Conversion, element: Element) -> list[nodes.Node]:
    return table_nodes(element, convert.block)


IN_LINES: Mapping[str, Make] = {
    "abbr": phrases.abbreviation,
    "acronym": phrases.abbreviation,
    "br": phrases.line_break,
    "wbr": phrases.word_break,
    "q": phrases.quotation,
    "rt": phrases.ruby_text,
    "rp": phrases.ruby_bracket,
    "time": phrases.time,
    "math": phrases.math,
    "a": links.link,
    "img": pictures.image,
    "image": pictures.image,
    "embed": pictures.shown_object,
    "object": pictures.shown_object,
    "picture": pictures.responsive_picture,
    "details": blocks.details,
    **words_only.IN_LINES,
}
"""The functions that make the nodes of elements inside a paragraph."""
BLOCKS: Mapping[str, Make] = {
    "p": blocks.paragraph,
    "summary": blocks.paragraph,
    "figcaption": blocks.paragraph,
    "details": blocks.details,
    "blockquote": blocks.block_quote,
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), blocks.preformatted),
    "hr": blocks.transition,
    **dict.fromkeys(HEADINGS, blocks.heading),
    "ul": lists.bullet_list,
    "menu": lists.bullet_list,
    "dir": lists.bullet_list,
    "ol": lists.enumerated_list,
    "dl": lists.definition_list,
    "table": _table,
    "img": pictures.picture,
    "image": pictures.picture,
    "figure": pictures.figure,
    **words_only.BLOCKS,
}
"""The functions that make the nodes of elements between paragraphs."""
