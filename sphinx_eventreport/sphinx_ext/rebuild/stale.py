"""Which pages must be written again although their sources did not change.

Sphinx writes a page again when its source is newer. A page with a listing, or with the title of a
talk that stands elsewhere, is stale also when another page has changed. For each page we compare
what it shows of others with what it showed when this builder last wrote it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.indices.freshness import index_states, written_indices
from sphinx_eventreport.sphinx_ext.listings.neighbours import neighbours_of, shown_by_listings
from sphinx_eventreport.sphinx_ext.listings.rows import selected
from sphinx_eventreport.sphinx_ext.listings.shown_fields import shown_of
from sphinx_eventreport.sphinx_ext.people.shown import shown_subjects
from sphinx_eventreport.sphinx_ext.rebuild.written import read_state, write_state
from sphinx_eventreport.sphinx_ext.references.links import section_id
from sphinx_eventreport.sphinx_ext.site.domain import report_domain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
    from sphinx_eventreport.sphinx_ext.site.page import Page, Reference

_LISTED = "eventreport"
"""The value by which we know our own mark among the metadata of a document."""


def stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages to write again (``env-get-updated``)."""
    mark_listed(env)
    written = read_state(app)
    report_domain(env).written_indices = written_indices(app, written)
    shown = digests(env)
    return [name for name, digest in shown.items() if written.get(name) != digest]


def remember_written(app: Sphinx, exception: Exception | None) -> None:
    """Keep what the pages show now, for they are written (``build-finished``)."""
    if exception is None:
        write_state(app, {**digests(app.env), **index_states(app, read_state(app))})


def mark_listed(env: BuildEnvironment) -> None:
    """Tell Sphinx not to miss in the toctrees a report that a listing leads to.

    Nor a page about a person or series: names lead there.
    """
    domain = report_domain(env)
    shown = shown_by_listings(domain)
    for docname, page in domain.pages.items():
        metadata = env.metadata[docname]
        if page.subjects or (docname in shown and page.report is not None):
            metadata.setdefault("orphan", _LISTED)
        elif metadata.get("orphan") == _LISTED:
            del metadata["orphan"]


def digests(env: BuildEnvironment) -> Mapping[str, str]:
    """Return a digest of what each page shows of others, for pages that show anything."""
    domain = report_domain(env)
    return domain.derived("digests", lambda: _digests(env, domain))


def _digests(env: BuildEnvironment, domain: ReportDomain) -> dict[str, str]:
    neighbours = neighbours_of(env, domain)
    found = {}
    for docname, page in domain.pages.items():
        around = neighbours.get(docname)
        people = shown_subjects(page, env, domain)
        if page.listings or page.references or around or people:
            up = env.titles[around.up].astext() if around and around.up in env.titles else ""
            shown = (_listed(page, domain), _referred(page, env, domain), around, up, people)
            found[docname] = hashlib.sha256(repr(shown).encode()).hexdigest()[:32]
    return found


def _listed(page: Page, domain: ReportDomain) -> list[object]:
    return [shown_of(selected(query, domain), query) for query in page.listings]


def _referred(page: Page, env: BuildEnvironment, domain: ReportDomain) -> list[object]:
    return [_target(reference, page.docname, env, domain) for reference in page.references]


def _target(reference: Reference, docname: str, env: BuildEnvironment, domain: ReportDomain) -> object:
    """Return all that a link shows of its target: where it is and what it is called."""
    if reference.type == "doc":
        target = _absolute(reference.target, docname)
        return target, env.titles[target].astext() if target in env.titles else None
    types = domain.object_types if reference.type == "any" else (reference.type,)
    entries = [entry for kind in types for entry in domain.index.find(kind, reference.target)]
    shown: list[object] = [
        (entry.type, *domain.place_of(entry), entry.title, entry.deck.sha256 if entry.deck else None)
        for entry in entries
    ]
    if reference.type == "any":
        found = domain.addresses.find(reference.target, docname)
        _path, _hash, fragment = reference.target.partition("#")
        shown += [found, section_id(env, found, fragment) if found and fragment else None]
    return shown


def _absolute(target: str, docname: str) -> str:
    if target.startswith("/"):
        return target[1:]
    folder = docname.rpartition("/")[0]
    return f"{folder}/{target}" if folder else target
