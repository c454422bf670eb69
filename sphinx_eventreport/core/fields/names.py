"""People as they are named in one line of text."""

from __future__ import annotations

import re

from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.core.records import Person

_AND = re.compile(r"\s+(?:and|&)\s+")
_LEADING_AND = re.compile(r"^(?:and|&|et|und)\s+")


def person(name: str, *, label: str = "", url: str | None = None) -> Person:
    """Return the record of somebody; the label is the slug of *label*, or else of the name."""
    return Person(name, slug_or(label or name, "person"), url)


def split_names(written: str) -> list[str]:
    """Take "A, B, and C", "A and B" or "A; B" apart."""
    if ";" in written:
        return split_organizers(written)
    *first, last = written.split(",")
    return _stripped([*first, *_AND.split(last)])


def split_organizers(written: str) -> list[str]:
    """Take "A; B" apart; organisations have commas and "and" in their names."""
    return _stripped(written.split(";"))


def _stripped(parts: list[str]) -> list[str]:
    stripped = (_LEADING_AND.sub("", part.strip(), count=1) for part in parts)
    return [part for part in stripped if part]
