"""Markdown in, doctree out: the cases of ``tests/fixtures``, built as documents of one site each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from support.doctrees import FILES, Case, cases

if TYPE_CHECKING:
    from collections.abc import Callable

Trees = dict[str, str]


@pytest.fixture(scope="module")
def trees_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Trees]:
    """Return a function that builds the cases of one file, once, and returns their trees by name."""

    @cache
    def build(stem: str) -> Trees:
        return FILES[stem](tmp_path_factory.mktemp(stem), cases(stem))

    return build


@pytest.mark.parametrize("case", [case for stem in FILES for case in cases(stem)], ids=str)
def test_markdown_becomes_the_tree_of_the_fixture(case: Case, trees_of: Callable[[str], Trees]) -> None:
    """The nodes are those of the fixture, and the warnings say what is wrong, and on which line."""
    assert trees_of(case.stem)[case.name] == case.expected


@pytest.mark.parametrize("stem", FILES)
def test_every_case_is_told_apart(stem: str) -> None:
    """No two cases of one file have one title: a failing test names the case."""
    titles = [case.title for case in cases(stem)]
    assert len(titles) == len(set(titles))
