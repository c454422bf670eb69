"""Descriptions in any markup, or in none, as Markdown that says the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sphinx_eventreport.importing.prose import filled, markdown, opened, plain


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("One *two*\nthree\n\nfour", "One \\*two\\* three\n\nfour"),
        ("- one\n- two", "- one\n\n- two"),
        (
            "Says ``x[0]`` and `here <https://example.org/a>`_",
            "Says `x[0]` and [here](<https://example.org/a>)",
        ),
        ("See https://example.org/a.", "See <https://example.org/a>."),
        ("<p>One &amp; two</p>", "One \\& two"),
        (":ref:`a talk <x>` by `me`", "a talk by \\`me\\`"),
        (".. image:: x.png\n\nWords", "Words"),
        ("Title\n=====\n\nWords", "Title\n\nWords"),
        ("1. A year", "- A year"),
        ("2019. It", "2019\\. It"),
        ("", ""),
    ],
)
def test_a_description_becomes_prose(written: str, expected: str) -> None:
    """Paragraphs, lists, code and links stay."""
    assert markdown(written) == expected


@given(st.text(alphabet="ab*_`[]<>#&|-+1.) :!~\\\n$%{}", max_size=60))
def test_plain_text_stands_for_itself(text: str) -> None:
    """It is one paragraph of what was written."""
    tokens = MarkdownIt("commonmark").parse(plain(text))
    shown = "".join(child.content for token in tokens for child in token.children or ())
    assert (shown, len(tokens)) == (" ".join(text.split()), 3 if text.split() else 0)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (" ".join(["reeds"] * 20), "\n".join([" ".join(["reeds"] * 12), " ".join(["reeds"] * 8)])),
        (f"{'r' * 75} - 1. reed", f"{'r' * 75} - 1.\nreed"),
        (f"``` {'r' * 75} ```", f"``` {'r' * 75} ```"),
        ("r" * 90, "r" * 90),
        ("", ""),
    ],
)
def test_a_long_paragraph_has_several_lines(paragraph: str, expected: str) -> None:
    """None of them opens a list, and no word is broken."""
    assert filled(paragraph) == expected


LONG = st.lists(
    st.sampled_from(["reed", "-", "+", "1.", "2)", ":", "*twine*", "`a b`", "<https://a.example.org>"])
)


@given(LONG.map(lambda words: " ".join(words * 8)))
def test_lines_of_a_paragraph_say_the_same(line: str) -> None:
    """It is one paragraph still, of the same words."""
    paragraph = opened(line)
    before, after = (MarkdownIt("commonmark").render(text) for text in (paragraph, filled(paragraph)))
    assert " ".join(after.split()) == " ".join(before.split())
