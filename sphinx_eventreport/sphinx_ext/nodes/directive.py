"""Shared by the directives: located problems, captions, one way to register a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_eventreport.core.schema.audience import KEY as AUDIENCE
from sphinx_eventreport.core.schema.audience import audience_of
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.nodes.audience import internal_notice, is_shown
from sphinx_eventreport.sphinx_ext.nodes.classes import eventreport_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.record import NamedRecord


class ReportDirective(SphinxDirective):
    """A directive whose values are read by the core, so that a bad one costs only itself."""

    has_content = True

    def warn(self, problems: Iterable[Problem]) -> None:
        """Log *problems* where the directive is."""
        for problem in problems:
            warn_on_page(self.env, problem, self.get_location())

    def is_withheld(self) -> bool:
        """Return whether the option `audience` says that the site may not show it."""
        return not is_shown(self.env, audience_of(self.options.get(AUDIENCE)))

    def notices(self) -> list[nodes.Node]:
        """Return what says on the site for the team that it is internal, if it is."""
        return [internal_notice()] if audience_of(self.options.get(AUDIENCE)) == "internal" else []

    def option_lines(self) -> dict[str, int]:
        """Return a line for each option, as the core wants it: all are with the directive."""
        return dict.fromkeys(self.options, self.lineno)

    def make_object(
        self, object_type: str, record: NamedRecord, drawing: Iterable[nodes.Node]
    ) -> list[nodes.Node]:
        """Return an object of the page, which keeps its *record*; *drawing* is what readers see."""
        made = eventreport_object("", *drawing, type=object_type, record=record)
        self.set_source_info(made)
        return [made]

    def caption(self) -> list[nodes.Node]:
        """Return the content as a caption and, after its first paragraph, a legend."""
        content = self.parse_content_to_nodes()
        if not content:
            return []
        if not isinstance(content[0], nodes.paragraph):
            return [nodes.legend("", *content)]
        caption = nodes.caption(content[0].rawsource, "", *content[0].children)
        caption.source, caption.line = content[0].source, content[0].line
        return [caption, nodes.legend("", *content[1:])] if len(content) > 1 else [caption]


def text_options(*names: str) -> dict[str, Callable[[str], str]]:
    """Return an option table in which every option is text, for the core to read."""
    return dict.fromkeys(names, directives.unchanged)
