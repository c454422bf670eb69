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
_DECISION = {
    "proposed": lambda: _("Proposed"),
    "accepted": lambda: _("Accepted"),
    "rejected": lambda: _("Rejected"),
    "deferred": lambda: _("Deferred"),
    "withdrawn": lambda: _("Withdrawn"),
    "deprecated": lambda: _("Deprecated"),
    "superseded": lambda: _("Superseded"),
}
_ACTION = {
    "open": lambda: _("Open"),
    "started": lambda: _("Started"),
    "done": lambda: _("Done"),
    "dropped": lambda: _("Dropped"),
}
_MINUTES = {
    "draft": lambda: _("Draft minutes"),
    "proposed": lambda: _("Proposed minutes"),
    "approved": lambda: _("Approved minutes"),
    "final": lambda: _("Final minutes"),
}


def decision_word(status: str) -> str:
    """Return what became of a decision."""
    return str(_DECISION[status]())


def action_word(status: str) -> str:
    """Return how far an action is."""
    return str(_ACTION[status]())


def news_word(object_type: str, state: str) -> str:
    """Return what is new of a series: a decision, what became of an action, a deck."""
    if object_type == "deck":
        return str(_("Slides"))
    if object_type == "decision":
        return str(_("Decision")) if state == "accepted" else decision_word(state)
    return str(_("Carried on")) if state == "carried" else action_word(state)


def minutes_word(status: str) -> str:
    """Return how far minutes are."""
    return str(_MINUTES[status]())


def status_word(status: str) -> str:
    """Return the word for an event that does not take place as planned, "" for one that does."""
    return str(_STATUS[status]()) if status in _STATUS else ""


def mode_word(mode: str) -> str:
    """Return how one takes part in an event."""
    return str(_MODE[mode]())
