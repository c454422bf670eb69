"""Pages in the environment: they come back as they were, and their bytes are made once."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from sphinx_eventreport.core.records import Talk
from sphinx_eventreport.sphinx_ext.site.page import LazyPages, Page
from sphinx_eventreport.sphinx_ext.site.placed import PlacedTalk

GARDEN = Page("garden", "Garden", talks=(PlacedTalk(Talk("moss", "Moss"), "moss", 3),))
TREES = Page("trees", "Trees")


@pytest.fixture
def pages() -> LazyPages:
    """Return two pages that came from the file of an environment."""
    pages = LazyPages()
    pages.update({"garden": GARDEN, "trees": TREES})
    return again(pages)


def again(pages: LazyPages) -> LazyPages:
    """Return *pages* as the next build has them."""
    found: LazyPages = pickle.loads(pickle.dumps(pages))  # noqa: S301 -- our own bytes
    return found


def test_pages_come_back_as_they_were(pages: LazyPages) -> None:
    """In the order in which they were noted."""
    assert list(pages.items()) == [("garden", GARDEN), ("trees", TREES)]


def test_what_came_back_is_not_pickled_once_more(pages: LazyPages) -> None:
    """The very bytes are put back."""
    _make, (data,) = pages.__reduce__()
    assert list(pages.values()) == [GARDEN, TREES]
    _make, (put_back,) = pages.__reduce__()
    assert [put_back[name] is data[name] for name in data] == [True, True]


def test_what_is_taken_from_a_worker_is_not_pickled_once_more(pages: LazyPages) -> None:
    """Its bytes come with it, and pages of others stay away."""
    _make, (data,) = pages.__reduce__()
    taken = LazyPages()
    taken.take({"trees", "gone"}, pages)
    _make, (put_back,) = taken.__reduce__()
    assert [(name, found is data[name]) for name, found in put_back.items()] == [("trees", True)]


def test_another_page_takes_the_place(pages: LazyPages) -> None:
    """Old bytes are not put back for a page that has changed."""
    pages["trees"] = replace(TREES, title="Shrubs")
    assert again(pages)["trees"].title == "Shrubs"


def test_a_page_that_has_gone_does_not_come_back(pages: LazyPages) -> None:
    """Nor do its bytes."""
    del pages["garden"]
    assert list(again(pages)) == ["trees"]


def test_to_ask_for_a_page_does_not_read_it() -> None:
    """Bytes that are none of a page are no matter until somebody wants it."""
    assert "moss" in LazyPages({"moss": b"no page"})
