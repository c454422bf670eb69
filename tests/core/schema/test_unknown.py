"""What is said of keys that no table has."""

from __future__ import annotations

from sphinx_eventreport.core.frontmatter import read_front_matter
from sphinx_eventreport.core.schema import read_report_fields


def test_a_status_is_not_a_slip_of_another_key() -> None:
    """It is of who may see a page, though "tags" and "status" are nearly one word."""
    front = read_front_matter("---\nevent: Quay\nstatus: draft\n---\n")
    _report, problems = read_report_fields(front, filename="a.md", dialect="native")
    assert [problem.hint for problem in problems] == [
        "write `visibility: draft` to keep the page to yourself"
    ]
