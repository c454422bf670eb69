"""Names -> links to what they mean, when a page is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.util import docname_join
from sphinx.util.nodes import make_refnode

from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.nodes import eventreport_time
from sphinx_eventreport.sphinx_ext.site.link import Link
from sphinx_eventreport.sphinx_ext.site.name_index import ambiguous
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN, INDEX, PAGE, index_page

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder

    from sphinx_eventreport.sphinx_ext.site.link import Day
    from sphinx_eventreport.sphinx_ext.site.placed import Entry
    from sphinx_eventreport.sphinx_ext.site.site import Site


class Place(NamedTuple):
    """Where a link is to be."""

    site: Site
    """The site."""
    builder: Builder
    """The builder that writes the page."""
    docname: str
    """The page."""


def resolved(
    place: Place, object_type: str, target: str, node: pending_xref, shown: nodes.Element
) -> nodes.reference | None:
    """Return the link that *node* becomes, with what is *shown* in it; ``None`` for an unknown name."""
    site = place.site
    name, _hash, fragment = target.partition("#")
    if object_type == PAGE:
        return make_refnode(place.builder, place.docname, name, fragment, shown, node.get("reftitle"))
    if object_type == INDEX:
        is_there = name in site.build.indices
        return _reference(place, Link("", index_page(name), fragment) if is_there else Link(""), shown)
    entries = site.names.find(object_type, target)
    if not entries:
        return None
    if len(entries) > 1:
        warn_on_page(site.env, ambiguous(object_type, target, entries), node)
    if node.get("mention"):
        link = site.mention(entries[0], place.docname, node.get("url", ""))
        return _reference(place, link, shown, _spelling(site, entries[0], shown))
    link = site.link(entries[0])
    return _reference(place, link, shown, _words(entries[0], node), link.day)


def _spelling(site: Site, entry: Entry, shown: nodes.Element) -> str:
    """Return the words for a name in a head: as the people file has it today; "" for what is *shown* there.

    The spelling of another report is not put into this one, but for a name where there is an id.
    """
    if entry.type not in {"person", "series"}:
        return ""
    is_free = entry.type == "person" and not entry.is_home and site.known(entry.name) is None
    return "" if is_free and shown.astext() != entry.name else entry.title


def resolved_any(
    place: Place, target: str, node: pending_xref, shown: nodes.Element
) -> tuple[str, nodes.reference] | None:
    """Return the role and the link for the object called *target*; ``None`` if there is none."""
    entry = place.site.any_object(target, besides=docname_join(place.docname, target))
    if entry is None:
        return None
    link = place.site.link(entry)
    reference = _reference(place, link, shown.deepcopy(), _words(entry, node), link.day)
    return f"{DOMAIN}:{entry.type}", reference


def _reference(
    place: Place, link: Link, shown: nodes.Element, words: str = "", day: Day | None = None
) -> nodes.reference:
    """Return *link* where it is; *words*, if there are any, and *day* take the place of those *shown*."""
    if words:
        shown = nodes.inline("", words, classes=shown.get("classes", []))
        if day:
            time = eventreport_time(day.text, day.text, datetime=day.iso)
            shown += [nodes.Text(" ("), time, nodes.Text(")")]
    if link.url:
        return nodes.reference("", "", shown, refuri=link.url)
    if not link.docname:
        # Sphinx replaces the reference by whatever it gets.
        return shown  # type: ignore[return-value]
    return make_refnode(place.builder, place.docname, link.docname, link.anchor, shown, link.title)


def _words(entry: Entry, node: pending_xref) -> str:
    """Return the title of *entry* as *node* shows it, "" where its author gives other words."""
    if node.get("refexplicit"):
        return ""
    return entry.title[:1].upper() + entry.title[1:] if node.get("begins_sentence") else entry.title
