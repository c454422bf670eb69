"""Nodes of some kinds in a tree, found without a walk in Python."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sphinx_eventreport.core.node_kinds import has_kind, in_order, nodes_of


@dataclass
class Node:
    """A node as docutils has them."""

    text: str
    children: tuple[Node, ...] = ()


class Emphasis(Node):
    """A word in italics."""


class Strong(Emphasis):
    """A word in bold."""


class Image(Node):
    """What no page here has."""


PAGE = Node("page", (Node("section", (Node("paragraph", (Emphasis("deep"),)),)), Strong("shallow")))
"""A page with a deep word before a shallow one."""


def test_nodes_are_found_at_every_level() -> None:
    """The outer ones come first."""
    assert [node.text for node in nodes_of(PAGE, Emphasis)] == ["shallow", "deep"]


def test_nodes_are_found_in_the_order_of_the_document() -> None:
    """As a reader comes to them."""
    assert [node.text for node in in_order(PAGE, Emphasis, Image)] == ["deep", "shallow"]


def test_nothing_is_found_where_nothing_is() -> None:
    """Nor is it looked for."""
    assert in_order(PAGE, Image) == []


@pytest.mark.parametrize(
    ("kind", "expected"), [(Node, True), (Emphasis, True), (Strong, True), (Image, False)]
)
def test_a_kind_is_there(kind: type[Node], *, expected: bool) -> None:
    """The node itself counts, and a subclass of the kind."""
    assert has_kind(PAGE, kind) is expected
