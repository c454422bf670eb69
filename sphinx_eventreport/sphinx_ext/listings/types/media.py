"""Rows of decks and of recordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.exports.entries import media_entry
from sphinx_eventreport.core.records import Deck
from sphinx_eventreport.sphinx_ext.listings.field import (
    Counted,
    ListingField,
    Picture,
    Place,
    counted,
    linked,
    title,
)
from sphinx_eventreport.sphinx_ext.listings.listing_type import ListingType
from sphinx_eventreport.sphinx_ext.listings.shared_fields import (
    OF_REPORT,
    TAGS,
    InReport,
    language_field,
    start_of_talk,
    tags_of_talk,
)
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.names import qualified
from sphinx_eventreport.sphinx_ext.site.page import media_kind, media_of_talk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.records import Recording, Report
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import PlacedTalk
    from sphinx_eventreport.sphinx_ext.site.published import Published
    from sphinx_eventreport.sphinx_ext.site.site import Site


@dataclass(frozen=True, slots=True)
class MediaRow(InReport):
    """A deck or a recording."""

    media: Deck | Recording
    """Its record."""
    page: Page
    """The page it is on."""
    report: Report
    """The report of that page."""
    placed: PlacedTalk | None
    """The talk it belongs to, if it belongs to one."""
    link: Link
    """The way to it."""

    @property
    def docname(self) -> str:
        """The page of the report."""
        return self.page.docname

    @property
    def start(self) -> PartialDate | None:
        """The day of the talk where the event is, or else that of the event."""
        return start_of_talk(self.placed.talk if self.placed else None, self.report)

    @property
    def end(self) -> PartialDate | None:
        """The last day of the event, where the talk has no day of its own."""
        has_own_day = self.placed is not None and self.placed.talk.start is not None
        return self.report.event.end if self.report.event and not has_own_day else None

    @property
    def tags(self) -> Sequence[str]:
        """The tags of the talk and of the report."""
        return tags_of_talk(self.placed.talk if self.placed else None, self.report)

    @property
    def event(self) -> Link:
        """The way to the page."""
        return self.page.link

    @property
    def talk(self) -> Link | None:
        """The way to the talk."""
        return self.page.talk_link(self.placed) if self.placed else None

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who gave the talk."""
        return tuple(one.name for one in self.placed.talk.speakers) if self.placed else ()


def deck_rows(site: Site) -> list[MediaRow]:
    """Return a row for each deck of a report, in the order of the documents."""
    return _rows(site, "deck")


def recording_rows(site: Site) -> list[MediaRow]:
    """Return a row for each recording of a report, in the order of the documents."""
    return _rows(site, "recording")


def _rows(site: Site, kind: str) -> list[MediaRow]:
    return [
        MediaRow(media, page, page.report, placed, page.media_link(media))
        for _name, page in site.listed.items()
        if page.report is not None
        for placed, media in _media(page)
        if media_kind(media) == kind
    ]


def _media(page: Page) -> Iterator[tuple[PlacedTalk | None, Deck | Recording]]:
    for placed in page.talks:
        yield from ((placed, media) for media in media_of_talk(placed.talk))
    yield from ((None, media) for media in page.media)


def _slides(row: MediaRow) -> Counted | None:
    deck = row.media
    number = (len(deck.slides) or deck.page_count) if isinstance(deck, Deck) else None
    return Counted(number) if number else None


def _first_slide(row: MediaRow) -> Picture | None:
    deck = row.media
    opening = row.page.opening_of(deck) if isinstance(deck, Deck) else None
    return Picture(slide=opening, version=deck.sha256) if opening and isinstance(deck, Deck) else None


RECORDING_FIELDS: tuple[ListingField[MediaRow], ...] = (
    ListingField("label", lambda: _("Label"), lambda row: qualified(row.report, row.media.label)),
    title(lambda: _("Video")),
    linked(
        "talk",
        lambda: _("Talk"),
        lambda row: row.talk,
        compared=lambda row: qualified(row.report, row.placed.talk.label) if row.placed else None,
    ),
    linked(
        "talk-title",
        lambda: _("Talk"),
        lambda row: row.talk,
        compared=lambda row: row.placed.talk.title if row.placed else None,
    ),
    ListingField("speakers", lambda: _("Speakers"), lambda row: row.speakers, css_class="er-speakers"),
    *OF_REPORT,
    ListingField("host", lambda: _("Host"), lambda row: row.media.provider or None),
    language_field(lambda row: (row.placed.talk.language if row.placed else None) or row.report.language),
    TAGS,
)
DECK_FIELDS: tuple[ListingField[MediaRow], ...] = (
    *(field if field.name != "title" else title(lambda: _("Deck")) for field in RECORDING_FIELDS),
    counted("slides", lambda: _("Slides"), lambda: (_("slide"), _("slides")), _slides, absent=None),
    ListingField("image", lambda: _("Picture"), _first_slide, place=Place.PICTURE, is_compared=False),
)

_IN_ROWS = "start title speakers event-title"


def media_row_entry(row: MediaRow, published: Published) -> Entry:
    """Return the deck or recording of *row* as it is in a feed."""
    talk = row.placed.talk if row.placed else None
    return media_entry(row.media, row.report, published.url(row.link), talk, published.files)


DECKS = ListingType(
    deck_rows,
    DECK_FIELDS,
    shown={
        "cards": "image title speakers start event-title",
        "table": f"{_IN_ROWS} slides",
        "list": "title speakers start",
        "timeline": _IN_ROWS,
    },
    entry=media_row_entry,
)
RECORDINGS = ListingType(
    recording_rows,
    RECORDING_FIELDS,
    shown={
        "cards": "title speakers start event-title",
        "table": _IN_ROWS,
        "list": "title speakers start",
        "timeline": _IN_ROWS,
    },
    entry=media_row_entry,
)
