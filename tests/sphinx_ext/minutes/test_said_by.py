"""Somebody who is named in a line of minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from support.looking import with_class, words

if TYPE_CHECKING:
    from support.site import Site

PAGE = """\
---
minutes: {{attendees: [{{name: Kim Gil, initials: KG}}]}}
---
# May

{{by}}`{}` says so.
"""


@pytest.mark.parametrize(
    ("written", "people"),
    [("KG", ["Kim Gil"]), ("Bo Ek", ["Bo Ek"]), ("TBA", []), ("nobody", []), ("?", [])],
)
def test_who_says_it_is_somebody_or_the_words_alone(site: Site, written: str, people: list[str]) -> None:
    """What can be nobody's name is text, and the build goes on."""
    built = site.write({"index.md": PAGE.format(written)}).build("pseudoxml")
    says = next(node for node in built.resolved("index").findall(nodes.paragraph) if "says" in words(node))
    assert [words(name) for name in with_class(says, "er-person")] == people
