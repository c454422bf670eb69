"""``{event-list}``, ``{talk-list}`` and the like: cards, a table, a list or a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_eventreport.core.listings.query import Query, SortKey, parse_conditions, parse_sort
from sphinx_eventreport.core.listings.view import VIEW_OPTIONS, parse_number, parse_view
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.listings.rows import FIELDS
from sphinx_eventreport.sphinx_ext.listings.shown_fields import VOCABULARY
from sphinx_eventreport.sphinx_ext.listings.toctree import placeholder
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.util.typing import OptionSpec

LAYOUTS = ("cards", "table", "list", "timeline")
_NEWEST_FIRST = (SortKey("start", descending=True),)


class ListingDirective(ReportDirective):
    """A placeholder with a query; its rows are looked up when the page is written."""

    has_content = False
    option_spec: ClassVar[OptionSpec] = text_options(
        "type", "include", "exclude", "sort", "max-items", *VIEW_OPTIONS
    )
    object_type: ClassVar[str]
    usual_order: ClassVar[tuple[SortKey, ...]] = _NEWEST_FIRST

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, and one for the toctree that the listing is to be."""
        query = self._query()
        listing = eventreport_listing(listing=query, docname=self.env.docname)
        self.set_source_info(listing)
        return [listing, placeholder(query, self.env.docname)] if query.view.toctree else [listing]

    def _query(self) -> Query:
        fields = FIELDS[self.object_type]
        include, problems = parse_conditions(self.options.get("include", ""), fields)
        exclude, more = parse_conditions(self.options.get("exclude", ""), fields)
        sort, others = parse_sort(self.options.get("sort", ""), fields)
        view, rest = parse_view(self.options, VOCABULARY[self.object_type])
        max_items = parse_number("max-items", self.options.get("max-items", ""), rest)
        self.warn([*problems, *more, *others, *rest])
        return Query(
            type=self.object_type,
            layout=self._layout(),
            include=include,
            exclude=exclude,
            sort=sort or self.usual_order,
            max_items=max_items,
            view=view,
        )

    def _layout(self) -> str:
        layout: str = self.options.get("type", LAYOUTS[0]).strip()
        if layout in LAYOUTS:
            return layout
        hint = "write one of " + ", ".join(LAYOUTS)
        self.warn([Problem(Subtype.LISTING, f"A listing has no type {layout!r}", hint=hint)])
        return LAYOUTS[0]


class EventListDirective(ListingDirective):
    """A listing of events."""

    object_type = "event"


class TalkListDirective(ListingDirective):
    """A listing of talks."""

    object_type = "talk"


class DeckListDirective(ListingDirective):
    """A listing of decks."""

    object_type = "deck"


class RecordingListDirective(ListingDirective):
    """A listing of recordings."""

    object_type = "recording"


class PersonListDirective(ListingDirective):
    """A listing of people, by name."""

    object_type = "person"
    usual_order = (SortKey("title"),)
