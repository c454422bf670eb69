"""Whole front matters, each with the record and the problems it must give: see ``cases/*.yml``."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.reports import front_matter_in
from sphinx_eventreport.core.schema import is_report, read_report_fields

CASES = {
    f"{path.stem}: {case['name']}": case
    for path in sorted(Path(__file__).parent.glob("cases/*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
}


def plain(value: object) -> Any:  # noqa: ANN401 -- as the cases are written
    """Return a record as maps, lists and texts."""
    if isinstance(value, PartialDate):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def picked(actual: Any, expected: Any) -> Any:  # noqa: ANN401
    """Return of *actual* the keys that *expected* has."""
    if isinstance(actual, dict) and isinstance(expected, dict):
        return {key: picked(actual.get(key), expected[key]) for key in expected}
    if isinstance(actual, list) and isinstance(expected, list) and len(actual) == len(expected):
        return [picked(one, other) for one, other in zip(actual, expected, strict=True)]
    return actual


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    """The front matter gives this record, these problems on these lines, and leaves this body."""
    case = CASES[name]
    filename = case.get("filename", "report.md")
    front = front_matter_in(case["raw"], filename, case.get("meta", ""))
    report, problems = read_report_fields(front, filename=filename, dialect=case.get("dialect"))
    expected = case.get("report", {})
    found = [[problem.subtype.value, problem.line] for problem in (*front.problems, *problems)]
    # Metadata in other forms than at the top stays in the text.
    body = case["raw"].split("\n")[front.end :] if front.end or not front.mapping else []
    assert {
        "report": picked(plain(report), expected),
        "problems": found,
        "is_report": is_report(front, filename=filename),
        "body": "\n".join(body),
    } == {
        "report": expected,
        "problems": case.get("problems", []),
        "is_report": case.get("is_report", True),
        "body": case.get("body", ""),
    }


@pytest.mark.parametrize("name", CASES)
def test_case_tells_what_to_do(name: str) -> None:
    """Every problem of every case names what is wrong in a sentence, and what to do about it."""
    filename = CASES[name].get("filename", "report.md")
    front = front_matter_in(CASES[name]["raw"], filename)
    _, problems = read_report_fields(front, filename=filename)
    for problem in (*front.problems, *problems):
        assert problem.hint
        assert not problem.message.endswith(".")
