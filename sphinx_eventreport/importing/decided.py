"""The record of a decision or an action -> values for JSON, field by field of the table it is read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.exports.addresses import on_the_web
from sphinx_eventreport.core.schema import kinds
from sphinx_eventreport.core.schema.minutes import VOTERS
from sphinx_eventreport.importing.front import plain_date, unless_public

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinx_eventreport.core.records import Action, Decision, Person, Votes
    from sphinx_eventreport.core.schema.table import Field, Kind, Table

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}


def schemas_of(table: Table) -> dict[str, object]:
    """Return the JSON Schema of each key that `values_of` returns for the same *table*."""
    return {_key(row): _form(row.kind).schema for row in table.fields}


def values_of(record: Decision | Action, table: Table, report: str) -> dict[str, object]:
    """Return what *record* says, by key, for each field of its *table*; empty where it says nothing.

    Its name has the name of its *report* before it, as those of other reports may be the same.
    """
    return {_key(row): _value(record, row) for row in table.fields} | {"name": f"{report}/{record.label}"}


def _key(row: Field) -> str:
    return "name" if row.name == "label" else _attribute(row)


def _attribute(row: Field) -> str:
    """Return what holds the field in a record; who voted so has a name of its own beside how many did."""
    return VOTERS.get(row.name, row.name.replace("-", "_"))


def _value(record: Decision | Action, row: Field) -> object:
    said_by = getattr(record, "votes", None) if row.name in VOTERS else record
    value = getattr(said_by, _attribute(row), None)
    return None if value is None else _form(row.kind).write(value)


def _form(kind: Kind) -> _Form:
    return next((form for form in _FORMS if kind in form.kinds), _AS_IT_IS)


def _names(people: Iterable[Person]) -> list[str]:
    return [one.name for one in people]


def _counts(votes: Votes) -> dict[str, int]:
    counts = {side: getattr(votes, side) for side in VOTERS}
    return {side: count for side, count in counts.items() if count is not None}


@dataclass(frozen=True, slots=True)
class _Form:
    """What values of some kinds are in JSON."""

    kinds: tuple[Kind, ...]
    """Kinds of fields."""
    schema: Mapping[str, object]
    """The JSON Schema of their values."""
    write: Callable[[Any], object]
    """Makes such a value of what the record has."""


_AS_IT_IS = _Form((), _TEXT, str)
_FORMS = (
    _Form((kinds.DATE,), {"type": ["string", "integer"]}, plain_date),
    _Form((kinds.PEOPLE, kinds.VOTED), _TEXTS, _names),
    _Form((kinds.LABELS, kinds.TAGS), _TEXTS, list),
    _Form((kinds.URL,), _TEXT, on_the_web),
    _Form((kinds.AUDIENCE,), _TEXT, unless_public),
    _Form((kinds.VOTES,), {"type": "object", "additionalProperties": {"type": "integer"}}, _counts),
)
"""Where no form has a kind, its values are texts."""
