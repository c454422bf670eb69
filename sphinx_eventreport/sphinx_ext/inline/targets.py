"""The object or page that a reference leads to, as the page with the reference shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx.util import docname_join

from sphinx_eventreport.sphinx_ext.inline.paths import section_id
from sphinx_eventreport.sphinx_ext.inline.unknown_names import unknown_name
from sphinx_eventreport.sphinx_ext.site.link import Link

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.site.placed import Entry, Reference
    from sphinx_eventreport.sphinx_ext.site.site import Site


class Target(NamedTuple):
    """One meaning of a reference."""

    link: Link
    """Where it leads; empty for a name that is not there."""
    version: str | None = None
    """What tells one picture of a slide from another."""
    problem: str = ""
    """What is said of a name that is not there, with one that is near."""


def targets(site: Site, reference: Reference, docname: str) -> list[Target]:
    """Return what *reference* on the page *docname* leads to now, or why it leads nowhere."""
    if reference.type == "doc":
        return _page(site, docname_join(docname, reference.target))
    if reference.type != "any":
        found = [_target(site, entry) for entry in site.names.find(reference.type, reference.target)]
        unknown = "" if found else str(unknown_name(site, reference.type, reference.target))
        return found or [Target(Link(""), problem=unknown)]
    entry = site.any_object(reference.target, besides=docname_join(docname, reference.target))
    entries = [entry] if entry else site.shared_name(reference.target)
    found = [_target(site, entry) for entry in entries]
    return [*found, *_by_address(site, reference.target, docname)]


def _target(site: Site, entry: Entry) -> Target:
    return Target(site.link(entry), entry.deck.sha256 if entry.deck else None)


def _page(site: Site, docname: str) -> list[Target]:
    title = site.title_of(docname)
    return [] if title is None else [Target(Link(title, docname))]


def _by_address(site: Site, address: str, docname: str) -> list[Target]:
    """Return the page, and the section in it, that has or had *address* on a blog."""
    found = site.addresses.find(address, docname)
    if found is None:
        return []
    _path, _hash, fragment = address.partition("#")
    return [Target(Link("", found, (fragment and section_id(site.env, found, fragment)) or ""))]
