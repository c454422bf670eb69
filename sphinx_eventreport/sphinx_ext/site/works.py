"""People's works all over the site: their talks and reports, newest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_eventreport.sphinx_ext.site.page import media_links, media_of_talk
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Deck
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import PlacedTalk


class Work(NamedTuple):
    """A talk that somebody gave, or a report that somebody wrote, as a list of works shows it."""

    link: Link
    """The way to it."""
    start: PartialDate | None
    """The day of the talk, or of the event."""
    event: Link | None = None
    """The event of a talk, if the page is about one."""
    media: tuple[tuple[str, Link], ...] = ()
    """The decks and recordings of a talk, each with its object type."""
    slide: tuple[str, str | None] | None = None
    """The name of the first slide of a talk, such as "event/deck#1", and the digest of its PDF."""
    others: tuple[str, ...] = ()
    """Who else gave the talk."""


@dataclass(frozen=True, slots=True)
class Works:
    """All that somebody is known for."""

    talks: list[Work] = field(default_factory=list)
    """The talks they gave."""
    reports: list[Work] = field(default_factory=list)
    """The reports they wrote."""


@fact
def reports_by_date(site: Site) -> list[Page]:
    """Return the pages that are reports, the newest event first, those without a date last."""
    reports = sorted((page for page in site.listed.values() if page.report), key=lambda page: page.docname)
    return sorted(reports, key=_age, reverse=True)


@fact
def works_of_people(site: Site) -> Mapping[str, Works]:
    """Return the works of everybody who is named on a page, by label."""
    found: dict[str, Works] = {}
    for page in reports_by_date(site):
        for author in page.report.authors if page.report else ():
            found.setdefault(author.label, Works()).reports.append(report_work(page))
        for placed in page.talks:
            for speaker in placed.talk.speakers:
                others = tuple(one.name for one in placed.talk.speakers if one.label != speaker.label)
                work = talk_work(page, placed)._replace(others=others)
                found.setdefault(speaker.label, Works()).talks.append(work)
    for works in found.values():
        # An event may go on for years, as a user group does. Talks of a day stay in the order of their page.
        works.talks.sort(key=_day, reverse=True)
    return found


def report_work(page: Page) -> Work:
    """Return the report of *page*."""
    return Work(page.link, page.start)


def talk_work(page: Page, placed: PlacedTalk) -> Work:
    """Return one of the talks on *page*."""
    talk = placed.talk
    is_report = page.report is not None
    return Work(
        page.talk_link(placed),
        talk.start or page.start,
        page.link if is_report else None,
        media_links(page, media_of_talk(talk)) if is_report else (),
        first_slide(page, talk.decks) if is_report else None,
    )


def first_slide(page: Page, decks: Iterable[Deck]) -> tuple[str, str | None] | None:
    """Return the name of the first slide of *decks* that *page* shows, and the digest of its PDF."""
    found = ((page.opening_of(deck), deck.sha256) for deck in decks)
    return next(((name, digest) for name, digest in found if name), None)


def _day(work: Work) -> str:
    return work.start.isoformat()[:10] if work.start else ""


def _age(page: Page) -> tuple[Any, ...]:
    return (True, page.start.sort_key) if page.start else (False,)
