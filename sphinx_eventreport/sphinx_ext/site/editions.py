"""The editions of each series of events."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.sphinx_ext.site.site import Site, fact
from sphinx_eventreport.sphinx_ext.site.works import reports_by_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page


class Edition(NamedTuple):
    """One event of a series, as a list of editions shows it."""

    link: Link
    """The link to its page."""
    start: PartialDate | None
    """The first day."""
    end: PartialDate | None
    """The last day."""
    place: str
    """Where it was."""


class Around(NamedTuple):
    """The editions before and after one; ``None`` where it is the first or last."""

    older: Link | None = None
    newer: Link | None = None


@fact
def editions(site: Site) -> Mapping[str, Sequence[Page]]:
    """Return the reports of each series by the label of the series, the newest first."""
    found: dict[str, list[Page]] = {}
    for page in reports_by_date(site):
        label = page.series_label()
        if label:
            found.setdefault(label, []).append(page)
    return found


def editions_of(site: Site, label: str) -> list[Edition]:
    """Return what a page about the series *label* shows of its editions."""
    return [_edition(page) for page in editions(site).get(label, ())]


def editions_around(site: Site, docname: str) -> Around:
    """Return the editions before and after the one that the report *docname* is about."""
    return _around(site).get(docname, Around())


@fact
def _around(site: Site) -> Mapping[str, Around]:
    found: dict[str, Around] = {}
    for pages in editions(site).values():
        links = [None, *(page.link for page in pages), None]
        for page, newer, older in zip(pages, links, links[2:], strict=False):
            found[page.docname] = Around(older, newer)
    return found


def _edition(page: Page) -> Edition:
    event = page.report.event if page.report else None
    return Edition(page.link, page.start, event.end if event else None, str(event.location) if event else "")
