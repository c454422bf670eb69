"""The content of a listing, as pieces of one line: said once, and written as nodes or as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.due import due_node, due_tag, due_word
from sphinx_eventreport.sphinx_ext.inline.icons import icon_with_words
from sphinx_eventreport.sphinx_ext.inline.links import leading, link_node
from sphinx_eventreport.sphinx_ext.nodes import eventreport_mark, eventreport_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx_eventreport.sphinx_ext.site.link import Link

    Spans = Sequence["Span"]
    Address = Callable[[str, str], str]
    """From a page and an id in it to the address of both, escaped, relative to the page that is written."""


class Time(NamedTuple):
    """A date."""

    iso: str
    """For machines, in ISO 8601."""
    text: str
    """For readers."""


class Due(NamedTuple):
    """The day until when something is to be done; a browser says if that is over."""

    time: Time
    """The day."""


class Linked(NamedTuple):
    """A link with its own title, or with another *text*.

    Where there are drawings, the one called *mark* is seen, and text and title are said to those who do not.
    """

    link: Link
    """Where it leads."""
    text: str = ""
    """What is written in place of its own title, "" for that."""
    mark: str = ""
    """The drawing that is seen in place of both, "" for none."""

    @property
    def name(self) -> str:
        """What the drawing says: "Slides: Compost heaps"."""
        return f"{self.text}: {self.link.title}"


class Marked(NamedTuple):
    """Pieces that have a class for style sheets."""

    css_class: str
    """The class."""
    spans: Spans
    """The pieces."""


Span: TypeAlias = str | Time | Due | Linked | Marked
"""A piece of a line: words, a date, a link, or pieces that have a class."""


def joined(parts: Iterable[Spans], between: Span) -> list[Span]:
    """Return all *parts* that are not empty in one line, with *between* between them."""
    return [span for part in parts if part for span in (between, *part)][1:]


def nodes_of(spans: Spans, docname: str) -> list[nodes.Node]:
    """Return *spans* as they are on the page *docname*."""
    return [_node(span, docname) for span in spans]


def _node(span: Span, docname: str) -> nodes.Node:
    match span:
        case Time():
            return eventreport_time(span.text, span.text, datetime=span.iso)
        case Due():
            return due_node(span.time.iso, span.time.text)
        case Linked(mark=""):
            return link_node(span.link, docname, span.text)
        case Linked():
            mark = eventreport_mark(span.text, span.text, mark=span.mark, name=span.name)
            return leading(span.link, docname, [mark])
        case Marked():
            return nodes.inline("", "", *nodes_of(span.spans, docname), classes=[span.css_class])
    return nodes.Text(span)


def html_of(spans: Spans, address: Address) -> str:
    """Return *spans* as the HTML that Sphinx would write for their nodes."""
    return "".join([_html(span, address) for span in spans])


def _html(span: Span, address: Address) -> str:
    match span:
        case Time():
            return f'<time datetime="{escape(span.iso)}">{escape(span.text)}</time>'
        case Due():
            return f"{due_tag()}{escape(due_word())} {_html(span.time, address)}</span>"
        case Linked():
            return _html_link(span, address)
        case Marked():
            return f'<span class="{span.css_class}">{html_of(span.spans, address)}</span>'
    return escape(span)


def _html_link(span: Linked, address: Address) -> str:
    link = span.link
    text = icon_with_words(span.mark, span.name) if span.mark else escape(span.text or link.title)
    if not span.text:
        text = text.replace("\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}<wbr />")
    if link.day and not (span.text or span.mark):
        text = f"{text} ({_html(Time(*link.day), address)})"
    if link.language and not span.text:
        text = f'<span lang="{escape(link.language)}">{text}</span>'
    if link.url:
        return f'<a class="reference external" href="{escape(link.url)}">{text}</a>'
    if not link.docname:
        return f"<span>{text}</span>"
    return f'<a class="reference internal" href="{address(link.docname, link.anchor)}">{text}</a>'
