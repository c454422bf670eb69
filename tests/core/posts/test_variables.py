"""Where paths of Pelican begin, in reStructuredText."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.posts.variables import without_places


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (".. image:: {static}/a.png", ".. image:: /a.png"),
        ("`a <{filename}b.rst>`_ and `c <|filename|/d.md>`_", "`a <b.rst>`_ and `c </d.md>`_"),
        ("{attach}c.pdf", "c.pdf"),
        ("a static {x} and |filename| of it", "a static {x} and |filename| of it"),
        ("a {b}", "a {b}"),
    ],
)
def test_a_path_is_left(written: str, expected: str) -> None:
    """Without the word that says from where it goes on."""
    assert without_places(written) == expected
