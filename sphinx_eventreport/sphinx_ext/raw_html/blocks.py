"""Blocks of raw HTML -> paragraphs, headings, quotations, code, and what readers unfold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.sphinx_ext.nodes import eventreport_details, eventreport_summary
from sphinx_eventreport.sphinx_ext.raw_html.attributes import alignment, code_language
from sphinx_eventreport.sphinx_ext.raw_html.conversion import id_of, with_children
from sphinx_eventreport.sphinx_ext.raw_html.elements import HEADINGS
from sphinx_eventreport.sphinx_ext.raw_html.paragraphs import (
    in_paragraphs,
    is_inline,
    split_paragraph,
    text_of,
)
from sphinx_eventreport.sphinx_ext.raw_html.phrases import styled
from sphinx_eventreport.sphinx_ext.raw_html.pictures import aligned

if TYPE_CHECKING:
    from sphinx_eventreport.core.raw_html.tree import Element
    from sphinx_eventreport.sphinx_ext.raw_html.conversion import Conversion


def paragraph(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a paragraph, or several where blocks are in it."""
    whole = with_children(nodes.paragraph(), styled(convert.inline(element.children), element))
    return aligned(split_paragraph(whole), alignment(element))


def heading(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a heading that opens no section, for one cannot begin in the middle of another."""
    rubric = with_children(nodes.rubric(), convert.inline(element.children))
    rubric["heading-level"] = max(2, HEADINGS[element.tag])
    if element.attrs.get("id"):
        rubric["ids"].append(id_of(element))
    return [rubric]


def block_quote(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a quotation."""
    return [nodes.block_quote("", *convert.block(element.children))]


def preformatted(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return code, in its language if a class names it."""
    text = text_of(convert.inline(element.children)).strip("\n")
    return [nodes.literal_block(text, text, language=code_language(element))]


def transition(_convert: Conversion, _element: Element) -> list[nodes.Node]:
    """Return a rule."""
    return [nodes.transition()]


def details(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return what a reader unfolds."""
    summary = next(iter(element.named("summary")), None)
    rest = [child for child in element.children if child is not summary]
    # Without a summary, browsers write a word of their own.
    above = convert.inline(summary.children) if summary else []
    if not element.closed:
        # A heading parts it from the rest of what it holds, which nothing could fold away.
        return [*in_paragraphs(above), *convert.block(rest)]
    head = with_children(eventreport_summary(), [node for node in above if is_inline(node)])
    heads = [head] if head.children else []
    blocks = [node for node in above if not is_inline(node)]
    is_open = "open" in element.attrs
    return [eventreport_details("", *heads, *blocks, *convert.block(rest), open=is_open)]


def folded(convert: Conversion, element: Element, content: list[nodes.Node]) -> list[nodes.Node]:
    """Return *content*, which nobody saw on the blog, closed: a script may have shown it when asked for."""
    if not content:
        return []
    message = f"<{element.tag}> is hidden in HTML; here it is folded away"
    convert.note(Subtype.HTML, element, message, "remove it, or what hides it")
    return [eventreport_details("", *content, open=False)]
