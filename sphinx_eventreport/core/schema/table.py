"""The shape of the tables from which front matter is read, checked and documented."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sphinx_eventreport.core.fields import Place

Validator = Callable[[object, Place], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of value: ``words`` for people, ``schema`` for JSON Schema, ``read`` to check it."""

    words: str
    read: Validator
    schema: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it takes, what it means, one example of it in YAML, what holds without it."""

    name: str
    kind: Kind
    description: str
    example: str
    default: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of one map. ``path`` is where it is, empty for the top of the front matter.

    A text in place of the map means its ``shorthand`` key. ``tables`` are the maps among its keys,
    which have rows in ``fields`` too. ``tolerated`` are keys that others write into such maps, read
    by nobody here.
    """

    name: str
    path: str
    description: str
    fields: tuple[Field, ...]
    shorthand: str | None = None
    tables: Mapping[str, Table] = field(default_factory=dict)
    tolerated: frozenset[str] = frozenset()

    def names(self) -> tuple[str, ...]:
        """Return the names of the keys in their order."""
        return tuple(row.name for row in self.fields)
