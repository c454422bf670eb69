"""The JSON Schema of native front matter, for editors that complete and check as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.schema.tables import REPORT
from sphinx_eventreport.core.schema.unknown import KEPT_KEYS, KEPT_PREFIXES

if TYPE_CHECKING:
    from sphinx_eventreport.core.schema.table import Field, Table


def json_schema() -> dict[str, Any]:
    """Return the schema (JSON Schema, draft 2020-12) of the front matter of a report."""
    schema = _object(REPORT)
    schema["properties"] |= {key: {} for key in sorted(KEPT_KEYS)}
    schema["patternProperties"] = {f"^{prefix}": {} for prefix in KEPT_PREFIXES}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of an event report",
        **schema,
    }


def _object(table: Table) -> dict[str, Any]:
    return {
        "type": "object",
        "description": table.description,
        "properties": {row.name: _property(row, table) for row in table.fields},
        "additionalProperties": False,
    }


def _property(row: Field, table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = dict(row.kind.schema)
    inner = table.tables.get(row.name)
    if inner:
        either = {"anyOf": [{"type": "string"}, _object(inner)]}
        schema = {"type": "array", "items": either} if schema.get("type") == "array" else either
    # An empty key is an absent one.
    return {"description": row.description, "anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}
