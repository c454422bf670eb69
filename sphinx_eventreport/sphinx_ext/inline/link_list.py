"""References to objects, to be resolved by Sphinx like those an author writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_word_break
from sphinx_eventreport.sphinx_ext.site.domain import DOMAIN

if TYPE_CHECKING:
    from sphinx_eventreport.core.listings.query import Row


def object_link(object_type: str, name: str, text: str, docname: str) -> addnodes.pending_xref:
    """Return a reference from *docname* to the object *name*, shown as *text*."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", text),
        refdomain=DOMAIN,
        reftype=object_type,
        reftarget=name,
        refdoc=docname,
        refexplicit=True,
        refwarn=False,
    )


def row_link(row: Row, object_type: str, docname: str) -> addnodes.pending_xref:
    """Return a reference to the object of *row*, with its title."""
    return title_link(object_type, row["label"], row["title"], docname)


def event_link(row: Row, docname: str) -> addnodes.pending_xref:
    """Return a reference to the event of *row*, with its title."""
    return title_link("event", row["event"], row["event-title"], docname)


def title_link(object_type: str, name: str, title: str, docname: str) -> addnodes.pending_xref:
    """Return a reference from *docname* to the object *name*, shown as *title*."""
    link = object_link(object_type, name, "", docname)
    link[:] = [nodes.inline("", "", *_breakable(title))]
    return link


def _breakable(title: str) -> list[nodes.Node]:
    """Return *title* so that it can be broken at every space: cards and columns are narrow.

    A no-break space in it was meant for a heading.
    """
    words = title.split("\N{NO-BREAK SPACE}")
    found: list[nodes.Node] = []
    for word in words[:-1]:
        found += [nodes.Text(f"{word}\N{NO-BREAK SPACE}"), eventreport_word_break()]
    return [*found, nodes.Text(words[-1])]


class Words(NamedTuple):
    """A *text* that leads to the object of one *type* called *name*; to nothing where they are ""."""

    text: str
    type: str = ""
    name: str = ""

    def node(self, docname: str) -> nodes.Node:
        """Return the words as they stand on the page *docname*."""
        if not self.type:
            return nodes.inline(self.text, self.text)
        return object_link(self.type, self.name, self.text, docname)


def media_words(row: Row) -> list[Words]:
    """Return what leads to each deck and recording of a talk's *row*: "Slides", "Video"."""
    texts = {"deck": _("Slides"), "recording": _("Video")}
    return [Words(texts[kind], kind, f"{row['event']}/{label}") for kind, label in row["media"]]
