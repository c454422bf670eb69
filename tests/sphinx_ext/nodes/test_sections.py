"""Sections of a document that was never built."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from sphinx_eventreport.sphinx_ext.nodes.sections import (
    anchor_around,
    heading_around,
    insert_after_title,
    level_of,
    title_section,
)

SOURCE = """\
.. _quay:

Tides
=====

Spring.

Neaps
-----

Autumn.
"""


@pytest.fixture
def document() -> nodes.document:
    """Return a document of a title and a section below it."""
    return publish_doctree(SOURCE, settings_overrides={"doctitle_xform": False, "_disable_config": True})


def paragraph(document: nodes.document, text: str) -> nodes.paragraph:
    """Return the paragraph that says *text*."""
    [found] = (node for node in document.findall(nodes.paragraph) if node.astext() == text)
    return found


def test_a_document_has_the_section_of_its_title(document: nodes.document) -> None:
    """Targets may stand above it."""
    found = title_section(document)
    assert found is not None
    assert found["names"] == ["tides", "quay"]


@pytest.mark.parametrize(
    ("text", "expected"), [("Spring.", (1, "", "Tides")), ("Autumn.", (2, "neaps", "Neaps"))]
)
def test_a_node_is_in_a_section(document: nodes.document, text: str, expected: tuple[int, str, str]) -> None:
    """Its level, its id and its heading; that of the title is the page itself."""
    node = paragraph(document, text)
    found = level_of(node.parent), anchor_around(node, document), heading_around(node)
    assert found == expected


def test_what_is_added_comes_below_the_heading(document: nodes.document) -> None:
    """And above all that is there."""
    section = title_section(document)
    assert section is not None
    insert_after_title(section, [nodes.paragraph("", "Ebb.")])
    assert [node.astext() for node in section.children[:3]] == ["Tides", "Ebb.", "Spring."]


def test_a_document_without_a_heading_has_it_at_its_top() -> None:
    """There is nothing to be below."""
    document = publish_doctree("Spring.", settings_overrides={"_disable_config": True})
    insert_after_title(document, [nodes.paragraph("", "Ebb.")])
    assert [node.astext() for node in document.children] == ["Ebb.", "Spring."]
