"""Inline nodes of a listing -> the HTML that Sphinx would write for them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.sphinx_ext.nodes import eventreport_time, eventreport_word_break

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Address = Callable[[str, str], str]
    """From the type and the name of an object to its URI, escaped, relative to the page."""


def html_of(found: Iterable[nodes.Node], address: Address) -> str:
    """Return *found* as HTML; references in it are to objects, and known."""
    return "".join(part for node in found for part in _parts(node, address))


def _parts(node: nodes.Node, address: Address) -> Iterator[str]:
    match node:
        case nodes.Text():
            yield escape(node.astext())
        case eventreport_time():
            yield f'<time datetime="{escape(node["datetime"])}">{escape(node.astext())}</time>'
        case eventreport_word_break():
            yield "<wbr />"
        case addnodes.pending_xref():
            target = address(node["reftype"], node["reftarget"])
            yield f'<a class="reference internal" href="{target}">{html_of(node.children, address)}</a>'
        case nodes.reference():
            yield f'<a class="reference external" href="{escape(node["refuri"])}">{escape(node.astext())}</a>'
        case nodes.Element():
            yield html_of(node.children, address)
