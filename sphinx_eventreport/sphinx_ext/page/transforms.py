"""Transforms while a document is read: nested sections, raw HTML to nodes, the page put together."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_eventreport.core.dialects import NATIVE
from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.sphinx_ext.inline.translations import forget_source_titles, keep_source_titles
from sphinx_eventreport.sphinx_ext.page.code_of_posts import calm_highlighting
from sphinx_eventreport.sphinx_ext.page.heading_emails import remove_emails
from sphinx_eventreport.sphinx_ext.page.idle_rules import remove_idle_rules
from sphinx_eventreport.sphinx_ext.page.make_page import make_page
from sphinx_eventreport.sphinx_ext.page.picture_embeds import embed_pictures
from sphinx_eventreport.sphinx_ext.page.sections import drop_repeated_title, put_title
from sphinx_eventreport.sphinx_ext.raw_html.authorship import mark_html_of_others
from sphinx_eventreport.sphinx_ext.raw_html.fragments import convert_raw_html
from sphinx_eventreport.sphinx_ext.reading.state import reading_state
from sphinx_eventreport.sphinx_ext.site.domain import report_domain


class NestSections(SphinxTransform):
    """Put the sections of a report below its title, whatever level the author began at."""

    default_priority = 4

    def apply(self, **kwargs: Any) -> None:
        """Move every section beside the first one into it."""
        state = reading_state(self.env)
        if state is None:
            return
        if state.title is not None:
            put_title(self.document, state.title)
        sections = [node for node in self.document.children if isinstance(node, nodes.section)]
        for section in sections[1:]:
            self.document.remove(section)
            sections[0] += section
        remove_emails(self.document)
        remove_idle_rules(self.document)
        if state.report.dialect != NATIVE.name:
            calm_highlighting(self.document)
        if sections:
            drop_repeated_title(self.document, sections[0])


class ConvertHtml(SphinxTransform):
    """Turn the raw HTML of a report into nodes that every builder knows."""

    default_priority = 5

    def apply(self, **kwargs: Any) -> None:
        """Convert in place, and pictures that are none; what had to be dropped is a warning."""
        if reading_state(self.env) is not None:
            # One walk for both: to walk through a page costs more than to convert what is found.
            found = in_order(self.document, nodes.raw, nodes.image)
            raws = [node for node in found if isinstance(node, nodes.raw)]
            mark_html_of_others(raws, self.env)
            embed_pictures([node for node in found if isinstance(node, nodes.image)])
            convert_raw_html(raws, self.document, self.env)


class KeepSourceTitles(SphinxTransform):
    """Keep what headings say in the source, of which names are made; before Sphinx translates them (20)."""

    default_priority = 19

    def apply(self, **kwargs: Any) -> None:
        """Note it at the headings."""
        keep_source_titles(self.document, self.env)


class AssemblePage(SphinxTransform):
    """Find the talks, name everything, draw the head, and keep the page in the domain.

    After Sphinx's typographic quotes (750), so that names look as the headings do; before the
    domains process the document (850).
    """

    default_priority = 760

    def apply(self, **kwargs: Any) -> None:
        """Make the page."""
        state = reading_state(self.env)
        report_domain(self.env).note_page(make_page(self.document, self.env, state))
        forget_source_titles(self.document, self.env)
