from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.outline.headings import heading_slugs, same_heading, split_heading
from sphinx_eventreport.core.outline.title_words import ORGANISATION_WORDS, TITLE_WORDS

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "headings.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["heading"]))
def test_heading_is_split(case: dict[str, Any]) -> None:
    """A heading credits the people the case says, and stays whole where it names none."""
    expected = (case.get("title", case["heading"]), tuple(case.get("speakers", ())))
    title, people = split_heading(case["heading"])
    assert (title, tuple(person.name for person in people)) == expected


def test_long_heading_stays_whole() -> None:
    """A heading nobody would write is not searched."""
    heading = "x" * 1000 + ", by Jane Doe"
    assert split_heading(heading) == (heading, ())


def test_crowd_is_no_list_of_speakers() -> None:
    """More names than a talk has speakers are not taken for speakers."""
    heading = "Thanks, by " + ", ".join(["Jane Doe"] * 20)
    assert split_heading(heading) == (heading, ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minutes of **X**", "minutes of X"),
        ("A&nbsp;B", "A\xa0B"),
        (r"C\# `now`", "C# now"),
        (" A  B ", "A B"),
    ],
)
def test_same_heading(one: str, other: str) -> None:
    """Case, spacing and markup make no other heading."""
    assert same_heading(one, other)


def test_other_heading() -> None:
    """Other words make another heading."""
    assert not same_heading("Minutes of X", "Minutes of Y")


def test_words_are_lower_case() -> None:
    """The lists of words are compared with words in lower case."""
    assert all(word == word.lower() for word in TITLE_WORDS | ORGANISATION_WORDS)


@given(
    st.text()
    | st.lists(st.sampled_from(["Jane", "Doe", ",", "by", "-", "–", "(", ")", "par", "and"])).map(" ".join)
)
def test_any_text_is_survived(text: str) -> None:
    """No heading makes it raise, a heading has a title, and no name is blank."""
    title, people = split_heading(text)
    assert (bool(title), all(person.name.strip() for person in people)) == (bool(text), True)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("The promising Serverless", "the-promising-serverless"),
        ("24 hours: what now?", "24-hours-what-now"),
        ("24 hours: what now?", "hours-what-now"),
        ("Version 2.0", "version-2.0"),
    ],
)
def test_generators_give_a_heading_these_ids(text: str, slug: str) -> None:
    """A link within a post names one of them."""
    assert slug in heading_slugs(text)
