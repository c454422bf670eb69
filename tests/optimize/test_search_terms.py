"""The words of a search index, cut out of its file and put back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sphinx.search import js_index

from sphinx_eventreport.optimize.search_terms import (
    Cut,
    cut_terms,
    put_terms,
    renumbered,
    united,
)

COUNT = 30
NUMBERS = st.integers(0, COUNT - 1)
DOCUMENTS = NUMBERS | st.sets(NUMBERS).map(sorted).filter(lambda found: len(found) != 1)
TERMS = st.dictionaries(st.text(), DOCUMENTS)
NEW = st.lists(st.booleans(), min_size=COUNT, max_size=COUNT)


def index_of(terms: object, title_terms: object, title: str = "") -> str:
    """Return the file of an index in which *title* stands wherever prose may stand."""
    lists = {"alltitles": {title: [[0, title]]}, "indexentries": {title: [[0, title, True]]}}
    names = {"docnames": [title], "objects": {title: [[0, 0, 1, title, title]]}, "objtypes": {"0": title}}
    words = {"terms": terms, "titleterms": title_terms}
    return js_index.dumps({"titles": [title], **lists, **names, **words})


def frozen(documents: list[int]) -> list[int] | int:
    """Return the number that stands alone where there is one document."""
    return documents[0] if len(documents) == 1 else documents


def as_list(found: list[int] | int) -> list[int]:
    """Return the numbers of documents."""
    return [found] if isinstance(found, int) else found


@given(TERMS, TERMS, st.text())
def test_an_index_is_put_together_as_it_was(terms: object, title_terms: object, title: str) -> None:
    """Whatever words and titles are made of."""
    text = index_of(terms, title_terms, title)
    cut = cut_terms(text)
    assert cut is not None
    assert put_terms(cut) == text


@given(TERMS, TERMS, st.text())
def test_what_is_left_has_no_words(terms: object, title_terms: object, title: str) -> None:
    """And all else."""
    cut = cut_terms(index_of(terms, title_terms, title))
    assert cut is not None
    assert cut.rest == index_of({}, {}, title)


@pytest.mark.parametrize("title", [',"terms":{', '},"titles":[', ',"titleterms":{', "}})", '","', "\\"])
def test_prose_that_looks_like_the_file_is_prose(title: str) -> None:
    """Where it is cut, no string can stand."""
    text = index_of({title: [0, 1]}, {title: 3}, title)
    cut = cut_terms(text)
    assert cut is not None
    assert (put_terms(cut), cut.rest) == (text, index_of({}, {}, title))


@pytest.mark.parametrize("text", ["", "Search.setIndex({})", json.dumps({"terms": {}, "titleterms": {}})])
def test_another_file_is_not_cut(text: str) -> None:
    """Sphinx is left to say what it is."""
    assert cut_terms(text) is None


@given(TERMS, NEW)
def test_documents_get_the_numbers_they_have_now(terms: dict[str, list[int] | int], stay: list[bool]) -> None:
    """Those that are gone are taken out of every word, and later ones move up."""
    numbers = [sum(stay[:old]) if stays else None for old, stays in enumerate(stay)]
    expected = {
        term: frozen([new for old in as_list(found) if (new := numbers[old]) is not None])
        for term, found in terms.items()
    }
    assert changed(terms, numbers) == index_of(expected, {})


@given(TERMS, st.sets(NUMBERS, max_size=3))
def test_documents_that_are_read_again_are_taken_out(
    terms: dict[str, list[int] | int], gone: set[int]
) -> None:
    """Where no other one moves."""
    numbers = [None if number in gone else number for number in range(COUNT)]
    expected = {
        term: frozen([number for number in as_list(found) if number not in gone])
        for term, found in terms.items()
    }
    assert changed(terms, numbers) == index_of(expected, {})


def changed(terms: dict[str, list[int] | int], numbers: list[int | None]) -> str:
    """Return an index of *terms* after its documents got other *numbers*."""
    cut = cut_terms(index_of(terms, {}))
    assert cut is not None
    return put_terms(Cut(cut.rest, renumbered(cut.terms, numbers), {}))


@given(TERMS, TERMS)
def test_words_of_documents_are_added_in_order(
    terms: dict[str, list[int] | int], added: dict[str, list[int] | int]
) -> None:
    """To those that have the word already, each once."""
    cut = cut_terms(index_of(terms, {}))
    assert cut is not None
    expected = terms | {
        term: frozen(sorted({*as_list(found), *as_list(terms.get(term, []))}))
        for term, found in added.items()
    }
    assert put_terms(Cut(cut.rest, united(cut.terms, added), {})) == index_of(expected, {})
