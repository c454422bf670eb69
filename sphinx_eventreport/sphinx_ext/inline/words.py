"""The words of front matter's vocabularies, as readers of the site's language know them."""

from __future__ import annotations

from sphinx_eventreport.sphinx_ext.messages import _

_STATUS = {
    "cancelled": lambda: _("Cancelled"),
    "postponed": lambda: _("Postponed"),
    "moved_online": lambda: _("Moved online"),
}
_MODE = {
    "offline": lambda: _("In person"),
    "online": lambda: _("Online"),
    "mixed": lambda: _("In person and online"),
}


def status_word(status: str) -> str:
    """Return the word for an event that does not take place as planned, "" for one that does."""
    return str(_STATUS[status]()) if status in _STATUS else ""


def mode_word(mode: str) -> str:
    """Return how one takes part in an event."""
    return str(_MODE[mode]())
