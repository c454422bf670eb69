"""Names that refer to themselves by way of others."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sphinx_eventreport.core.minutes.circles import in_circles


@pytest.mark.parametrize(
    ("references", "expected"),
    [
        ({}, set()),
        ({"a": ["b"], "b": ["c"]}, set()),
        ({"a": ["a"]}, {"a"}),
        ({"a": ["b"], "b": ["a"]}, {"a", "b"}),
        ({"before": ["a"], "a": ["b"], "b": ["a", "after"]}, {"a", "b"}),
        ({"a": ["a"], "b": ["b"], "c": ["d"]}, {"a", "b"}),
    ],
)
def test_names_in_circles(references: dict[str, list[str]], expected: set[str]) -> None:
    """What only leads to a circle, or from it, is not in it."""
    assert in_circles(references) == expected


def test_a_long_way_is_walked() -> None:
    """It is not deeper than the stack."""
    names = [str(number) for number in range(5000)]
    assert in_circles({name: [other] for name, other in pairwise(names)}) == set()
