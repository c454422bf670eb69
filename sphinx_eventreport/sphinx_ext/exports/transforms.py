"""When a page is written: the link to the calendar of its event."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, TypeGuard

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.links import spaced
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_facts
from sphinx_eventreport.sphinx_ext.site.page_transform import PageTransform
from sphinx_eventreport.sphinx_ext.site.published import calendar_path, has_calendar

_BY = "er-by"


class LinkCalendar(PageTransform):
    """Link the calendar of an event below what is said of it; only sites have such files."""

    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Put the link at the end of the line that says who wrote the report, or in a line of its own."""
        page = self.page
        if page is None or not has_calendar(self.site, page):
            return
        facts = next(iter(self.document.findall(eventreport_facts)), None)
        if facts is None or facts.parent is None:
            return
        line: nodes.paragraph | None = next(filter(_is_by, facts.parent.children), None)
        if line is None:
            line = nodes.paragraph(classes=[_BY])
            facts.parent.insert(facts.parent.index(facts) + 1, line)
        facts_before = [nodes.inline()] if line.children else []
        line.extend(spaced([*facts_before, self._link(page.docname)])[len(facts_before) :])

    def _link(self, docname: str) -> nodes.reference:
        text = _("Add to calendar")
        name = PurePosixPath(calendar_path(self.site, docname)).name
        return nodes.reference(text, text, refuri=name, classes=["er-calendar", "no-search"])


def _is_by(node: nodes.Node) -> TypeGuard[nodes.paragraph]:
    return isinstance(node, nodes.paragraph) and _BY in node["classes"]
