"""``{event-list}``, ``{talk-list}`` and the like: cards, a table, a list or a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_eventreport.core.listings.query import Query, parse_conditions, parse_sort
from sphinx_eventreport.core.listings.view import VIEW_OPTIONS, parse_number, parse_view
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.listings.listing_type import LAYOUTS
from sphinx_eventreport.sphinx_ext.listings.selection import listing_type
from sphinx_eventreport.sphinx_ext.listings.toctree import placeholder
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing
from sphinx_eventreport.sphinx_ext.nodes.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.util.typing import OptionSpec


class ListingDirective(ReportDirective):
    """A placeholder with a query; its rows are looked up when the page is written."""

    has_content = False
    option_spec: ClassVar[OptionSpec] = text_options(
        "type", "include", "exclude", "sort", "max-items", *VIEW_OPTIONS
    )
    object_type: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Return the placeholder, and one for the toctree that the listing is to be."""
        query = self._query()
        listing = eventreport_listing(listing=query, docname=self.env.docname)
        self.set_source_info(listing)
        return [listing, placeholder(query, self.env.docname)] if query.view.toctree else [listing]

    def _query(self) -> Query:
        known = listing_type(site_of(self.env), self.object_type)
        fields = known.compared
        include, problems = parse_conditions(self.options.get("include", ""), fields, known.spellings)
        exclude, more = parse_conditions(self.options.get("exclude", ""), fields, known.spellings)
        sort, others = parse_sort(self.options.get("sort", ""), fields)
        view, rest = parse_view(self.options, known.vocabulary)
        if view.feed and known.entry is None:
            message = f"There is no feed of a list of objects of the type {self.object_type!r}"
            rest.append(Problem(Subtype.LISTING, message, hint="take the option feed away"))
        max_items = parse_number("max-items", self.options.get("max-items", ""), rest)
        self.warn([*problems, *more, *others, *rest])
        return Query(
            type=self.object_type,
            layout=self._layout(),
            include=include,
            exclude=exclude,
            sort=sort or known.order,
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


def listing_directive(name: str) -> type[ListingDirective]:
    """Return the directive that lists objects of the type *name*."""
    return type(f"{name.title()}ListDirective", (ListingDirective,), {"object_type": name})
