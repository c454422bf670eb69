"""The transforms, in the order in which they run on a document.

While a document is read: sections under the title, raw HTML to nodes, the page put together.
When it is written: listings looked up (they must show what is true now), then cards for HTML.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import ReferencesResolver, SphinxPostTransform

from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.current import current_report
from sphinx_eventreport.sphinx_ext.domain import report_domain
from sphinx_eventreport.sphinx_ext.make_page import make_page
from sphinx_eventreport.sphinx_ext.neighbours import neighbours_of
from sphinx_eventreport.sphinx_ext.node_kinds import in_order
from sphinx_eventreport.sphinx_ext.nodes import eventreport_listing
from sphinx_eventreport.sphinx_ext.raw_html.passage import convert_raw_html
from sphinx_eventreport.sphinx_ext.render.html_cards import to_html_cards
from sphinx_eventreport.sphinx_ext.render.listings import listing_nodes
from sphinx_eventreport.sphinx_ext.render.trail import document_link
from sphinx_eventreport.sphinx_ext.sections import drop_repeated_title, put_title
from sphinx_eventreport.sphinx_ext.show_slides import SlideShow

_HAS_LISTINGS = "eventreport_listings"


class NestSections(SphinxTransform):
    """Put the sections of a report below its title, whatever level the author began at."""

    default_priority = 4

    def apply(self, **kwargs: Any) -> None:
        """Move every section beside the first one into it."""
        current = current_report(self.env)
        if current is None:
            return
        if current.title is not None:
            put_title(self.document, current.title)
        sections = [node for node in self.document.children if isinstance(node, nodes.section)]
        for section in sections[1:]:
            self.document.remove(section)
            sections[0] += section
        if sections:
            drop_repeated_title(self.document, sections[0])


class ConvertHtml(SphinxTransform):
    """Turn the raw HTML of a report into nodes that every builder knows."""

    default_priority = 5

    def apply(self, **kwargs: Any) -> None:
        """Convert in place; what had to be dropped is a warning."""
        if current_report(self.env) is not None:
            convert_raw_html(self.document, self.env.docname)


class AssemblePage(SphinxTransform):
    """Find the talks, name everything, draw the head, and keep the page in the domain.

    After Sphinx's typographic quotes (750), so that names look as the headings do; before the
    domains process the document (850).
    """

    default_priority = 760

    def apply(self, **kwargs: Any) -> None:
        """Make the page."""
        report_domain(self.env).note_page(make_page(self.document, self.env, current_report(self.env)))


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


class ShowSlides(SphinxPostTransform):
    """Give decks and slides the pictures that the builder shows: after cards, which may show a slide."""

    default_priority = 250

    def run(self, **kwargs: Any) -> None:
        """Complete the slides; a site without any is spared the walk through every page.

        Which page it is does not tell: a book, or a site in one file, has many pages in one document.
        """
        domain = report_domain(self.env)
        if domain.has_slides:
            SlideShow(self.env, domain.shelf).complete(self.document)


class HtmlCards(SphinxPostTransform):
    """Give cards the structure that sphinx-design's style sheets know."""

    default_priority = 200
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Rebuild the neutral cards; a second walk through every page would cost more than all else."""
        if _HAS_LISTINGS in self.document:
            to_html_cards(self.document)
