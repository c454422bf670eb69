"""Pages -> rows that a listing filters, sorts and shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.listings.query import select
from sphinx_eventreport.sphinx_ext.listings.facts import names, when
from sphinx_eventreport.sphinx_ext.listings.media_rows import deck_rows, recording_rows
from sphinx_eventreport.sphinx_ext.listings.people_rows import person_rows
from sphinx_eventreport.sphinx_ext.site.names import qualified
from sphinx_eventreport.sphinx_ext.site.page import media_kind, media_of_talk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sphinx_eventreport.core.listings.query import Query, Row
    from sphinx_eventreport.core.records import Deck, Event, Recording, Talk
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
    from sphinx_eventreport.sphinx_ext.site.page import Page

_EVENT_FIELDS = (
    "label title description date authors tags event series start end city country location mode "
    "status language talks decks recordings"
)
_TALK_FIELDS = (
    "label title speakers event event-title series start date duration room track type language "
    "level tags decks recordings"
)
_RECORDING_FIELDS = (
    "label title talk talk-title speakers event event-title series start date host language tags"
)
_PERSON_FIELDS = "label title affiliation talks events decks recordings start end tags url"
FIELDS: Mapping[str, tuple[str, ...]] = {
    "event": tuple(_EVENT_FIELDS.split()),
    "talk": tuple(_TALK_FIELDS.split()),
    "deck": (*_RECORDING_FIELDS.split(), "slides"),
    "recording": tuple(_RECORDING_FIELDS.split()),
    "person": tuple(_PERSON_FIELDS.split()),
}
"""The fields of each object type that a listing may filter and sort by."""


def rows_of(object_type: str, domain: ReportDomain) -> list[Row]:
    """Return the rows of all pages, in the order of the documents; made once for each state of them."""
    return domain.derived(f"rows of {object_type}", lambda: _rows_of(object_type, domain))


def selected(query: Query, domain: ReportDomain) -> list[Row]:
    """Return the rows that *query* shows, in its order.

    They are looked up to find what is around a report, to see whether a page is stale, and to draw it.
    """
    return domain.derived(f"selected by {query}", lambda: select(_candidates(query, domain), query))


def _candidates(query: Query, domain: ReportDomain) -> Sequence[Row]:
    """Return the rows to select from: an archive has a page for each year, which needs no other year's."""
    if query.year is None:
        return rows_of(query.type, domain)
    name = f"rows by year of {query.type}"
    return domain.derived(name, lambda: _by_year(rows_of(query.type, domain))).get(query.year, ())


def _by_year(rows: Sequence[Row]) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        if row.get("start"):
            found.setdefault(row["start"].year, []).append(row)
    return found


def _rows_of(object_type: str, domain: ReportDomain) -> list[Row]:
    if object_type == "person":
        return person_rows(domain)
    make, pages = _ROWS[object_type], domain.pages
    return [row for docname in sorted(pages) for row in make(pages[docname])]


def _event_rows(page: Page) -> Iterator[Row]:
    report = page.report
    if report is None:
        return
    event = report.event
    talks = [placed.talk for placed in page.talks]
    yield {
        **when(report),
        "docname": page.docname,
        "label": report.label,
        "title": page.title,
        "description": report.description,
        "authors": names(report.authors),
        "tags": report.tags,
        "status": event.status if event else "scheduled",
        "language": report.language,
        "talks": len(talks),
        **_media([*(media for talk in talks for media in media_of_talk(talk)), *page.media]),
        "thumbnail": page.thumbnail,
        "slide": page.first_slide(),
        **(_place(event) if event else {}),
    }


def _talk_rows(page: Page) -> Iterator[Row]:
    report = page.report
    if report is None:
        return
    for talk in (placed.talk for placed in page.talks):
        yield {
            **(when(report) if talk.start is None else {"date": report.date, "start": talk.start}),
            **_talk_facts(talk),
            "docname": page.docname,
            "label": qualified(report, talk.label),
            "event": report.label,
            "event-title": page.title,
            "series": report.event.series if report.event else None,
            "language": talk.language or report.language,
            "tags": (*talk.tags, *report.tags),
            "thumbnail": None,
        }


def _talk_facts(talk: Talk) -> dict[str, Any]:
    return {
        "title": talk.title,
        "speakers": names(talk.speakers),
        "duration": talk.duration,
        "room": talk.room,
        "track": talk.track,
        "type": talk.type,
        "level": talk.level,
        **_media(media_of_talk(talk)),
    }


def _media(found: list[Deck | Recording]) -> dict[str, Any]:
    """Return type and label of each deck and recording, and how many there are."""
    media = tuple((media_kind(item), item.label) for item in found)
    decks = sum(kind == "deck" for kind, _label in media)
    return {"media": media, "decks": decks, "recordings": len(media) - decks}


def _place(event: Event) -> dict[str, Any]:
    return {
        "event": event.name,
        "series": event.series,
        "city": event.location.city,
        "country": event.location.country,
        "location": str(event.location) or None,
        "mode": event.mode,
    }


_ROWS: Mapping[str, Callable[[Page], Iterator[Row]]] = {
    "event": _event_rows,
    "talk": _talk_rows,
    "deck": deck_rows,
    "recording": recording_rows,
}
