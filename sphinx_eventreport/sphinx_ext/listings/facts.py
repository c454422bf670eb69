"""Facts that rows of several types share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Person, Report


def when(report: Report) -> dict[str, Any]:
    """Return the dates; an event without a date of its own has the report's."""
    return {"date": report.date, "start": report.start, "end": report.event.end if report.event else None}


def names(people: tuple[Person, ...]) -> tuple[str, ...]:
    """Return the names of *people*."""
    return tuple(person.name for person in people)
