"""``{event}``: the event of a page, where there is no front matter to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_eventreport.core.files.addresses import addresses_of
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.schema import EVENT_OPTIONS, event_front_matter, read_report_fields
from sphinx_eventreport.sphinx_ext.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.reading.current import Current, current_report, set_report

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.util.typing import OptionSpec

_NATIVE = "native"


class EventDirective(ReportDirective):
    """The event's name as argument, the fields of the front matter as options."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = text_options(*EVENT_OPTIONS)

    def run(self) -> list[nodes.Node]:
        """Make the page a report; the content stays where it is."""
        if current_report(self.env) is not None:
            message = "The page says already which event it is about"
            hint = "keep the front matter or one {event} directive"
            self.warn([Problem(Subtype.DIRECTIVE, message, hint=hint)])
        else:
            options = dict(self.options)
            if self.arguments:
                options.setdefault("name", self.arguments[0])
            front = event_front_matter(options, self.option_lines())
            report, problems = read_report_fields(front, filename=self.env.docname, dialect=_NATIVE)
            self.warn(problems)
            found = addresses_of(front.mapping)
            set_report(self.env, Current(report, self.option_lines(), addresses=found))
        return self.parse_content_to_nodes()
