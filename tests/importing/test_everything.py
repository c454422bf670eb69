"""Decisions and actions in the JSON of everything have each field that their directives take."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from sphinx_eventreport.core.records import Report
from sphinx_eventreport.core.schema.minutes import ACTION, DECISION, read_action, read_decision
from sphinx_eventreport.importing.everything import everything, everything_schema

if TYPE_CHECKING:
    from sphinx_eventreport.core.schema.table import Table

FILLED = Report(
    label="glade",
    title="Glade",
    decisions=(read_decision({row.name: row.example for row in DECISION.fields})[0],),
    actions=(read_action({row.name: row.example for row in ACTION.fields} | {"status": "done"})[0],),
)
"""A report whose decision and whose action say everything that one can say."""
CALLED = {"label": "name", "yes": "in_favor", "no": "against", "abstain": "abstaining"}
"""Fields that have another name there."""


def exported(report: Report) -> dict[str, Any]:
    """Return the event of *report*, which follows the schema."""
    content = json.loads(everything([(report, "https://example.org/glade.html")]))
    jsonschema.validate(content, everything_schema())
    event: dict[str, Any] = content["events"][0]
    return event


@pytest.mark.parametrize(("table", "place"), [(DECISION, "decisions"), (ACTION, "actions")])
def test_every_field_is_exported(table: Table, place: str) -> None:
    """Where nobody was against, nobody is named."""
    said = exported(FILLED)[place][0].keys() | {"against"} & {CALLED.get(name) for name in table.names()}
    assert said == {CALLED.get(name, name.replace("-", "_")) for name in table.names()}


def test_values_are_plain() -> None:
    """Names of people, days, and how many voted so, none included."""
    decision = exported(FILLED)["decisions"][0]
    assert {key: decision[key] for key in ("name", "by", "date", "votes", "in_favor")} == {
        "name": "glade/d41",
        "by": ["Jane Doe", "John Roe"],
        "date": "2016-06-15",
        "votes": {"yes": 2, "no": 0, "abstain": 1},
        "in_favor": ["Jane Doe", "John Roe"],
    }


def test_a_day_may_be_a_year() -> None:
    """A number, as in front matter, which the schema allows."""
    decision, _problems = read_decision({"title": "Felt hats", "date": 2016})
    assert (
        exported(Report(label="glade", title="Glade", decisions=(decision,)))["decisions"][0]["date"] == 2016
    )
