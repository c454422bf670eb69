"""Rows of talks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.exports.entries import talk_entry
from sphinx_eventreport.sphinx_ext.listings.field import ListingField, title
from sphinx_eventreport.sphinx_ext.listings.listing_type import ListingType
from sphinx_eventreport.sphinx_ext.listings.shared_fields import (
    OF_REPORT,
    TAGS,
    InReport,
    decks_field,
    language_field,
    media_field,
    recordings_field,
    start_of_talk,
    tags_of_talk,
)
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.names import qualified
from sphinx_eventreport.sphinx_ext.site.page import media_links, media_of_talk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.records import Report, Talk
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.published import Published
    from sphinx_eventreport.sphinx_ext.site.site import Site


@dataclass(frozen=True, slots=True)
class TalkRow(InReport):
    """A talk."""

    talk: Talk
    """Its record."""
    report: Report
    """The report it is in."""
    link: Link
    """The way to it."""
    event: Link
    """The way to the report."""
    media: tuple[tuple[str, Link], ...]
    """The ways to its decks and recordings, each with its object type."""

    @property
    def docname(self) -> str:
        """The page of the report."""
        return self.link.docname

    @property
    def start(self) -> PartialDate | None:
        """The day of the talk where the event is, or else that of the event."""
        return start_of_talk(self.talk, self.report)

    @property
    def end(self) -> PartialDate | None:
        """The last day of the event, where the talk has no day of its own."""
        return self.report.event.end if self.report.event and self.talk.start is None else None

    @property
    def tags(self) -> Sequence[str]:
        """The tags of the talk and of the report."""
        return tags_of_talk(self.talk, self.report)


def talk_rows(site: Site) -> list[TalkRow]:
    """Return a row for each talk of a report, in the order of the documents."""
    return [
        TalkRow(
            placed.talk,
            page.report,
            page.talk_link(placed),
            page.link,
            media_links(page, media_of_talk(placed.talk)),
        )
        for _name, page in site.listed.items()
        if page.report is not None
        for placed in page.talks
    ]


TALK_FIELDS: tuple[ListingField[TalkRow], ...] = (
    ListingField("label", lambda: _("Label"), lambda row: qualified(row.report, row.talk.label)),
    title(lambda: _("Talk")),
    ListingField(
        "speakers",
        lambda: _("Speakers"),
        lambda row: tuple(one.name for one in row.talk.speakers),
        css_class="er-speakers",
    ),
    *OF_REPORT,
    ListingField("duration", lambda: _("Minutes"), lambda row: row.talk.duration),
    ListingField("room", lambda: _("Room"), lambda row: row.talk.room),
    ListingField("track", lambda: _("Track"), lambda row: row.talk.track),
    ListingField("type", lambda: _("Type"), lambda row: row.talk.type),
    language_field(lambda row: row.talk.language or row.report.language),
    ListingField("level", lambda: _("Level"), lambda row: row.talk.level),
    TAGS,
    decks_field(lambda row: row.media, is_linked_in_cell=True),
    recordings_field(lambda row: row.media, is_linked_in_cell=True),
    media_field(lambda row: row.media),
)


def talk_row_entry(row: TalkRow, published: Published) -> Entry:
    """Return the talk of *row* as it is in a feed."""
    return talk_entry(row.talk, row.report, published.url(row.link), published.files)


TALKS = ListingType(
    talk_rows,
    TALK_FIELDS,
    shown={
        "cards": "title speakers start status event-title media",
        "table": "start status title speakers event-title media",
        "list": "title start status speakers",
        "timeline": "start status title speakers event-title media",
    },
    entry=talk_row_entry,
)
