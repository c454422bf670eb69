"""The places of a document that a search can lead to, without an index of them."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from sphinx_eventreport.core.records import Talk
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide
from sphinx_eventreport.sphinx_ext.search.places import places_of, texts_of
from sphinx_eventreport.sphinx_ext.site.page import Page
from sphinx_eventreport.sphinx_ext.site.placed import PlacedTalk

SOURCE = """\
Tides
=====

Spring.

Neaps
-----

Autumn.

.. class:: no-search

Winter.

.. a comment
"""
PAGE = Page("tides", talks=(PlacedTalk(Talk("neaps", "Neaps, and more"), "neaps", 6),))


@pytest.fixture
def document() -> nodes.document:
    """Return a document of a title and a section below it."""
    return publish_doctree(SOURCE, settings_overrides={"doctitle_xform": False, "_disable_config": True})


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (None, [("page", "", ""), ("section", "neaps", "Neaps")]),
        (PAGE, [("page", "", ""), ("talk", "neaps", "Neaps, and more")]),
    ],
)
def test_a_search_leads_to_the_page_and_its_sections(
    document: nodes.document, page: Page | None, expected: list[tuple[str, str, str]]
) -> None:
    """What is known as a talk is one, under its title."""
    assert [(place.kind, place.anchor, place.title) for place in texts_of(document, page)] == expected


def test_each_word_is_where_it_stands(document: nodes.document) -> None:
    """What no search is to find, and what nobody sees, is nowhere."""
    assert [place.words for place in places_of(document, None)] == ["tides spring", "neaps autumn"]


def test_a_slide_is_found_by_the_note_on_it(document: nodes.document) -> None:
    """And so is the section in which the note stands."""
    words = nodes.paragraph("", "Moon")
    note = nodes.section("", nodes.container("", words, slide="slide-a-1"), ids=["told"])
    tides = document.next_node(nodes.section)
    assert tides is not None
    tides += [eventreport_slide("", ids=["slide-a-1"], title="Sun"), note]
    found = {place.anchor: place.words for place in places_of(document, None)}
    assert (found["slide-a-1"], found["told"]) == ("moon", "moon")
