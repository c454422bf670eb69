"""``{talk}``: makes the section it stands in a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_eventreport.core.schema import TALK_FIELDS
from sphinx_eventreport.sphinx_ext.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.nodes import eventreport_talk

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.util.typing import OptionSpec


class TalkDirective(ReportDirective):
    """Facts about a talk as options, its abstract as content."""

    option_spec: ClassVar[OptionSpec] = text_options(*(name for name in TALK_FIELDS if name != "title"))

    def run(self) -> list[nodes.Node]:
        """Return a marker, which becomes the line under the heading, and the abstract."""
        marker = eventreport_talk(options=dict(self.options), lines=self.option_lines())
        self.set_source_info(marker)
        return [marker, *self.parse_content_to_nodes()]
