"""The files beside pages: feeds are written with the page that has their listing, and removed with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.exports.atom import atom
from sphinx_eventreport.core.exports.calendar import calendar_feed, calendar_of
from sphinx_eventreport.core.exports.json_feed import json_feed
from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.sphinx_ext.exports.citations import bibliography, bibliography_path
from sphinx_eventreport.sphinx_ext.exports.slide_pages import slide_files
from sphinx_eventreport.sphinx_ext.exports.writing import write_if_other
from sphinx_eventreport.sphinx_ext.listings.feeds import feed_files, feed_of
from sphinx_eventreport.sphinx_ext.site.published import Published, calendar_path, has_calendar, published
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sphinx_eventreport.core.exports.feed import Feed
    from sphinx_eventreport.sphinx_ext.site.page import Page


def _calendar(feed: Feed) -> bytes:
    return calendar_feed(feed).content


_WRITERS: Mapping[str, Callable[[Feed], bytes]] = {
    "atom": atom,
    "ics": _calendar,
    "json": json_feed,
}
"""How each format is written."""
_BESIDE = "beside the page "
"""What the value of a file begins with where the digests of pages are kept, before the name of its page."""


def write_feeds(site: Site, page: Page) -> None:
    """Write the feeds of the listings on *page*, those that are not there as they should be."""
    folder = OutputFolder(Path(site.build.builder.outdir))
    for file in feed_files(site, page):
        feed = feed_of(site, page.docname, file.offer)
        if feed is not None:
            write_if_other(folder, file.path, _WRITERS[file.format](feed))


def write_calendar(site: Site, page: Page) -> None:
    """Write the calendar of the event of *page*; without addresses where that of the site is not known."""
    if not has_calendar(site, page):
        return
    where = published(site) or Published(site, "")
    content = calendar_of(where.entries_of(page), where.base).content
    write_if_other(OutputFolder(Path(site.build.builder.outdir)), calendar_path(site, page.docname), content)


def write_bibliography(site: Site, page: Page) -> None:
    """Write the talks of *page* as BibTeX, if it has any."""
    path = bibliography_path(site, page)
    if path:
        content = bibliography(site, page).encode(errors="replace")
        write_if_other(OutputFolder(Path(site.build.builder.outdir)), path, content)


@fact
def file_states(site: Site) -> Mapping[str, str]:
    """Return the files beside all pages, each with its page, to be kept until the next build."""
    return {path: f"{_BESIDE}{page.docname}" for page in site.pages.values() for path in _paths(site, page)}


def _paths(site: Site, page: Page) -> Iterator[str]:
    yield from (file.path for file in feed_files(site, page))
    if has_calendar(site, page):
        yield calendar_path(site, page.docname)
    path = bibliography_path(site, page)
    if path:
        yield path
    yield from slide_files(site, page)


def remove_old_files(site: Site, states: Mapping[str, str]) -> None:
    """Remove the files beside pages in *states*, those of the last build, that no page has any more."""
    old = {path for path, value in states.items() if value.startswith(_BESIDE)}
    folder = OutputFolder(Path(site.build.builder.outdir))
    for path in sorted(old - file_states(site).keys()):
        folder.remove(path)
