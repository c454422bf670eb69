"""Names of emoji in reStructuredText, which stay as they are written."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.posts import rst_body


@pytest.mark.parametrize("dialect", ["native", "pelican"])
def test_each_is_told(dialect: str) -> None:
    """At its line, and the text stays as it is."""
    text = "Moss :tada: and\nfern :rocket::wave:\n"
    read, problems = rst_body(text, dialect)
    assert (read, [problem.line for problem in problems]) == (text, [1, 2, 2])


@pytest.mark.parametrize(
    "text",
    [
        ":date: 2024-05-01",
        ":star: Moss",
        "- :phone: 12",
        ".. image:: a.png\n   :target: b\n   :fire: c",
        ":star:`moss` and `moss`:star: and ``:star:`` and https://a.example.org/:star:",
        "`moss :star: <https://a.example.org>`_",
        "the option :link: and the word :moss:",
        "Code::\n\n   a :star: b",
        ".. a comment :star:\n   b :star: c",
    ],
)
def test_what_has_colons_of_its_own_is_not(text: str) -> None:
    """Fields, options, roles, literals, addresses, code."""
    assert rst_body(text, "native") == (text, ())
