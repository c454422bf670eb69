"""What is new in a series since the last edition, on the page about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.sphinx_ext.inline.dates import time_node
from sphinx_eventreport.sphinx_ext.inline.links import link_node, spaced
from sphinx_eventreport.sphinx_ext.inline.words import news_word
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.people.rows import facts, heading, more_than, rows

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.site.digests import Digest, News


def digest_nodes(found: Digest, docname: str, language: str, level: int) -> list[nodes.Node]:
    """Return what is new, below a heading of *level*: the edition, then a line for each piece of news."""
    lines = more_than([_line(one, docname) for one in found.news])
    items = [nodes.list_item("", line) for line in lines]
    return [
        heading(_("Since the last edition"), level),
        nodes.paragraph("", "", *spaced(_editions(found, docname, language))),
        rows(items),
    ]


def _editions(found: Digest, docname: str, language: str) -> list[nodes.Node]:
    """Return which edition it is, and the one before."""
    edition = nodes.inline("", "", link_node(found.edition, docname))
    day = date_text(found.start, language) if found.start else ""
    # Minutes have their day in their title often.
    if found.start and day not in found.edition.title:
        edition += [nodes.Text(", "), time_node(found.start, day)]
    if found.before is None:
        return [edition]
    text = _("Previous edition:")
    return [edition, nodes.inline("", "", nodes.Text(f"{text} "), link_node(found.before, docname))]


def _line(one: News, docname: str) -> nodes.paragraph:
    word = news_word(one.type, one.state)
    parts = facts([nodes.inline(word, word, classes=["er-label"]), link_node(one.link, docname)])
    if one.owners:
        parts.append(nodes.Text(", " + ", ".join(one.owners)))
    return nodes.paragraph("", "", *parts)
