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


MERGED = """
Present
-------

+---------+-----+-----+
| Name    | Initials  |
+=========+=====+=====+
| Kim Gil | KG  | x   |
+---------+-----+-----+
| Bo Ek   | BE  | y   |
+         +-----+-----+
|         | BQ  | z   |
+---------+-----+-----+
| and many others     |
+---------+-----+-----+
"""


def test_cells_that_are_merged_are_the_first_of_their_rows_and_columns() -> None:
    """So all others stay below their headings."""
    rows = [line.cells for line in lines_of(publish_doctree(MERGED)).found if line.kind == "row"]
    assert rows == [
        ("Kim Gil", "KG", "x"),
        ("Bo Ek", "BE", "y"),
        ("", "BQ", "z"),
        ("and many others", "", ""),
    ]


def test_a_table_is_on_the_line_of_its_first_words() -> None:
    """One of reStructuredText has no line of its own."""
    assert {line.line for line in lines_of(publish_doctree(MERGED)).found if line.kind == "row"} == {6}
