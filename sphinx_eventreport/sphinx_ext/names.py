"""How objects are called: a talk, deck or recording by its event's label and its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Deck, Recording, Report, Talk


def qualified(report: Report | None, label: str) -> str:
    """Return ``event/label``, or the label alone on a page that is no report."""
    return f"{report.label}/{label}" if report else label


def talk_name(report: Report | None, talk: Talk) -> str:
    """Return the full name of *talk*."""
    return qualified(report, talk.label)


def media_name(report: Report | None, media: Deck | Recording) -> str:
    """Return the full name of a deck or a recording."""
    return qualified(report, media.label)


def media_anchor(kind: str, label: str) -> str:
    """Return the id of a deck, recording or person in its page."""
    return f"{kind}-{label}"
