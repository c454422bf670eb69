"""Until when something is to be done. Whether that is over, a browser says: no page is written each day."""

from __future__ import annotations

from html import escape

from docutils import nodes

from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_due, eventreport_time


def due_node(iso: str, text: str) -> eventreport_due:
    """Return "Due 30 September 2025", a day in ISO 8601 and as readers see it."""
    return eventreport_due("", "", nodes.Text(f"{due_word()} "), eventreport_time(text, text, datetime=iso))


def due_word() -> str:
    """Return what stands before the day."""
    return str(_("Due"))


def due_tag() -> str:
    """Return the start tag around it, with the words for a day that is over."""
    words = escape(_("Overdue since"))
    return f'<span class="er-due" data-er-overdue="{words}">'
