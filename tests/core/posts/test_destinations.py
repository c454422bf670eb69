from __future__ import annotations

import pytest

from sphinx_eventreport.core.posts.body import adapt_body
from sphinx_eventreport.core.posts.destinations import LENIENT


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("![hall](/img/the hall 2.png)", "![hall](</img/the hall 2.png>)"),
        ("See [it](../two words.md#part) too.", "See [it](<../two words.md#part>) too."),
        ('![a](a b.png "The hall")', '![a](<a b.png> "The hall")'),
        ("![a](a (1).png) and ![b](b (2).png)", "![a](<a (1).png>) and ![b](<b (2).png>)"),
        ("![a]( a b.png )", "![a](<a b.png>)"),
        ("![a](a.png)", "![a](a.png)"),
        ('![a](a.png "In the hall.png")', '![a](a.png "In the hall.png")'),
        ("![a](<a b.png>)", "![a](<a b.png>)"),
        ("[a](see below)", "[a](see below)"),
        ("Write `[a](a b.png)` so.", "Write `[a](a b.png)` so."),
        ("```\n[a](a b.png)\n```", "```\n[a](a b.png)\n```"),
    ],
)
@pytest.mark.parametrize("dialect", sorted(LENIENT))
def test_spaces_in_an_address(written: str, expected: str, dialect: str) -> None:
    """They are a part of it where the generator takes them so."""
    assert adapt_body(f"A word.\n{written}\n", dialect, above=False).text == f"A word.\n{expected}\n"


@pytest.mark.parametrize("dialect", ["native", "hugo", "docusaurus"])
def test_spaces_elsewhere(dialect: str) -> None:
    """What is no link for CommonMark is none for these."""
    assert adapt_body("![a](a b.png)", dialect, above=False).text == "![a](a b.png)"
