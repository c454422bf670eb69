"""What minutes say of somebody or of a series, on a page about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.sphinx_ext.inline.dates import time_node
from sphinx_eventreport.sphinx_ext.inline.due import due_node
from sphinx_eventreport.sphinx_ext.inline.links import link_node
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.people.rows import more_than, titled_list

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.sphinx_ext.site.meetings import Meeting, OfPerson, OfSeries, OpenAction, Present


def person_nodes(found: OfPerson, docname: str, language: str, level: int) -> list[nodes.Node]:
    """Return what somebody is to do, and the meetings they led and were at, below headings of *level*."""
    actions = [_action(one, docname, language, has_owner=False) for one in found.actions]
    chaired = [_meeting(one, docname, language) for one in found.chaired]
    attended = [_meeting(one, docname, language) for one in found.attended]
    return [
        *_list(_("Open actions"), actions, level),
        *_list(_("Meetings chaired"), chaired, level),
        *_list(_("Meetings attended"), attended, level),
    ]


def series_nodes(found: OfSeries, docname: str, language: str, level: int) -> list[nodes.Node]:
    """Return what holds, what is to be done and who was there, below headings of *level*."""
    decisions = [_meeting(one, docname, language) for one in found.in_force]
    actions = [_action(one, docname, language, has_owner=True) for one in found.actions]
    return [
        *_list(_("Decisions in force"), decisions, level),
        *_list(_("Open actions"), actions, level),
        *_attendance(found.present, docname, language, level),
    ]


def _list(title: str, lines: Sequence[nodes.Node], level: int) -> list[nodes.Node]:
    return titled_list(title, more_than(lines), level)


def _meeting(one: Meeting, docname: str, language: str) -> nodes.paragraph:
    line = nodes.paragraph("", "", link_node(one.link, docname))
    day = date_text(one.start, language) if one.start else ""
    if one.start and day not in one.link.title:
        line += [nodes.Text(", "), time_node(one.start, day)]
    return line


def _action(one: OpenAction, docname: str, language: str, *, has_owner: bool) -> nodes.paragraph:
    parts: list[nodes.Node] = [link_node(one.link, docname)]
    if has_owner and one.owners:
        parts.append(nodes.Text(", ".join(one.owners)))
    if one.due:
        parts.append(due_node(one.due.isoformat(), date_text(one.due, language)))
    parts.append(link_node(one.meeting, docname))
    return nodes.paragraph("", "", *[item for part in parts for item in (nodes.Text(", "), part)][1:])


def _attendance(present: Present, docname: str, language: str, level: int) -> list[nodes.Node]:
    """Return a table: somebody in each row, a meeting in each column, and the numbers below."""
    if not present.people:
        return []
    words: Mapping[str, str] = {
        "present": _("present"),
        "remote": _("remote"),
        "guest": _("guest"),
        "regrets": _("regrets"),
    }
    heads: list[str | nodes.Node] = [
        str(_("Name")),
        *(_day(one, docname, language) for one in present.meetings),
    ]
    rows = [[name, *(words.get(what, "") for what in was)] for name, was in present.people]
    counts = [
        str(count)
        if quorum is None
        else _("%(count)s, quorum %(quorum)s") % {"count": count, "quorum": quorum}
        for count, quorum in present.counts
    ]
    title = _("Attendance")
    heading = nodes.rubric(title, title, classes=["er-group"])
    heading["heading-level"] = level
    return [heading, _table(heads, [*rows, [_("Present"), *counts]])]


def _day(one: Meeting, docname: str, language: str) -> nodes.Node:
    return link_node(one.link, docname, date_text(one.start, language) if one.start else "")


def _table(heads: Sequence[str | nodes.Node], rows: Sequence[Sequence[str]]) -> nodes.table:
    lines = [[_cell(one) for one in row] for row in (heads, *rows)]
    widths = [max(len(cell.astext()) for cell in column) for column in zip(*lines, strict=True)]
    columns = [nodes.colspec(colwidth=max(width, 1)) for width in widths]
    head = nodes.thead("", nodes.row("", *lines[0]))
    body = nodes.tbody("", *(nodes.row("", *line) for line in lines[1:]))
    group = nodes.tgroup("", *columns, head, body, cols=len(columns))
    return nodes.table("", group, classes=["er-attendance-table"])


def _cell(content: str | nodes.Node) -> nodes.entry:
    node = nodes.Text(content) if isinstance(content, str) else content
    return nodes.entry("", nodes.paragraph("", "", node))
