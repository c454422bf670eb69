"""``{person} ID``: makes a page, or a section of one, about somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.sphinx_ext.directives.base import ReportDirective
from sphinx_eventreport.sphinx_ext.nodes import eventreport_person

if TYPE_CHECKING:
    from docutils import nodes


class PersonDirective(ReportDirective):
    """A label or name as argument, the biography as content."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the place of what is known of the person when the page is written."""
        written = self.arguments[0].strip()
        label = slug_or(written, "person")
        name = "" if written == label else written
        person = eventreport_person("", *self.parse_content_to_nodes(), label=label, name=name)
        person["docname"] = self.env.docname
        self.set_source_info(person)
        return [person]
