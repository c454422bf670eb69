"""Fields that several types of listings have: dates, tags, the event, decks and recordings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from sphinx_eventreport.core.dates.partial import in_zone
from sphinx_eventreport.core.schema.kinds import STATUSES
from sphinx_eventreport.sphinx_ext.inline.dates import language_name, range_text
from sphinx_eventreport.sphinx_ext.inline.links import media_text
from sphinx_eventreport.sphinx_ext.inline.words import status_word
from sphinx_eventreport.sphinx_ext.listings.field import (
    Counted,
    ListingField,
    Period,
    Place,
    R_contra,
    Row,
    counted,
    dated,
    linked,
)
from sphinx_eventreport.sphinx_ext.listings.spans import Linked, Time, joined
from sphinx_eventreport.sphinx_ext.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Event, Report, Talk
    from sphinx_eventreport.sphinx_ext.listings.spans import Span, Spans
    from sphinx_eventreport.sphinx_ext.site.link import Link

    Media = tuple[tuple[str, Link], ...]
    """The object type of each deck and recording, and the link to it."""


MEDIA_MARKS = {"deck": "slides", "recording": "video"}
"""The drawing that stands for each type of object."""


def _period(value: Period, language: str) -> Spans:
    return [Time(value.start.isoformat(), range_text(value.start, value.end, language, is_short=True))]


def _in_words(tag: str, language: str) -> Spans:
    return [language_name(tag, language)]


START: ListingField[Row] = ListingField(
    "start",
    lambda: _("Date"),
    lambda row: Period(row.start, row.end) if row.start else None,
    say=_period,
    compared=lambda row: row.start,
    is_offered=True,
    column="date",
)
END: ListingField[Row] = dated("end", lambda: _("End"), lambda row: row.end)
TAGS: ListingField[Row] = ListingField("tags", lambda: _("Tags"), lambda row: tuple(row.tags))


def language_field(value: Callable[[R_contra], str | None]) -> ListingField[R_contra]:
    """Return the field of a language, which is named in that of the site."""
    return ListingField("language", lambda: _("Language"), value, say=_in_words)


def status_field(value: Callable[[R_contra], Event | None]) -> ListingField[R_contra]:
    """Return the field that says of an event whether it takes place; of one that does there is no word."""

    def status(row: R_contra) -> str:
        event = value(row)
        return event.status if event else "scheduled"

    return ListingField(
        "status",
        lambda: _("Status"),
        lambda row: found if (found := status(row)) != "scheduled" else None,
        say=lambda status, _language: [status_word(status)],
        compared=status,
        css_class="er-status",
        spellings=STATUSES,
    )


class InReport:
    """The base of a row of something in a report: what is not its own is that of the report."""

    __slots__ = ()
    report: Report

    @property
    def start(self) -> PartialDate | None:
        """The first day of the event, or else the day of the report."""
        return self.report.start

    @property
    def end(self) -> PartialDate | None:
        """The last day of the event."""
        return self.report.event.end if self.report.event else None

    @property
    def tags(self) -> Sequence[str]:
        """The tags of the report."""
        return self.report.tags

    @property
    def is_called_off(self) -> bool:
        """Whether the event does not take place on its day."""
        return self.report.event is not None and self.report.event.status in {"cancelled", "postponed"}


class RowOfReport(Row, Protocol):
    """A row of something in a report."""

    @property
    def report(self) -> Report:
        """The report."""

    @property
    def event(self) -> Link:
        """The way to its page."""


OF_REPORT: tuple[ListingField[RowOfReport], ...] = (
    linked(
        "event",
        lambda: _("Event"),
        lambda row: row.event,
        compared=lambda row: row.report.label,
        column="text",
    ),
    linked(
        "event-title",
        lambda: _("Event"),
        lambda row: row.event,
        compared=lambda row: row.event.title,
        is_offered=True,
        column="text",
    ),
    ListingField("series", lambda: _("Series"), lambda row: series_of(row.report)),
    START,
    dated("date", lambda: _("Published"), lambda row: row.report.date),
    status_field(lambda row: row.report.event),
)
"""Which report it is in, and when that was."""


def decks_field(media: Callable[[R_contra], Media], **more: Any) -> ListingField[R_contra]:
    """Return the field of how many decks there are among *media*."""
    return counted(
        "decks",
        lambda: _("Decks"),
        lambda: (_("deck"), _("decks")),
        lambda row: _count(media(row), "deck"),
        **more,
    )


def recordings_field(media: Callable[[R_contra], Media], **more: Any) -> ListingField[R_contra]:
    """Return the field of how many recordings there are among *media*."""
    return counted(
        "recordings",
        lambda: _("Videos"),
        lambda: (_("video"), _("videos")),
        lambda row: _count(media(row), "recording"),
        **more,
    )


def _count(media: Media, kind: str) -> Counted | None:
    """Return how many *media* there are of one object type, with the first; ``None`` if there are none."""
    links = [link for object_type, link in media if object_type == kind]
    return Counted(len(links), links[0]) if links else None


def media_field(value: Callable[[R_contra], tuple[tuple[str, Link], ...]]) -> ListingField[R_contra]:
    """Return the field of the decks and recordings of a talk."""

    def foot(media: tuple[tuple[str, Link], ...]) -> list[Span]:
        return [Linked(link, media_text(kind)) for kind, link in media]

    def marks(media: tuple[tuple[str, Link], ...], _language: str) -> Spans:
        named = [Linked(link, media_text(kind), mark=MEDIA_MARKS[kind]) for kind, link in media]
        return joined([[span] for span in named], " ")

    return ListingField(
        "media",
        lambda: _("Slides and video"),
        value,
        say=lambda media, _language: joined([[span] for span in foot(media)], ", "),
        say_in_cell=marks,
        say_at_foot=foot,
        place=Place.FOOT,
        is_compared=False,
        column="marks",
    )


def series_of(report: Report) -> str | None:
    """Return the series of the event that *report* is about."""
    return report.event.series if report.event else None


def start_of_talk(talk: Talk | None, report: Report) -> PartialDate | None:
    """Return when *talk* began by the clocks of the event, or else the first day of *report*."""
    if talk is None or talk.start is None:
        return report.start
    return in_zone(talk.start, report.event.timezone if report.event else None)


def tags_of_talk(talk: Talk | None, report: Report) -> tuple[str, ...]:
    """Return the tags of *talk*, then those of *report*."""
    return (*(talk.tags if talk else ()), *report.tags)
