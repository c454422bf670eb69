"""How objects are called: a talk, deck or recording by its event's label and its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Report


def qualified(report: Report | None, label: str) -> str:
    """Return ``event/label``, or the label alone on a page that is no report."""
    return f"{report.label}/{label}" if report else label


def media_anchor(kind: str, label: str) -> str:
    """Return the id of a deck, recording or person in its page."""
    return f"{kind}-{label}"
