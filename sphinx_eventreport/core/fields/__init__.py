"""Validators: a value and its place in, a checked value or ``None`` out, every problem noted.

None of them raises, whatever the value. An absent or empty value is ``None`` without a problem.
"""

from __future__ import annotations

from sphinx_eventreport.core.fields.attendance import attendees, voted, votes
from sphinx_eventreport.core.fields.languages import language
from sphinx_eventreport.core.fields.lists import links, texts
from sphinx_eventreport.core.fields.people import organizer, people, person
from sphinx_eventreport.core.fields.place import Findings, Place
from sphinx_eventreport.core.fields.scalars import boolean, choice, folded, integer, text
from sphinx_eventreport.core.fields.times import (
    date,
    date_or_text,
    duration,
    end_of_range,
    last_date,
    timezone,
)
from sphinx_eventreport.core.fields.urls import path, safe_url, url

__all__ = [
    "Findings",
    "Place",
    "attendees",
    "boolean",
    "choice",
    "date",
    "date_or_text",
    "duration",
    "end_of_range",
    "folded",
    "integer",
    "language",
    "last_date",
    "links",
    "organizer",
    "path",
    "people",
    "person",
    "safe_url",
    "text",
    "texts",
    "timezone",
    "url",
    "voted",
    "votes",
]
