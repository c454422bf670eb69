"""The way on from a report that is in no toctree: the listing it is on, and what is older or newer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.sphinx_ext.listings.selection import selected
from sphinx_eventreport.sphinx_ext.site.link import Link
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_eventreport.sphinx_ext.site.page import Page


class Neighbours(NamedTuple):
    """The pages around a report.

    Those before and after are called by their dates and not by their titles. So an edited title makes only
    those pages stale that show it.
    """

    up: Link
    """The page with the listing that the report is on."""
    older: Link | None = None
    """The report before it on the site."""
    newer: Link | None = None
    """The report after it."""


@fact
def neighbours(site: Site) -> Mapping[str, Neighbours]:
    """Return the neighbours of every report that a listing shows and no toctree holds."""
    shown, pages = shown_by_listings(site), site.pages
    alone = sorted(
        (name for name in shown if name not in site.env.files_to_rebuild), key=lambda name: _age(pages[name])
    )
    links = [None, *(Link(_text(pages[name], site.env.config.language), name) for name in alone), None]
    return {
        name: Neighbours(site.page_link(shown[name]), older, newer)
        for name, older, newer in zip(alone, links, links[2:], strict=False)
    }


@fact
def told_apart_beside(site: Site) -> Mapping[str, tuple[str, str]]:
    """Return the titles of what toctrees put before and after a page, with their days.

    "" for one whose title no other report has.
    """
    found = {
        name: (_told_apart(site, before), _told_apart(site, after))
        for name, (_parent, before, after) in site.env.collect_relations().items()
        if name in site.pages
    }
    return {name: titles for name, titles in found.items() if any(titles)}


def _told_apart(site: Site, docname: str | None) -> str:
    link = site.page_link(docname) if docname else None
    return link.name if link and link.day else ""


@fact
def shown_by_listings(site: Site) -> Mapping[str, str]:
    """Return, for each report that a listing shows, the page of the nearest such listing."""
    shown: dict[str, str] = {}
    for docname, report in _shown(site):
        if report != docname:
            shown[report] = min(shown.get(report, docname), docname, key=lambda name: _distance(report, name))
    return shown


def _shown(site: Site) -> Iterator[tuple[str, str]]:
    """Yield each page with a listing and each document that the listing shows, once."""
    for docname in sorted(site.pages):
        for query in site.pages[docname].listings:
            reports = dict.fromkeys(row.docname for row in selected(site, query))
            yield from ((docname, report) for report in reports)


def _distance(report: str, listing: str) -> tuple[int, str]:
    """Return how far apart two documents are in the folders of the site."""
    ours, theirs = report.split("/")[:-1], listing.split("/")[:-1]
    common = 0
    while common < min(len(ours), len(theirs)) and ours[common] == theirs[common]:
        common += 1
    return len(ours) + len(theirs) - 2 * common, listing


def _age(page: Page) -> tuple[object, str]:
    return (page.start is not None, page.start.sort_key if page.start else ()), page.docname


def _text(page: Page, language: str) -> str:
    if page.start is not None:
        return date_text(page.start, language)
    return page.report.label if page.report else ""
