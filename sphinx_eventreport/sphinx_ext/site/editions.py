"""The editions of each series of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.site.person_history import reports_by_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
    from sphinx_eventreport.sphinx_ext.site.page import Page


def editions(domain: ReportDomain) -> Mapping[str, Sequence[Page]]:
    """Return the reports of each series by the label of the series, the newest first."""
    return domain.derived("editions", lambda: _editions(reports_by_date(domain)))


def editions_around(page: Page, domain: ReportDomain) -> tuple[Page | None, Page | None]:
    """Return the editions before and after *page*, a report of a series."""
    return _around(domain).get(page.docname, (None, None))


def _editions(reports: Sequence[Page]) -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = {}
    for page in reports:
        label = page.series_label()
        if label:
            found.setdefault(label, []).append(page)
    return found


def _around(domain: ReportDomain) -> Mapping[str, tuple[Page | None, Page | None]]:
    return domain.derived("editions around", lambda: _pairs(editions(domain)))


def _pairs(series: Mapping[str, Sequence[Page]]) -> dict[str, tuple[Page | None, Page | None]]:
    found: dict[str, tuple[Page | None, Page | None]] = {}
    for pages in series.values():
        older = [*pages[1:], None]
        newer = [None, *pages[:-1]]
        found.update(
            {page.docname: pair for page, *pair in zip(pages, older, newer, strict=True)}  # type: ignore[misc]
        )
    return found
