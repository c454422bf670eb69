"""A tree of raw HTML -> docutils nodes that every builder knows.

Nothing is passed through. What has an equivalent becomes it, what embeds something becomes a deck
or a recording, of the rest the text stays and a problem says what was dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeGuard, TypeVar

from docutils import nodes

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.fields import safe_url
from sphinx_eventreport.core.media.embeds import embed_problem, find_embed
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.raw_html.gists import gist_of
from sphinx_eventreport.core.raw_html.tree import Element
from sphinx_eventreport.core.raw_html.tree import text_of as text_in
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_break,
    eventreport_checkbox,
    eventreport_details,
    eventreport_phrase,
    eventreport_summary,
    eventreport_time,
    eventreport_word_break,
)
from sphinx_eventreport.sphinx_ext.raw_html.attributes import (
    alignment,
    code_language,
    enumeration,
    picture_alignment,
    sizes,
)
from sphinx_eventreport.sphinx_ext.raw_html.elements import (
    DROPPED_WHOLE,
    HEADINGS,
    INLINE,
    PHRASES,
    PLAIN_BLOCK,
    PLAIN_INLINE,
)
from sphinx_eventreport.sphinx_ext.raw_html.paragraphs import (
    in_paragraphs,
    is_inline,
    split_paragraph,
    text_of,
)
from sphinx_eventreport.sphinx_ext.raw_html.tables import table_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_eventreport.core.media.embeds import Embed

    Child = Element | str | nodes.Node

_N = TypeVar("_N", bound=nodes.Element)


class HtmlConverter:
    """Turns the children of one parent node; ``problems`` collects what could not be kept."""

    def __init__(self, embed: Callable[[Embed], list[nodes.Node]], source: str) -> None:
        """Use *embed* to make the nodes of a deck or recording; *source* is the file that is read."""
        self.problems: list[Problem] = []
        self._embed = embed
        self._source = source

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
                node.source = self._source
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
            self._drop(element)
            return [nodes.Text("")]
        return []

    def _inline_element(self, element: Element) -> list[nodes.Node]:
        tag = element.tag
        if tag in INLINE:
            return [_with_children(INLINE[tag](), self.inline(element.children))]
        if tag in PHRASES:
            return [_with_children(eventreport_phrase(tag=PHRASES[tag]), self.inline(element.children))]
        make = self._phrases.get(tag)
        if make is not None:
            return make(self, element)
        if tag not in PLAIN_INLINE and tag not in PLAIN_BLOCK and tag != "p":
            self._drop(element)
        return self.inline(element.children)

    def _block_element(self, element: Element) -> list[nodes.Node]:
        make = self._blocks.get(element.tag)
        if make is not None:
            return make(self, element)
        if element.tag in PLAIN_BLOCK:
            return _aligned(self.block(element.children), alignment(element))
        return self._inline_element(element)

    def _paragraph(self, element: Element) -> list[nodes.Node]:
        paragraph = _with_children(nodes.paragraph(), self.inline(element.children))
        return _aligned(split_paragraph(paragraph), alignment(element))

    def _block_quote(self, element: Element) -> list[nodes.Node]:
        return [nodes.block_quote("", *self.block(element.children))]

    def _preformatted(self, element: Element) -> list[nodes.Node]:
        text = text_of(self.inline(element.children)).strip("\n")
        return [nodes.literal_block(text, text, language=code_language(element))]

    def _table(self, element: Element) -> list[nodes.Node]:
        return table_nodes(element, self.block)

    def _picture(self, element: Element) -> list[nodes.Node]:
        return self._figure(element, None)

    def _transition(self, _element: Element) -> list[nodes.Node]:
        return [nodes.transition()]

    def _details(self, element: Element) -> list[nodes.Node]:
        summary = next(iter(_with_tag(element, "summary")), None)
        rest = [child for child in element.children if child is not summary]
        # Without a summary, browsers write a word of their own.
        above = self.inline(summary.children) if summary else []
        head = _with_children(eventreport_summary(), [node for node in above if is_inline(node)])
        blocks = [node for node in above if not is_inline(node)]
        heads = [head] if head.children else []
        if not element.closed:
            # A heading parts it from the rest of what it holds, which nothing could fold away.
            return [*in_paragraphs(above), *self.block(rest)]
        return [eventreport_details("", *heads, *blocks, *self.block(rest), open="open" in element.attrs)]

    def _break(self, _element: Element) -> list[nodes.Node]:
        return [eventreport_break()]

    def _word_break(self, _element: Element) -> list[nodes.Node]:
        return [eventreport_word_break()]

    def _quotation(self, element: Element) -> list[nodes.Node]:
        # Sphinx makes them the quotation marks of the language.
        return [nodes.Text('"'), *self.inline(element.children), nodes.Text('"')]

    def _ruby_text(self, element: Element) -> list[nodes.Node]:
        return [nodes.Text("("), *self.inline(element.children), nodes.Text(")")]

    def _nothing(self, _element: Element) -> list[nodes.Node]:
        return [nodes.Text("")]

    def _time(self, element: Element) -> list[nodes.Node]:
        moment = parse_date(element.attrs.get("datetime", ""))
        children = self.inline(element.children)
        if moment is None:
            return children
        return [_with_children(eventreport_time(datetime=moment.isoformat()), children)]

    def _responsive_picture(self, element: Element) -> list[nodes.Node]:
        """Return the picture that a ``<picture>`` shows where none of its other sources fits."""
        return self.inline([child for child in element.children if not _is_source(child)])

    def _math(self, element: Element) -> list[nodes.Node]:
        """Return a formula as TeX, if the element has that, else its text."""
        tex = element.attrs.get("alttext") or _tex_of(element)
        if tex is None:
            self._note(
                Subtype.HTML,
                element,
                "<math> has no TeX beside it",
                "its text stays; write the formula in TeX",
            )
            return [nodes.Text(" ".join(text_in(element).split()))]
        if element.attrs.get("display") == "block":
            return [nodes.math_block(tex, tex, nowrap=False, number=None)]
        return [nodes.math(tex, tex)]

    def _abbreviation(self, element: Element) -> list[nodes.Node]:
        node = _with_children(nodes.abbreviation(), self.inline(element.children))
        if element.attrs.get("title"):
            node["explanation"] = element.attrs["title"]
        return [node]

    def _link(self, element: Element) -> list[nodes.Node]:
        children = self.inline(element.children)
        href = element.attrs.get("href", "").strip()
        if not href:
            return [*_anchor(element), *children]
        url = safe_url(href)
        if url is None:
            self._unsafe(element, href)
            return children
        link = _with_children(nodes.reference(refuri=url), children)
        for image in link.findall(nodes.image):
            # A picture of a given size gets a link to itself, which cannot stand in another link.
            image["classes"].append("no-scaled-link")
        # A warning about where it leads says where it is.
        link.source, link.line = self._source, element.line
        if url.startswith("#"):
            link["id_link"] = True
        if element.attrs.get("title"):
            link["reftitle"] = element.attrs["title"]
        return [link]

    def _image(self, element: Element) -> list[nodes.Node]:
        source = element.attrs.get("src", "").strip()
        url = safe_url(source) if source else None
        if url is None:
            if source:
                self._unsafe(element, source)
            else:
                self._note(Subtype.EMBED, element, "<img> has no src, so it shows nothing")
            return [nodes.Text(element.attrs.get("alt", ""))]
        attrs = element.attrs
        alt = attrs.get("alt") or attrs.get("title") or ""
        # Sphinx forgets the line of an image that has no source, or no source text.
        image = nodes.image("<img>", uri=url, alt=alt)
        image.source, image.line = self._source, element.line
        image.attributes.update(sizes(element))
        align = picture_alignment(element)
        if align:
            image["align"] = align
        return [image]

    def _figure(self, element: Element, caption: list[nodes.Node] | None) -> list[nodes.Node]:
        """Return an image, as a figure where there is a caption or a title to make one of."""
        images = self._image(element)
        title = element.attrs.get("title", "").strip()
        if caption is None and title:
            caption = [nodes.Text(title)]
        if not caption or not isinstance(images[0], nodes.image):
            return images
        return [nodes.figure("", *images, _with_children(nodes.caption(), caption))]

    def _html_figure(self, element: Element) -> list[nodes.Node]:
        captions = _with_tag(element, "figcaption")
        images = _with_tag(element, "img")
        if len(captions) == 1 and len(images) == 1:
            return self._figure(images[0], self.inline(captions[0].children))
        return self.block(element.children)

    def _heading(self, element: Element) -> list[nodes.Node]:
        # A section cannot begin in the middle of one. A rubric is a heading that opens none.
        rubric = _with_children(nodes.rubric(), self.inline(element.children))
        rubric["heading-level"] = max(2, HEADINGS[element.tag])
        if element.attrs.get("id"):
            rubric["ids"].append(nodes.make_id(element.attrs["id"]))
        return [rubric]

    def _bullet_list(self, element: Element) -> list[nodes.Node]:
        return [nodes.bullet_list("", *self._items(element.children), bullet="-")]

    def _enumerated_list(self, element: Element) -> list[nodes.Node]:
        items = self._items(element.children)
        first = next(iter(_with_tag(element, "li")), None)
        if "reversed" in element.attrs:
            self._note(
                Subtype.HTML, element, "<ol reversed> counts upwards here", "write the numbers as text"
            )
        return [nodes.enumerated_list("", *items, **enumeration(element, first))]

    def _items(self, children: Sequence[Child]) -> list[nodes.Node]:
        groups: list[list[Child]] = []
        loose = False
        for child in children:
            if isinstance(child, Element) and child.tag == "li":
                groups.append(child.children)
                loose = False
            elif not (isinstance(child, str) and not child.strip()):
                if not loose:
                    groups.append([])
                groups[-1].append(child)
                loose = True
        return [nodes.list_item("", *self.block(group)) for group in groups]

    def _definition_list(self, element: Element) -> list[nodes.Node]:
        items: list[nodes.definition_list_item] = []
        for child in element.children:
            if isinstance(child, str) and not child.strip():
                continue
            is_term = isinstance(child, Element) and child.tag == "dt"
            content = child.children if isinstance(child, Element) else [child]
            if is_term or not items:
                term = _with_children(nodes.term(), self.inline(content) if is_term else [])
                items.append(nodes.definition_list_item("", term, nodes.definition()))
            if not is_term:
                items[-1].children[-1].extend(self.block(content))  # type: ignore[attr-defined]
        return [nodes.definition_list("", *items)]

    def _note_handlers(self, element: Element) -> None:
        for name in element.attrs:
            if name.startswith("on"):
                self._note(Subtype.HTML, element, f"<{element.tag} {name}> would run a script")

    def _drop(self, element: Element) -> None:
        # What is written on a button stays; what it did is told with its handlers.
        hint = "its text stays; write a link in its place" if element.tag == "button" else ""
        self._note(Subtype.HTML, element, f"<{element.tag}> has no equivalent in a document", hint)

    def _unsafe(self, element: Element, url: str) -> None:
        where = f"<{element.tag}> has the address {url[:80]!r}"
        message = f"{where}, which is not a valid http, https or mailto URL"
        self._note(Subtype.URL, element, message, "use an http, https or mailto URL, or a path")

    def _note(self, subtype: Subtype, element: Element, message: str, hint: str = "") -> None:
        hint = hint or "it was left out; write it in Markdown, or as a directive"
        self.problems.append(Problem(subtype, message, line=element.line, hint=hint))

    _phrases: ClassVar[dict[str, Callable[[HtmlConverter, Element], list[nodes.Node]]]] = {
        "abbr": _abbreviation,
        "acronym": _abbreviation,
        "br": _break,
        "wbr": _word_break,
        "q": _quotation,
        "rt": _ruby_text,
        "rp": _nothing,
        "time": _time,
        "math": _math,
        "a": _link,
        "img": _image,
        "picture": _responsive_picture,
        "details": _details,
    }
    _blocks: ClassVar[dict[str, Callable[[HtmlConverter, Element], list[nodes.Node]]]] = {
        "p": _paragraph,
        "details": _details,
        "summary": _paragraph,
        "figcaption": _paragraph,
        "ul": _bullet_list,
        "menu": _bullet_list,
        "ol": _enumerated_list,
        "dl": _definition_list,
        "blockquote": _block_quote,
        "pre": _preformatted,
        "table": _table,
        "img": _picture,
        "figure": _html_figure,
        "hr": _transition,
        **dict.fromkeys(HEADINGS, _heading),
    }


def _aligned(found: list[nodes.Node], align: str | None) -> list[nodes.Node]:
    """Return *found* with its pictures and paragraphs standing on the side *align*."""
    if align is None:
        return found
    for node in found:
        pictures = [child for child in node.children if not _is_blank(child)]
        if isinstance(node, nodes.image | nodes.figure):
            node.setdefault("align", align)
        elif isinstance(node, nodes.paragraph) and len(pictures) == 1 and _is_picture(pictures[0]):
            pictures[0].setdefault("align", align)
        elif isinstance(node, nodes.paragraph | nodes.rubric):
            node["classes"].append(f"align-{align}")
    return found


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Text) and not node.strip()


def _is_picture(node: nodes.Node) -> TypeGuard[nodes.image]:
    return isinstance(node, nodes.image)


def _is_source(child: object) -> bool:
    return isinstance(child, Element) and child.tag == "source"


def _tex_of(element: Element) -> str | None:
    """Return the TeX that stands in an ``<annotation>`` of a formula."""
    if element.tag == "annotation" and "tex" in element.attrs.get("encoding", "").lower():
        return text_in(element).strip()
    inner = (child for child in element.children if isinstance(child, Element))
    return next((tex for child in inner if (tex := _tex_of(child))), None)


def _anchor(element: Element) -> list[nodes.Node]:
    """Return the place that an ``<a>`` without an address names."""
    name = nodes.make_id(element.attrs.get("id") or element.attrs.get("name") or "")
    return [nodes.target("", "", ids=[name])] if name else []


def _with_tag(element: Element, tag: str) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element) and child.tag == tag]


def _with_children(node: _N, children: Sequence[nodes.Node]) -> _N:
    node.extend(children)
    return node
