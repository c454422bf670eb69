"""Rows of decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.exports.entries import decision_entry
from sphinx_eventreport.core.records import Decision
from sphinx_eventreport.core.schema.kinds import DECISION_STATUSES
from sphinx_eventreport.sphinx_ext.inline.words import decision_word
from sphinx_eventreport.sphinx_ext.listings.field import ListingField, dated, title
from sphinx_eventreport.sphinx_ext.listings.listing_type import ListingType
from sphinx_eventreport.sphinx_ext.listings.shared_fields import OF_REPORT, TAGS, InReport
from sphinx_eventreport.sphinx_ext.listings.spans import Linked, joined
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.decided import state_of_decision
from sphinx_eventreport.sphinx_ext.site.names import qualified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.records import Report
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.published import Published
    from sphinx_eventreport.sphinx_ext.site.site import Site


@dataclass(frozen=True, slots=True)
class DecisionRow(InReport):
    """A decision."""

    decision: Decision
    """Its record."""
    report: Report
    """The report it is in."""
    link: Link
    """The way to it."""
    event: Link
    """The way to the report."""
    superseded_by: tuple[Link, ...]
    """The decisions that took its place."""

    @property
    def docname(self) -> str:
        """The page of the report."""
        return self.link.docname

    @property
    def start(self) -> PartialDate | None:
        """The day of the decision, or else of the meeting."""
        return self.decision.date or self.report.start

    @property
    def tags(self) -> Sequence[str]:
        """The tags of the decision and of the report."""
        return (*self.decision.tags, *self.report.tags)

    @property
    def status(self) -> str:
        """What became of it; one that others took the place of is superseded."""
        is_superseded = self.superseded_by and self.decision.status == "accepted"
        return "superseded" if is_superseded else self.decision.status


def decision_rows(site: Site) -> list[DecisionRow]:
    """Return a row for each decision of a report, in the order of the documents."""
    return [
        DecisionRow(
            placed.record,
            page.report,
            page.object_link(placed),
            page.link,
            state_of_decision(site, page, placed).superseded_by,
        )
        for page in site.listed.values()
        if page.report is not None
        for placed in page.objects_of("decision")
        if isinstance(placed.record, Decision)
    ]


DECISION_FIELDS: tuple[ListingField[DecisionRow], ...] = (
    ListingField("label", lambda: _("Label"), lambda row: qualified(row.report, row.decision.label)),
    title(lambda: _("Decision")),
    ListingField(
        "state",
        lambda: _("State"),
        lambda row: row.status,
        say=lambda status, _language: [decision_word(status)],
        spellings=DECISION_STATUSES,
        css_class="er-state",
    ),
    *OF_REPORT,
    ListingField("by", lambda: _("By"), lambda row: tuple(one.name for one in row.decision.by)),
    dated("closes", lambda: _("Open until"), lambda row: row.decision.closes),
    ListingField("how", lambda: _("How"), lambda row: row.decision.how),
    ListingField("topic", lambda: _("Topic"), lambda row: row.decision.topic),
    ListingField(
        "superseded-by",
        lambda: _("Superseded by"),
        lambda row: row.superseded_by,
        say=lambda links, _language: joined([[Linked(link)] for link in links], ", "),
        compared=lambda row: tuple(link.title for link in row.superseded_by),
    ),
    TAGS,
)


def decision_row_entry(row: DecisionRow, published: Published) -> Entry:
    """Return the decision of *row* as it is in a feed, with what became of it."""
    return decision_entry(row.decision, row.report, published.url(row.link), row.status)


DECISIONS = ListingType(
    decision_rows,
    DECISION_FIELDS,
    shown={
        "cards": "title start state event-title superseded-by",
        "table": "start title state event-title superseded-by",
        "list": "title start state event-title",
        "timeline": "start title state event-title superseded-by",
    },
    entry=decision_row_entry,
)
