"""Which pages must be written again although their sources did not change.

Sphinx writes a page again when its source is newer. A page with a listing, or with the title of a talk that
is elsewhere, is stale also when another page has changed. What a page shows of others is a value, the one
from which it is drawn. It is compared with the value of when this builder last wrote the page, by a digest.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.sphinx_ext.exports.citations import of_subjects
from sphinx_eventreport.sphinx_ext.exports.files import file_states, remove_old_files
from sphinx_eventreport.sphinx_ext.indices.freshness import index_states, remove_empty_indices
from sphinx_eventreport.sphinx_ext.inline.targets import targets
from sphinx_eventreport.sphinx_ext.listings.feeds import feeds_of
from sphinx_eventreport.sphinx_ext.listings.neighbours import (
    neighbours,
    shown_by_listings,
    told_apart_beside,
)
from sphinx_eventreport.sphinx_ext.listings.selection import listing_of
from sphinx_eventreport.sphinx_ext.people.shown import of_others
from sphinx_eventreport.sphinx_ext.rebuild.written import read_state, write_state
from sphinx_eventreport.sphinx_ext.site.domain import report_domain, site_of
from sphinx_eventreport.sphinx_ext.site.site import Site, fact
from sphinx_eventreport.sphinx_ext.site.slide_pages import deck_pages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.exports.feed import Feed
    from sphinx_eventreport.sphinx_ext.inline.targets import Target
    from sphinx_eventreport.sphinx_ext.listings.neighbours import Neighbours
    from sphinx_eventreport.sphinx_ext.listings.selection import Listing
    from sphinx_eventreport.sphinx_ext.log import PageProblems
    from sphinx_eventreport.sphinx_ext.people.shown import OfOthers
    from sphinx_eventreport.sphinx_ext.site.page import Page

_LISTED = "eventreport"
"""The value by which we know our own mark among the metadata of a document."""


class Shown(NamedTuple):
    """All that a page shows of other pages, and that can change without its source."""

    listings: Sequence[Listing]
    """Its listings."""
    references: Sequence[Sequence[Target]]
    """What each of its references leads to."""
    neighbours: Neighbours | None
    """The reports around it, where it is in no toctree."""
    beside: Sequence[str]
    """The reports around it, where it is in one, as far as their titles alone do not tell them."""
    of_others: OfOthers | None
    """People, series, pages that mention it; ``None`` where there are none."""
    feeds: Sequence[Feed]
    """The feeds that it offers."""
    citations: str
    """The talks of whom or what it is about, as they are cited."""
    slide_pages: Sequence[str]
    """Where the small pages of its slides are, which another page with that name takes."""
    lost: PageProblems | None
    """What was missing when the page was read: another builder may have read it again since."""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return any(self)


def stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages to write again (``env-get-updated``)."""
    mark_listed(env)
    site = site_of(env)
    return [name for name, digest in digests(site).items() if site.build.written.get(name) != digest]


def note_files(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Note the files beside pages before they are written (``env-get-updated``); no page is stale for it.

    A build that is killed has written some, and the next one may be of a site that has them no more.
    """
    known, files = read_state(app), file_states(site_of(env))
    if not files.keys() <= known.keys():
        write_state(app, {**known, **files})
    return []


def remember_written(app: Sphinx, exception: Exception | None) -> None:
    """Keep what the pages show now, for they are written (``build-finished``)."""
    if exception is None:
        site = site_of(app.env)
        remove_empty_indices(site)
        # Not what `Build` has: after a build that was killed it has nothing, and the files are still there.
        remove_old_files(site, read_state(app))
        write_state(app, {**digests(site), **index_states(site), **file_states(site)})


def mark_listed(env: BuildEnvironment) -> None:
    """Tell Sphinx not to miss in the toctrees a report that a listing leads to.

    Nor a page about a person or series, to which names lead, nor one that nothing is to list.
    """
    site = site_of(env)
    shown = shown_by_listings(site)
    for docname, page in site.pages.items():
        metadata = env.metadata[docname]
        if page.subjects or page.is_unlisted or (docname in shown and page.report is not None):
            metadata.setdefault("orphan", _LISTED)
        elif metadata.get("orphan") == _LISTED:
            del metadata["orphan"]


@fact
def digests(site: Site) -> Mapping[str, str]:
    """Return a digest of what each page shows of others, for pages that show anything."""
    shown = {docname: _shown(site, page) for docname, page in site.pages.items()}
    return {
        docname: hashlib.sha256(repr(found).encode()).hexdigest()[:32]
        for docname, found in shown.items()
        if found
    }


def _shown(site: Site, page: Page) -> Shown:
    return Shown(
        [listing_of(site, query) for query in page.listings],
        [targets(site, reference, page.docname) for reference in page.references],
        neighbours(site).get(page.docname),
        told_apart_beside(site).get(page.docname, ()),
        of_others(site, page) or None,
        feeds_of(site, page),
        of_subjects(site, page),
        [found.folder for found in deck_pages(site, page.docname)],
        report_domain(site.env).problems.get(page.docname),
    )
