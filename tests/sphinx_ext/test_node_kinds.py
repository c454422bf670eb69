"""Nodes of some kinds below a node, found without a walk in Python."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.utils import new_document

from sphinx_eventreport.sphinx_ext.node_kinds import has_kind, in_order, nodes_of


@pytest.fixture
def document() -> nodes.document:
    """Return a page with a deep word before a shallow one."""
    page = new_document("page")
    inner = nodes.section("", nodes.paragraph("", "", nodes.emphasis("", "deep")))
    page += [nodes.section("", inner), nodes.emphasis("", "shallow")]
    return page


def test_nodes_are_found_at_every_level(document: nodes.document) -> None:
    """The outer ones come first."""
    assert [node.astext() for node in nodes_of(document, nodes.emphasis)] == ["shallow", "deep"]


def test_nodes_are_found_in_the_order_of_the_document(document: nodes.document) -> None:
    """As a reader comes to them."""
    assert [node.astext() for node in in_order(document, nodes.emphasis, nodes.strong)] == ["deep", "shallow"]


def test_nothing_is_found_where_nothing_is(document: nodes.document) -> None:
    """And no walk is made for it."""
    assert in_order(document, nodes.image) == []


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(nodes.document, True), (nodes.Text, True), (nodes.TextElement, True), (nodes.image, False)],
)
def test_a_kind_is_there(document: nodes.document, kind: type[nodes.Node], *, expected: bool) -> None:
    """The node itself counts, texts do, and a subclass of the kind."""
    assert has_kind(document, kind) is expected
