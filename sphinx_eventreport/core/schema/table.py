"""The shape of the tables from which front matter is read, checked and documented."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sphinx_eventreport.core.fields import Place

Validator = Callable[[object, Place], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of value."""

    words: str
    """What it is, for people: "a date"."""
    read: Validator
    """What checks a value, and makes what the record holds."""
    schema: Mapping[str, object]
    """The same as a JSON Schema."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of front matter."""

    name: str
    """The key."""
    kind: Kind
    """The kind of value it takes."""
    description: str
    """Its meaning."""
    example: str
    """An example of a value, in YAML."""
    default: str = ""
    """What holds without it."""


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of one map."""

    name: str
    """The name of the map."""
    path: str
    """Where it is, empty for the top of the front matter."""
    description: str
    """Its meaning."""
    fields: tuple[Field, ...]
    """Its keys."""
    shorthand: str | None = None
    """The key that a text in place of the map means."""
    tables: Mapping[str, Table] = field(default_factory=dict)
    """The maps among its keys, which have rows in ``fields`` too."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """Other names of its keys, as `plain_key` leaves them."""
    tolerated: frozenset[str] = frozenset()
    """Keys that others write into such maps, and that are not read here, as `plain_key` leaves them."""

    def names(self) -> tuple[str, ...]:
        """Return the names of the keys in their order."""
        return tuple(row.name for row in self.fields)
