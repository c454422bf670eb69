"""``{event}`` and ``{talk}``: what a page says of its event, and a section of its talk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from sphinx_eventreport.core.files.addresses import addresses_of
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.schema import (
    EVENT_OPTIONS,
    TALK_FIELDS,
    event_front_matter,
    read_report_fields,
)
from sphinx_eventreport.core.schema.visibility import strictest
from sphinx_eventreport.sphinx_ext.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.nodes import eventreport_talk
from sphinx_eventreport.sphinx_ext.reading.state import (
    ReadingState,
    reading_state,
    said_visibility,
    set_reading_state,
)

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.util.typing import OptionSpec

_NATIVE = "native"


class EventDirective(ReportDirective):
    """The event of a page without front matter: the name as argument, fields of front matter as options."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = text_options(*EVENT_OPTIONS)

    def run(self) -> list[nodes.Node]:
        """Make the page a report; the content stays where it is."""
        if reading_state(self.env) is not None:
            message = "The page already says which event it is about"
            hint = "keep the front matter or one {event} directive"
            self.warn([Problem(Subtype.DIRECTIVE, message, hint=hint)])
        else:
            options = dict(self.options)
            if self.arguments:
                options.setdefault("name", self.arguments[0])
            front = event_front_matter(options, self.option_lines())
            report, problems = read_report_fields(front, filename=self.env.docname, dialect=_NATIVE)
            self.warn(problems)
            said = strictest([report.visibility, said_visibility(self.env)])
            report = replace(report, visibility=said)
            found = addresses_of(front.mapping)
            set_reading_state(self.env, ReadingState(report, self.option_lines(), addresses=found))
        return self.parse_content_to_nodes()


class TalkDirective(ReportDirective):
    """Facts about a talk as options, its abstract as content."""

    option_spec: ClassVar[OptionSpec] = text_options(*(name for name in TALK_FIELDS if name != "title"))

    def run(self) -> list[nodes.Node]:
        """Return a marker, which becomes the line under the heading, and the abstract."""
        marker = eventreport_talk(options=dict(self.options), lines=self.option_lines())
        self.set_source_info(marker)
        return [marker, *self.parse_content_to_nodes()]
