"""Rows of actions: of one that several meetings speak of, what the last one says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.exports.entries import action_entry
from sphinx_eventreport.core.listings.query import SortKey
from sphinx_eventreport.core.records import Action
from sphinx_eventreport.core.schema.kinds import ACTION_STATUSES
from sphinx_eventreport.sphinx_ext.inline.due import due_word
from sphinx_eventreport.sphinx_ext.inline.words import action_word
from sphinx_eventreport.sphinx_ext.listings.field import ListingField, dated, linked, title
from sphinx_eventreport.sphinx_ext.listings.listing_type import ListingType
from sphinx_eventreport.sphinx_ext.listings.shared_fields import OF_REPORT, TAGS, InReport
from sphinx_eventreport.sphinx_ext.listings.spans import Due, Time
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.decided import last_actions
from sphinx_eventreport.sphinx_ext.site.link import Link
from sphinx_eventreport.sphinx_ext.site.names import qualified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.records import Report
    from sphinx_eventreport.sphinx_ext.listings.spans import Spans
    from sphinx_eventreport.sphinx_ext.site.published import Published
    from sphinx_eventreport.sphinx_ext.site.site import Site


@dataclass(frozen=True, slots=True)
class ActionRow(InReport):
    """An action."""

    action: Action
    """Its record."""
    report: Report
    """The report of the last meeting that speaks of it."""
    link: Link
    """The way to it."""
    event: Link
    """The way to that report."""

    @property
    def docname(self) -> str:
        """The page of the report."""
        return self.link.docname

    @property
    def tags(self) -> Sequence[str]:
        """The tags of the action and of the report."""
        return (*self.action.tags, *self.report.tags)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.action.status in {"open", "started"}


def action_rows(site: Site) -> list[ActionRow]:
    """Return a row for each action of a report, in the order of the documents."""
    return [
        ActionRow(placed.record, page.report, page.object_link(placed), page.link)
        for page, placed in last_actions(site)
        if page.report is not None and isinstance(placed.record, Action)
    ]


def _due(value: tuple[PartialDate, bool], language: str) -> Spans:
    date, is_open = value
    time = Time(date.isoformat(), date_text(date, language))
    return [Due(time)] if is_open else [due_word() + " ", time]


ACTION_FIELDS: tuple[ListingField[ActionRow], ...] = (
    ListingField("label", lambda: _("Label"), lambda row: qualified(row.report, row.action.label)),
    title(lambda: _("Action")),
    ListingField("owner", lambda: _("Owner"), lambda row: tuple(one.name for one in row.action.owner)),
    ListingField(
        "due",
        lambda: _("Due"),
        lambda row: (row.action.due, row.is_open) if row.action.due else None,
        say=_due,
        compared=lambda row: row.action.due,
        is_offered=True,
        column="text",
    ),
    ListingField(
        "state",
        lambda: _("State"),
        lambda row: row.action.status,
        say=lambda status, _language: [action_word(status)],
        spellings=ACTION_STATUSES,
        css_class="er-state",
    ),
    dated("done", lambda: _("Done"), lambda row: row.action.done),
    *OF_REPORT,
    linked(
        "issue",
        lambda: _("Issue"),
        lambda row: Link(_("Issue"), url=row.action.issue) if row.action.issue else None,
        compared=lambda row: row.action.issue,
    ),
    ListingField("topic", lambda: _("Topic"), lambda row: row.action.topic),
    TAGS,
)


def action_row_entry(row: ActionRow, published: Published) -> Entry:
    """Return the action of *row* as it is in a feed."""
    return action_entry(row.action, row.report, published.url(row.link))


ACTIONS = ListingType(
    action_rows,
    ACTION_FIELDS,
    shown={
        "cards": "title owner due state event-title",
        "table": "title owner due state event-title",
        "list": "title owner due state event-title",
        "timeline": "start title owner due state event-title",
    },
    order=(SortKey("due"),),
    entry=action_row_entry,
)
