"""Elements in a line of raw HTML that become more than a node of the same meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.raw_html.tree import Element, text_of
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_break,
    eventreport_phrase,
    eventreport_time,
    eventreport_word_break,
)
from sphinx_eventreport.sphinx_ext.raw_html.attributes import phrases_of_style
from sphinx_eventreport.sphinx_ext.raw_html.conversion import with_children
from sphinx_eventreport.sphinx_ext.raw_html.elements import INLINE, PHRASES
from sphinx_eventreport.sphinx_ext.raw_html.paragraphs import is_inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.sphinx_ext.raw_html.conversion import Conversion


def phrase(tag: str, children: Sequence[nodes.Node]) -> nodes.Element:
    """Return the node that says of *children* what the element *tag* does."""
    node: nodes.Element = INLINE[tag]() if tag in INLINE else eventreport_phrase(tag=PHRASES[tag])
    return with_children(node, children)


def styled(children: list[nodes.Node], element: Element) -> list[nodes.Node]:
    """Return *children* in the phrases that the style of *element* says, if that is possible."""
    if children and all(map(is_inline, children)):
        for tag in phrases_of_style(element):
            children = [phrase(tag, children)]
    return children


def explained(children: list[nodes.Node], element: Element) -> list[nodes.Node]:
    """Return *children* with what is shown when a pointer is over *element*, if that is anything."""
    title = " ".join(element.attrs.get("title", "").split())
    if not title or not children or not all(map(is_inline, children)):
        return children
    return [nodes.abbreviation("", "", *children, explanation=title)]


def line_break(_convert: Conversion, _element: Element) -> list[nodes.Node]:
    """Return the end of a line."""
    return [eventreport_break()]


def word_break(_convert: Conversion, _element: Element) -> list[nodes.Node]:
    """Return a place where a word may be broken."""
    return [eventreport_word_break()]


def quotation(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return words in quotation marks, of which Sphinx makes those of the language."""
    return [nodes.Text('"'), *convert.inline(element.children), nodes.Text('"')]


def ruby_text(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return how a word is read, in parentheses."""
    return [nodes.Text("("), *convert.inline(element.children), nodes.Text(")")]


def ruby_bracket(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return nothing to see, in place of a bracket that only a browser without ruby shows; words stay."""
    is_bracket = all(isinstance(child, str) for child in element.children) and not any(
        char.isalnum() for char in text_of(element)
    )
    return [nodes.Text("")] if is_bracket else convert.inline(element.children)


def time(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a date that a machine can read, if the element says one."""
    moment = parse_date(element.attrs.get("datetime", ""))
    children = convert.inline(element.children)
    if moment is None:
        return children
    return [with_children(eventreport_time(datetime=moment.isoformat()), children)]


def abbreviation(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return an abbreviation, with what it stands for."""
    node = with_children(nodes.abbreviation(), convert.inline(element.children))
    if element.attrs.get("title"):
        node["explanation"] = element.attrs["title"]
    return [node]


def math(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a formula as TeX, if the element has that, else its text."""
    tex = element.attrs.get("alttext") or _tex_of(element)
    if tex is None:
        hint = "its text stays; write the formula in TeX"
        convert.note(Subtype.HTML, element, "<math> has no TeX beside it", hint)
        return [nodes.Text(" ".join(text_of(element).split()))]
    if element.attrs.get("display") == "block":
        return [nodes.math_block(tex, tex, nowrap=False, number=None)]
    return [nodes.math(tex, tex)]


def _tex_of(element: Element) -> str | None:
    """Return the TeX that is in an ``<annotation>`` of a formula."""
    if element.tag == "annotation" and "tex" in element.attrs.get("encoding", "").lower():
        return text_of(element).strip()
    inner = (child for child in element.children if isinstance(child, Element))
    return next((tex for child in inner if (tex := _tex_of(child))), None)
