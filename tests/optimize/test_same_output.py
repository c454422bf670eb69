"""Optimizations leave every file as it is, byte for byte: all at once, and each alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.kinds import TRANSLATED, differences, doctrees, files

from sphinx_eventreport.optimize.items import ITEMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.site import Built

OFF = "eventreport_optimize = False\n"


@pytest.fixture(scope="module")
def translated(build_archive: Callable[..., Built]) -> Built:
    """Return the archive, built with a translation."""
    return build_archive(TRANSLATED)


def test_every_file_is_the_same_without_them(optimized: Built, plain: Built) -> None:
    """Pages, search index and inventory are the same bytes."""
    assert differences(files(optimized), files(plain)) == set()


@pytest.mark.parametrize("name", [item.name for item in ITEMS])
def test_every_file_is_the_same_with_a_single_one(
    build_archive: Callable[..., Built], plain: Built, name: str
) -> None:
    """Whichever is switched on alone."""
    alone = build_archive(f"eventreport_optimize = [{name!r}]\n")
    assert differences(files(alone), files(plain)) == set()


def test_every_file_is_the_same_without_them_in_two_processes(
    build_archive: Callable[..., Built], plain: Built
) -> None:
    """In Sphinx's workers as well, pages, search index and inventory are the same bytes."""
    assert differences(files(build_archive(parallel=2)), files(plain)) == set()


def test_every_document_is_the_same_without_them(optimized: Built, plain: Built) -> None:
    """Nodes have the same attributes, though some are for other builders."""
    assert differences(doctrees(optimized), doctrees(plain)) == set()


def test_translated_documents_are_the_same_without_them(
    build_archive: Callable[..., Built], translated: Built
) -> None:
    """Texts are counted and marked, on a page with a translation and on those without."""
    assert differences(doctrees(translated), doctrees(build_archive(TRANSLATED + OFF))) == set()


def test_there_is_a_translation_to_count(translated: Built) -> None:
    """The comparison is of a page with one."""
    assert "Words." in translated.doctree("hidden").astext()


def test_the_pages_show_what_may_be_lost(optimized: Built) -> None:
    """The comparison is of pages with what a transform works on."""
    marks = {
        "code": ("highlight-ruby",),
        "below/quotes": ("“Quoted”",),
        "components": ("<details", 'target="_blank"'),
        "kinds": (
            "doctest",
            "term-Ant",
            "Seen.",
            ">link</a>",
            "citation",
            "footnote",
            "highlight-python",
            "problematic",
        ),
        "hidden": ("sd-d-none",),
    }
    shown = {name: str(optimized.body(name)) for name in marks}
    assert [mark for name, wanted in marks.items() for mark in wanted if mark not in shown[name]] == []
