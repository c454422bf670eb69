"""What listings need when a page is written: their rows, cards for HTML, and the way back to them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import ReferencesResolver, SphinxPostTransform

from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.inline.trail import document_link
from sphinx_eventreport.sphinx_ext.listings.draw import listing_nodes
from sphinx_eventreport.sphinx_ext.listings.html_cards import to_html_cards
from sphinx_eventreport.sphinx_ext.listings.neighbours import neighbours_of
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing
from sphinx_eventreport.sphinx_ext.site.domain import report_domain

_HAS_LISTINGS = "eventreport_listings"


class ResolveListings(SphinxPostTransform):
    """Replace each listing by what it shows now, before the references in it are resolved."""

    default_priority = ReferencesResolver.default_priority - 5

    def run(self, **kwargs: Any) -> None:
        """Look the rows up."""
        listings = in_order(self.document, eventreport_listing)
        if listings:
            domain = report_domain(self.env)
            today = read_config(self.config).today
            for node in listings:
                node.replace_self(
                    listing_nodes(node["listing"], domain, node, self.document, self.config.language, today)
                )
            self.document[_HAS_LISTINGS] = True


class AddTrail(SphinxPostTransform):
    """Link a report that stands in no toctree back to the listing that leads to it.

    Some themes draw such a link from the toctree, and none without one.
    """

    default_priority = ReferencesResolver.default_priority - 5
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Put the link above the title."""
        docname = self.env.docname
        around = neighbours_of(self.env, report_domain(self.env)).get(docname)
        if around is not None and around.up is not None:
            link = document_link(around.up, self.env.titles[around.up].astext(), docname)
            self.document.insert(0, nodes.paragraph("", "", link, classes=["er-trail", "no-search"]))


class HtmlCards(SphinxPostTransform):
    """Give cards the structure that sphinx-design's style sheets know."""

    default_priority = 200
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Rebuild the neutral cards; a second walk through every page would cost more than all else."""
        if _HAS_LISTINGS in self.document:
            to_html_cards(self.document)
