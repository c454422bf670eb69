from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.encoding import (
    decode_content,
    decode_failure,
    encode_content,
    encode_failure,
)
from sphinx_eventreport.decks.model import DeckContent, Failure, Limits

TEXT = st.text()
SLIDES = st.builds(
    Slide,
    st.integers(1, 999),
    TEXT,
    TEXT,
    st.lists(TEXT).map(tuple),
    st.floats(1, 9999),
    st.floats(1, 9999),
    TEXT,
)
PROBLEMS = st.builds(Problem, st.sampled_from(Subtype), TEXT, hint=TEXT)
CONTENTS = st.builds(
    DeckContent,
    TEXT,
    st.integers(999, 9999),
    st.lists(SLIDES, max_size=3, unique_by=lambda slide: slide.number).map(
        lambda slides: tuple(sorted(slides, key=lambda slide: slide.number))
    ),
    st.lists(PROBLEMS, max_size=2).map(tuple),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from("title slides number limits seconds message".split()), inner)
    ),
)


@given(CONTENTS)
def test_content_comes_back(content: DeckContent) -> None:
    """Any text of any slides is read as it was written."""
    assert decode_content(encode_content(content)) == content


@pytest.mark.parametrize("limits", [None, Limits(1.5, 3)])
def test_failure_comes_back(limits: Limits | None) -> None:
    """A failure is read as it was written, with the limits under which it happened."""
    problem = Problem(Subtype.DECK, "It is broken", hint="mend it", may_pass=limits is not None)
    failure = Failure(problem, limits, lasting=True)
    assert decode_failure(encode_failure(failure)) == failure


@given(st.binary() | JSON.map(repr).map(str.encode))
def test_any_bytes_are_survived(data: bytes) -> None:
    """Bytes that nobody wrote here are no text and no failure."""
    assert (decode_content(data), decode_failure(data)) == (None, None)


@pytest.mark.parametrize(
    "data",
    [
        b'{"title": "A", "page_count": 1, "slides": [{"number": "1"}]}',
        b'{"title": "A", "page_count": "1", "slides": []}',
        b'{"title": "A", "page_count": 1, "slides": "none"}',
        b'{"title": "A", "page_count": 1, "slides": [null]}',
        b'{"title": "A", "page_count": 1, "slides": [], "problems": [{"subtype": "deck", "message": 1}]}',
        b"[" * 100_000,
    ],
)
def test_other_shapes_are_no_content(data: bytes) -> None:
    """JSON of another shape is no text."""
    assert decode_content(data) is None
