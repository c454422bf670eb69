"""What is known of people all over the site: their talks and reports, newest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.sphinx_ext.site.names import qualified
from sphinx_eventreport.sphinx_ext.site.page import media_kind, media_of_talk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.listings.query import Row
    from sphinx_eventreport.core.records import Report, Talk
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
    from sphinx_eventreport.sphinx_ext.site.page import Page, PlacedTalk


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """The talks that somebody gave and the reports that somebody wrote, as rows of listings have them."""

    talks: list[Row] = field(default_factory=list)
    reports: list[Row] = field(default_factory=list)


def person_histories(domain: ReportDomain) -> Mapping[str, PersonHistory]:
    """Return the rows of everybody who is named on a page, by label."""
    return domain.derived("person histories", lambda: _histories(reports_by_date(domain)))


def reports_by_date(domain: ReportDomain) -> list[Page]:
    """Return the pages that are reports, the newest event first, those without a date last."""
    return domain.derived("reports by date", lambda: _by_date(domain.pages))


def _by_date(pages: Mapping[str, Page]) -> list[Page]:
    reports = sorted((page for page in pages.values() if page.report), key=lambda page: page.docname)
    return sorted(reports, key=_age, reverse=True)


def _histories(reports: list[Page]) -> dict[str, PersonHistory]:
    found: dict[str, PersonHistory] = {}
    for page in reports:
        for author in page.report.authors if page.report else ():
            found.setdefault(author.label, PersonHistory()).reports.append(event_row(page))
        for placed in page.talks:
            for speaker in placed.talk.speakers:
                found.setdefault(speaker.label, PersonHistory()).talks.append(talk_row(page, placed))
    for history in found.values():
        # An event may go on for years, as a user group does. Talks of a day stay in the order of their page.
        history.talks.sort(key=_day, reverse=True)
    return found


def _day(row: Row) -> str:
    return row["start"].isoformat()[:10] if row["start"] else ""


def event_row(page: Page) -> Row:
    """Return what a link to the report of *page* needs, and when it was."""
    return {
        "label": page.report.label if page.report else "",
        "title": page.title,
        "start": start_of(page.report),
        "docname": page.docname,
        "anchor": "",
    }


def talk_row(page: Page, placed: PlacedTalk) -> Row:
    """Return what links to a talk, its event, decks and recordings need, and when it was."""
    report, talk = page.report, placed.talk
    return {
        "label": qualified(report, talk.label),
        "title": talk.title,
        "event": report.label if report else "",
        "event-title": page.title,
        "start": talk.start or start_of(report),
        "media": _media(talk),
        "docname": page.docname,
        "anchor": placed.anchor,
    }


def start_of(report: Report | None) -> PartialDate | None:
    """Return the day of *report*, ``None`` on a page that is none."""
    return report.start if report else None


def _media(talk: Talk) -> tuple[tuple[str, str], ...]:
    return tuple((media_kind(item), item.label) for item in media_of_talk(talk))


def _age(page: Page) -> tuple[Any, ...]:
    start = start_of(page.report)
    return (True, start.sort_key) if start else (False,)
