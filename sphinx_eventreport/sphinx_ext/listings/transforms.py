"""Listings when a page is written: their rows, and the way back to them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import ReferencesResolver, SphinxPostTransform

from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.inline.links import link_node
from sphinx_eventreport.sphinx_ext.listings.draw import ListingDrawer
from sphinx_eventreport.sphinx_ext.listings.feeds import subscribe_nodes
from sphinx_eventreport.sphinx_ext.listings.neighbours import neighbours
from sphinx_eventreport.sphinx_ext.listings.selection import listing_of
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing
from sphinx_eventreport.sphinx_ext.site.domain import site_of


class ResolveListings(SphinxPostTransform):
    """Replace each listing by what it shows now, before the references in it are resolved."""

    default_priority = ReferencesResolver.default_priority - 5

    def run(self, **kwargs: Any) -> None:
        """Look the rows up."""
        listings = in_order(self.document, eventreport_listing)
        if listings:
            site, drawer = site_of(self.env), self._drawer()
            for node in listings:
                query = node["listing"]
                drawn = drawer.draw(listing_of(site, query), node)
                node.replace_self([*drawn, *subscribe_nodes(site, node["docname"], query)])

    def _drawer(self) -> ListingDrawer:
        build = site_of(self.env).build
        return ListingDrawer(
            self.document,
            build,
            self.config.language,
            read_value(self.config, "today"),
            is_html=build.builder.format == "html",
        )


class AddTrail(SphinxPostTransform):
    """Link a report that is in no toctree back to the listing that leads to it.

    Some themes draw such a link from the toctree, and none without one.
    """

    default_priority = ReferencesResolver.default_priority - 5
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Put the link above the title."""
        docname = self.env.docname
        around = neighbours(site_of(self.env)).get(docname)
        if around is not None:
            link = link_node(around.up, docname)
            self.document.insert(0, nodes.paragraph("", "", link, classes=["er-trail", "no-search"]))
