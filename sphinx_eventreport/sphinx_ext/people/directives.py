"""``{person} ID`` and ``{series} ID``: make a page, or a section of one, about somebody or something."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.core.listings.view import parse_feed
from sphinx_eventreport.sphinx_ext.nodes import eventreport_subject
from sphinx_eventreport.sphinx_ext.nodes.directive import ReportDirective, text_options

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.util.typing import OptionSpec

    from sphinx_eventreport.core.problems import Problem


_FORMATS = ("atom", "json")
"""The formats of the feed of a series: what is new is not for a calendar."""


class SubjectDirective(ReportDirective):
    """A label or name as argument, what is to be said as content."""

    required_arguments = 1
    final_argument_whitespace = True
    object_type: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Return the place of what is known when the page is written."""
        written = self.arguments[0].strip()
        label = slug_or(written, self.object_type)
        subject = eventreport_subject(
            "",
            *self.parse_content_to_nodes(),
            type=self.object_type,
            label=label,
            name="" if written == label else written,
        )
        self.set_source_info(subject)
        return [subject]


class PersonDirective(SubjectDirective):
    """A page about somebody."""

    object_type = "person"


class SeriesDirective(SubjectDirective):
    """A page about a series of events, and a feed of what is new with each of them."""

    option_spec: ClassVar[OptionSpec] = text_options("feed", "feed-name")
    object_type = "series"

    def run(self) -> list[nodes.Node]:
        """Return the place of what is known, with the feed that it is to have."""
        problems: list[Problem] = []
        [subject] = super().run()
        subject["feed"], subject["feed_name"] = parse_feed(self.options, _FORMATS, problems)  # type: ignore[index]
        self.warn(problems)
        return [subject]
