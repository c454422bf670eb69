"""Rows of events: each report of the site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.exports.entries import event_entry
from sphinx_eventreport.core.schema.kinds import MODES
from sphinx_eventreport.sphinx_ext.inline.words import mode_word
from sphinx_eventreport.sphinx_ext.listings.field import (
    Counted,
    ListingField,
    Picture,
    Place,
    counted,
    dated,
    title,
)
from sphinx_eventreport.sphinx_ext.listings.listing_type import ListingType
from sphinx_eventreport.sphinx_ext.listings.shared_fields import (
    END,
    START,
    TAGS,
    InReport,
    decks_field,
    language_field,
    recordings_field,
    series_of,
    status_field,
)
from sphinx_eventreport.sphinx_ext.listings.spans import joined
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.page import media_links, media_of_talk
from sphinx_eventreport.sphinx_ext.site.pictures import file_stamp

if TYPE_CHECKING:
    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.records import Event, Location, Report
    from sphinx_eventreport.sphinx_ext.listings.spans import Span
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.published import Published
    from sphinx_eventreport.sphinx_ext.site.site import Site


@dataclass(frozen=True, slots=True)
class EventRow(InReport):
    """A report."""

    page: Page
    """Its page."""
    report: Report
    """Its record."""
    media: tuple[tuple[str, Link], ...]
    """The ways to its decks and recordings, those of talks first, each with its object type."""
    thumbnail: Picture | None
    """The picture of its card."""

    @property
    def link(self) -> Link:
        """The way to the page."""
        return self.page.link

    @property
    def docname(self) -> str:
        """The page."""
        return self.page.docname

    @property
    def event(self) -> Event | None:
        """The event that the report is about."""
        return self.report.event

    @property
    def location(self) -> Location | None:
        """Where that was."""
        return self.report.event.location if self.report.event else None


def event_rows(site: Site) -> list[EventRow]:
    """Return a row for each report, in the order of the documents."""
    pages = site.listed.values()
    return [_row(page, page.report, site) for page in pages if page.report is not None]


def _row(page: Page, report: Report, site: Site) -> EventRow:
    path = page.thumbnail
    thumbnail = Picture(path=path, version=file_stamp(site.env, path)) if path else None
    media = [item for placed in page.talks for item in media_of_talk(placed.talk)]
    return EventRow(page, report, media_links(page, [*media, *page.media]), thumbnail)


def _picture(row: EventRow) -> Picture | None:
    if row.thumbnail:
        return row.thumbnail
    slide = row.page.first_slide()
    return Picture(slide=slide[0], version=slide[1]) if slide else None


def _place(row: EventRow) -> str | None:
    """Return the town, or whatever else is known of the place; that it is online, where there is none."""
    if row.event is None:
        return None
    place = row.event.location
    is_online = row.event.mode == "online" or place.online_url
    return place.city or str(place) or (mode_word("online") if is_online else None)


def _talks(row: EventRow) -> Counted | None:
    number = len(row.page.talks)
    return Counted(number, row.link) if number else None


DECKS: ListingField[EventRow] = decks_field(lambda row: row.media)
RECORDINGS: ListingField[EventRow] = recordings_field(lambda row: row.media)


def _media(row: EventRow) -> tuple[Counted | None, Counted | None] | None:
    """Return how many decks and how many recordings there are."""
    return (DECKS.value(row), RECORDINGS.value(row)) if row.media else None


def _media_words(numbers: tuple[Counted | None, Counted | None]) -> list[Span]:
    pairs = zip((DECKS, RECORDINGS), numbers, strict=True)
    return [span for field, number in pairs if number for span in field.at_foot(number)]


EVENT_FIELDS: tuple[ListingField[EventRow], ...] = (
    ListingField("label", lambda: _("Label"), lambda row: row.report.label),
    title(lambda: _("Event")),
    ListingField(
        "description", lambda: _("Description"), lambda row: row.report.description, place=Place.TEXT
    ),
    dated("date", lambda: _("Published"), lambda row: row.report.date),
    ListingField("authors", lambda: _("Authors"), lambda row: tuple(one.name for one in row.report.authors)),
    TAGS,
    ListingField(
        "event", lambda: _("Event"), lambda row: row.event.name if row.event else None, column="text"
    ),
    ListingField("series", lambda: _("Series"), lambda row: series_of(row.report)),
    START,
    END,
    ListingField("city", lambda: _("City"), lambda row: row.location.city if row.location else None),
    ListingField("country", lambda: _("Country"), lambda row: row.location.country if row.location else None),
    ListingField("location", lambda: _("Place"), lambda row: str(row.location or "") or None),
    ListingField("place", lambda: _("Place"), _place, is_compared=False, column="text"),
    ListingField(
        "mode",
        lambda: _("Mode"),
        lambda row: row.event.mode if row.event else None,
        say=lambda mode, _language: [mode_word(mode)],
        spellings=MODES,
    ),
    status_field(lambda row: row.event),
    language_field(lambda row: row.report.language),
    counted("talks", lambda: _("Talks"), lambda: (_("talk"), _("talks")), _talks, is_offered=True),
    DECKS,
    RECORDINGS,
    ListingField(
        "media",
        lambda: _("Slides and video"),
        _media,
        say=lambda media, _language: joined([[span] for span in _media_words(media)], ", "),
        say_at_foot=_media_words,
        place=Place.FOOT,
        is_compared=False,
        column="text",
    ),
    ListingField("image", lambda: _("Picture"), _picture, place=Place.PICTURE, is_compared=False),
)


def event_row_entry(row: EventRow, published: Published) -> Entry:
    """Return the report of *row* as it is in a feed, called as its page is."""
    entry = event_entry(row.report, published.url(row.link), row.page.media, published.files)
    return replace(entry, title=row.page.title or entry.title)


EVENTS = ListingType(
    event_rows,
    EVENT_FIELDS,
    shown={
        "cards": "image start status place title description talks decks recordings",
        "table": "start status title place talks",
        "list": "title start status city",
        "timeline": "start status title place description talks decks recordings",
    },
    entry=event_row_entry,
)
