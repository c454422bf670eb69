"""``{event-list}`` and ``{talk-list}``: cards, a table or a list of what the site has."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.query import Query, SortKey, parse_conditions, parse_sort
from sphinx_eventreport.sphinx_ext.directives.base import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing
from sphinx_eventreport.sphinx_ext.rows import FIELDS

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.util.typing import OptionSpec

LAYOUTS = ("cards", "table", "list")
_NEWEST_FIRST = (SortKey("start", descending=True),)


class ListingDirective(ReportDirective):
    """A placeholder with a query; its rows are looked up when the page is written."""

    has_content = False
    option_spec: ClassVar[OptionSpec] = text_options("type", "include", "exclude", "sort", "max-items")
    object_type: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Return the placeholder."""
        listing = eventreport_listing(listing=self._query(), docname=self.env.docname)
        self.set_source_info(listing)
        return [listing]

    def _query(self) -> Query:
        fields = FIELDS[self.object_type]
        include, problems = parse_conditions(self.options.get("include", ""), fields)
        exclude, more = parse_conditions(self.options.get("exclude", ""), fields)
        sort, others = parse_sort(self.options.get("sort", ""), fields)
        self.warn([*problems, *more, *others])
        return Query(
            type=self.object_type,
            layout=self._layout(),
            include=include,
            exclude=exclude,
            sort=sort or _NEWEST_FIRST,
            max_items=self._max_items(),
        )

    def _layout(self) -> str:
        layout: str = self.options.get("type", LAYOUTS[0]).strip()
        if layout in LAYOUTS:
            return layout
        hint = "write one of " + ", ".join(LAYOUTS)
        self.warn([Problem(Subtype.LISTING, f"A listing has no type {layout!r}", hint=hint)])
        return LAYOUTS[0]

    def _max_items(self) -> int | None:
        text = self.options.get("max-items", "").strip()
        if not text:
            return None
        if text.isdecimal() and len(text) < 7 and int(text):  # noqa: PLR2004 -- a sane number
            return int(text)
        message = f"max-items should be a number from 1 on, not {text!r}"
        self.warn([Problem(Subtype.LISTING, message, hint="all are shown")])
        return None


class EventListDirective(ListingDirective):
    """A listing of events."""

    object_type = "event"


class TalkListDirective(ListingDirective):
    """A listing of talks."""

    object_type = "talk"
