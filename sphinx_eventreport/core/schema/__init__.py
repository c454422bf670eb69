"""Front matter -> records and problems, by the tables that also make the reference and JSON Schema."""

from __future__ import annotations

from sphinx_eventreport.core.schema.json_schema import json_schema
from sphinx_eventreport.core.schema.reports import (
    EVENT_OPTIONS,
    dialect_name,
    event_front_matter,
    is_report,
    read_report_fields,
    read_talk,
    read_visibility,
    report_dialect,
    says_no,
)
from sphinx_eventreport.core.schema.table import Field, Kind, Table
from sphinx_eventreport.core.schema.tables import TABLES, TALK
from sphinx_eventreport.core.schema.unknown import KEPT_KEYS, KEPT_PREFIXES, is_kept

__all__ = [
    "EVENT_OPTIONS",
    "KEPT_KEYS",
    "KEPT_PREFIXES",
    "TABLES",
    "TALK_FIELDS",
    "Field",
    "Kind",
    "Table",
    "dialect_name",
    "event_front_matter",
    "is_kept",
    "is_report",
    "json_schema",
    "read_report_fields",
    "read_talk",
    "read_visibility",
    "report_dialect",
    "says_no",
]

TALK_FIELDS = TALK.names()
"""Names of everything that can be said about a talk."""
