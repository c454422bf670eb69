"""Quotes are curled where there are some."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from sphinx_eventreport.optimize.smart_quotes import QuotesWhereTheyAre


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("Moss and *fern*.", []),
        ('The *"wet"* moss.', ["literal", "plain", "literal"]),
        ("Moss -- *and* fern.", ["plain", "literal", "literal"]),
        ("Moss ``--`` fern.", ["literal", "literal", "literal"]),
    ],
    ids=["nothing to curl", "quotes", "a dash", "in code"],
)
def test_a_paragraph_is_read_where_a_text_may_change(source: str, kinds: list[str]) -> None:
    """Its other texts are what comes before and after; without such a text, all stay as they are."""
    document = publish_doctree(source)
    transform = QuotesWhereTheyAre(document, None)
    assert [kind for kind, _text in transform.get_tokens([*document.findall(nodes.Text)])] == kinds
