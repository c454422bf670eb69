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
from sphinx_eventreport.core.schema.audience import strictest_audience
from sphinx_eventreport.core.schema.visibility import strictest
from sphinx_eventreport.sphinx_ext.nodes import eventreport_internal, eventreport_talk
from sphinx_eventreport.sphinx_ext.nodes.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.reading.state import (
    ReadingState,
    is_refused,
    reading_state,
    seen_as_page,
    set_reading_state,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docutils import nodes
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import OptionSpec

_NATIVE = "native"


def _make_report(
    env: BuildEnvironment, options: Mapping[str, str], lines: Mapping[str, int], *, is_open: bool = False
) -> Sequence[Problem]:
    """Make the document being read the report that *options* describe, and return what is wrong with them."""
    front = event_front_matter(options, lines)
    report, problems = read_report_fields(front, filename=env.docname, dialect=_NATIVE)
    known = reading_state(env)
    seen = known.report if known else seen_as_page(env)
    report = replace(
        report,
        visibility=strictest([report.visibility, seen.visibility]),
        publish_date=report.publish_date or seen.publish_date,
        expiry_date=report.expiry_date or seen.expiry_date,
        audience=strictest_audience([report.audience, seen.audience]),
    )
    title, addresses = known.title if known else None, addresses_of(front.mapping)
    set_reading_state(env, ReadingState(report, lines, title, addresses, is_open=is_open))
    return problems


class EventDirective(ReportDirective):
    """The event of a page without front matter: the name as argument, fields of front matter as options."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = text_options(*EVENT_OPTIONS)

    def run(self) -> list[nodes.Node]:
        """Make the page a report; the content stays where it is."""
        known = reading_state(self.env)
        if known is not None and not known.is_open:
            message = "The page already says which event it is about"
            hint = "keep the front matter or one {event} directive"
            self.warn([Problem(Subtype.DIRECTIVE, message, hint=hint)])
        else:
            options = dict(self.options)
            if self.arguments:
                options.setdefault("name", self.arguments[0])
            self.warn(_make_report(self.env, options, self.option_lines()))
        return self.parse_content_to_nodes()


class TalkDirective(ReportDirective):
    """Facts about a talk as options, its abstract as content."""

    option_spec: ClassVar[OptionSpec] = text_options(*(name for name in TALK_FIELDS if name != "title"))

    def run(self) -> list[nodes.Node]:
        """Return a marker, which becomes the line under the heading, and the abstract.

        The page is a report. That is known from its source, unless the talk is in a file that it includes.
        """
        if self.is_withheld():
            return [eventreport_internal()]
        if reading_state(self.env) is None and not is_refused(self.env):
            _make_report(self.env, {}, {}, is_open=True)
        marker = eventreport_talk(options=dict(self.options), lines=self.option_lines())
        self.set_source_info(marker)
        return [marker, *self.notices(), *self.parse_content_to_nodes()]
