"""Pages -> rows of decks and of recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.records import Deck
from sphinx_eventreport.sphinx_ext.listings.facts import names, when
from sphinx_eventreport.sphinx_ext.site.names import qualified
from sphinx_eventreport.sphinx_ext.site.page import media_kind, media_of_talk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.listings.query import Row
    from sphinx_eventreport.core.records import Recording, Report, Talk
    from sphinx_eventreport.sphinx_ext.site.page import Page


def deck_rows(page: Page) -> Iterator[Row]:
    """Yield a row for each deck of a report."""
    return _rows(page, "deck")


def recording_rows(page: Page) -> Iterator[Row]:
    """Yield a row for each recording of a report."""
    return _rows(page, "recording")


def _rows(page: Page, kind: str) -> Iterator[Row]:
    report = page.report
    if report is None:
        return
    for talk, media in _media(page):
        if media_kind(media) == kind:
            yield {
                **when(report),
                **_facts_of_talk(report, talk),
                **(_facts_of_deck(page, media) if isinstance(media, Deck) else {}),
                "docname": page.docname,
                "label": qualified(report, media.label),
                "title": media.title,
                "host": media.provider or None,
                "event": report.label,
                "event-title": page.title,
                "series": report.event.series if report.event else None,
            }


def _media(page: Page) -> Iterator[tuple[Talk | None, Deck | Recording]]:
    for placed in page.talks:
        yield from ((placed.talk, media) for media in media_of_talk(placed.talk))
    yield from ((None, media) for media in page.media)


def _facts_of_talk(report: Report, talk: Talk | None) -> dict[str, Any]:
    if talk is None:
        return {"speakers": (), "tags": report.tags, "language": report.language}
    own_date = {"start": talk.start, "end": None} if talk.start else {}
    return {
        **own_date,
        "talk": qualified(report, talk.label),
        "talk-title": talk.title,
        "speakers": names(talk.speakers),
        "tags": (*talk.tags, *report.tags),
        "language": talk.language or report.language,
    }


def _facts_of_deck(page: Page, deck: Deck) -> dict[str, Any]:
    opening = page.opening_of(deck)
    return {
        "slides": len(deck.slides) or deck.page_count or None,
        "slide": (opening, deck.sha256) if opening else None,
    }
