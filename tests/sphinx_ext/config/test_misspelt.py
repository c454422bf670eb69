"""Names in ``conf.py`` that may be meant for ours."""

from __future__ import annotations

import pytest

from sphinx_eventreport.sphinx_ext.config.misspelt import name_problem

KNOWN = ["eventreport_dialect", "eventreport_drafts", "eventreport_patterns"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("eventreport_dialct", "did you mean eventreport_dialect?"),
        ("event_report_drafts", "did you mean eventreport_drafts?"),
        ("eventreport_zzzz", "remove it, or give it a name that does not begin so"),
    ],
)
def test_a_slip_is_told_with_what_may_be_meant(name: str, hint: str) -> None:
    """Whatever begins as ours do is a slip, as nothing else reads it."""
    problem = name_problem(name, KNOWN)
    assert problem is not None
    assert problem.hint == hint


def test_a_name_of_somebody_else_is_none_of_ours() -> None:
    """It only begins with the same word."""
    assert name_problem("event_name", KNOWN) is None
