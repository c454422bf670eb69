"""The line on which a name is written."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.files.written import line_of


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("old-deck.pdf\ndeck.pdf", 2),
        ("img/deck.pdf\n(deck.pdf)", 2),
        ("deck.pdf.zip\ndeck.pdf.", 2),
        ("deck.pdf2\ndeck.pdf#page=2", 2),
        ("https://deck.pdf", 1),
        ("old-deck.pdf", 1),
        ("x", None),
    ],
    ids=[
        "its end",
        "a folder",
        "its beginning",
        "a longer suffix",
        "behind a scheme",
        "as a part",
        "nowhere",
    ],
)
def test_a_name_is_found_where_it_stands_alone(text: str, line: int | None) -> None:
    """Else where it is part of another one."""
    assert line_of(text.split("\n"), "deck.pdf") == line
