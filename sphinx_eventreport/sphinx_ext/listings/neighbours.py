"""The way on from a report that stands in no toctree: the listing it is on, and what is older or newer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.inline.dates import date_text
from sphinx_eventreport.sphinx_ext.listings.rows import selected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Report
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
    from sphinx_eventreport.sphinx_ext.site.page import Page


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Docnames around a report, and what to call the reports before and after it.

    They are called by their dates and not by their titles. So an edited title makes only those
    pages stale that show it.
    """

    up: str | None = None
    older: str | None = None
    older_text: str = ""
    newer: str | None = None
    newer_text: str = ""


def neighbours_of(env: BuildEnvironment, domain: ReportDomain) -> Mapping[str, Neighbours]:
    """Return the neighbours of every report that a listing shows and no toctree holds."""
    return domain.derived("neighbours", lambda: _neighbours(env, domain))


def shown_by_listings(domain: ReportDomain) -> Mapping[str, str]:
    """Return, for each report that a listing shows, the page of the nearest such listing."""
    return domain.derived("shown", lambda: _nearest_listings(domain))


def _nearest_listings(domain: ReportDomain) -> dict[str, str]:
    shown: dict[str, str] = {}
    for docname, report in _shown(domain):
        if report != docname:
            shown[report] = min(shown.get(report, docname), docname, key=lambda name: _distance(report, name))
    return shown


def _shown(domain: ReportDomain) -> Iterator[tuple[str, str]]:
    """Yield each page with a listing and each document that the listing shows, once."""
    for docname in sorted(domain.pages):
        for query in domain.pages[docname].listings:
            reports = dict.fromkeys(row["docname"] for row in selected(query, domain))
            yield from ((docname, report) for report in reports)


def _distance(report: str, listing: str) -> tuple[int, str]:
    """Return how far apart two documents stand in the folders of the site."""
    ours, theirs = report.split("/")[:-1], listing.split("/")[:-1]
    common = 0
    while common < min(len(ours), len(theirs)) and ours[common] == theirs[common]:
        common += 1
    return len(ours) + len(theirs) - 2 * common, listing


def _neighbours(env: BuildEnvironment, domain: ReportDomain) -> dict[str, Neighbours]:
    shown, pages = shown_by_listings(domain), domain.pages
    alone = sorted(
        (name for name in shown if name not in env.files_to_rebuild), key=lambda name: _age(pages[name])
    )
    texts = {name: _text(pages[name].report, env.config.language) for name in alone}
    found = {}
    for index, name in enumerate(alone):
        older = alone[index - 1] if index else None
        newer = alone[index + 1] if index + 1 < len(alone) else None
        found[name] = Neighbours(
            up=shown[name],
            older=older,
            older_text=texts[older] if older else "",
            newer=newer,
            newer_text=texts[newer] if newer else "",
        )
    return found


def _age(page: Page) -> tuple[object, str]:
    date = _date(page.report)
    return (date is not None, date.sort_key if date else ()), page.docname


def _date(report: Report | None) -> PartialDate | None:
    return report.start if report else None


def _text(report: Report | None, language: str) -> str:
    date = _date(report)
    if date is not None:
        return date_text(date, language)
    return report.label if report else ""
