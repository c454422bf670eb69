"""Links to objects and pages, as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.sphinx_ext.inline.languages import language_classes
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_time, eventreport_word_break
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN, INDEX, PAGE, tag_anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.sphinx_ext.site.link import Link


def link_node(link: Link, docname: str, text: str = "") -> nodes.Node:
    """Return *link* as it is on the page *docname*, with its title and day, or another *text*."""
    if text:
        return leading(link, docname, [nodes.Text(text)])
    words = breakable(link.title)
    if link.day:
        day = eventreport_time(link.day.text, link.day.text, datetime=link.day.iso)
        words += [nodes.Text(" ("), day, nodes.Text(")")]
    return leading(link, docname, words, link.language)


def leading(link: Link, docname: str, words: Sequence[nodes.Node], language: str = "") -> nodes.Node:
    """Return *words*, which are in *language*, as *link* is on the page *docname*."""
    shown = nodes.inline("", "", *words, classes=language_classes(language))
    if link.url:
        return nodes.reference("", "", shown, refuri=link.url)
    if not link.docname:
        return shown
    # Only the builder can tell the address of a page. It is asked when references are resolved.
    return addnodes.pending_xref(
        "",
        shown,
        refdomain=DOMAIN,
        reftype=PAGE,
        reftarget=link.target,
        refdoc=docname,
        refexplicit=True,
        refwarn=False,
    )


def name_node(object_type: str, label: str, shown: nodes.Element, docname: str, url: str = "") -> nodes.Node:
    """Return a name in a head, which will lead from *docname* to what says most of *label* by then.

    *shown* is the name as its author writes it, *url* the address that the author gives.
    """
    link = addnodes.pending_xref(
        "",
        shown,
        refdomain=DOMAIN,
        reftype=object_type,
        reftarget=label,
        refdoc=docname,
        refexplicit=True,
        refwarn=False,
        mention=True,
    )
    if url:
        link["url"] = url
    return link


def spaced(facts: list[nodes.Node]) -> list[nodes.Node]:
    """Return *facts* with a dot between them; on a page, style sheets may show a gap instead."""
    found: list[nodes.Node] = []
    for fact in facts:
        if found:
            found.append(nodes.inline(" · ", " · ", classes=["er-dot"]))
        found.append(fact)
    return found


def tag_node(tag: str, docname: str) -> addnodes.pending_xref:
    """Return *tag* as a link to what else has it, where the builder makes an index of tags."""
    return addnodes.pending_xref(
        "",
        nodes.inline(tag, tag),
        refdomain=DOMAIN,
        reftype=INDEX,
        reftarget=f"tags#{tag_anchor(tag)}",
        refdoc=docname,
        refexplicit=True,
        refwarn=False,
    )


def breakable(title: str) -> list[nodes.Node]:
    """Return *title* so that it can be broken at every space: cards and columns are narrow.

    A no-break space in it was meant for a heading.
    """
    words = title.split("\N{NO-BREAK SPACE}")
    found: list[nodes.Node] = []
    for word in words[:-1]:
        found += [nodes.Text(f"{word}\N{NO-BREAK SPACE}"), eventreport_word_break()]
    return [*found, nodes.Text(words[-1])]


def mentions_nodes(mentions: Sequence[Link], docname: str) -> list[nodes.Node]:
    """Return a line of links to *mentions*, on the page *docname*; nothing if there are none."""
    if not mentions:
        return []
    line = nodes.paragraph("", _("Mentioned in") + " ", classes=["er-mentions", "no-search"])
    for number, link in enumerate(mentions):
        line += [nodes.Text(", ")] if number else []
        line += link_node(link, docname)
    return [line]


def media_text(object_type: str) -> str:
    """Return what a link to a deck or recording is called beside its talk."""
    text: str = _("Slides") if object_type == "deck" else _("Video")
    return text
