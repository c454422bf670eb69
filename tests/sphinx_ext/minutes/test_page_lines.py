"""The lines of a document that the readers of minutes look at."""

from __future__ import annotations

import pytest
from docutils.core import publish_doctree

from sphinx_eventreport.sphinx_ext.minutes.page_lines import lines_of

TEXT = """
Board
=====

Before.

First
-----

One.

Deep
~~~~

Two.

Second
------

Three.
"""


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (1, ["Board", "Before."]),
        (2, ["Board", "Before.", "First", "One."]),
        (3, ["Board", "Before.", "First", "One.", "Deep", "Two."]),
        (9, ["Board", "Before.", "First", "One.", "Deep", "Two.", "Second", "Three."]),
    ],
)
def test_the_beginning_of_a_page(headings: int, expected: list[str]) -> None:
    """It ends before the next heading, however deep that is."""
    document = publish_doctree(TEXT, settings_overrides={"doctitle_xform": False})
    assert [line.text for line in lines_of(document, headings).found] == expected
