from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.outline.directive_text import read_directive


def test_colon_options() -> None:
    """Lines ``:key: value`` at the top are options, what follows them is the body."""
    directive = read_directive("{deck} a b.pdf", ":title: 'A: b'\n:page: 3\n:flag:\n\nCaption\n", 7)
    assert directive is not None
    assert (directive.name, directive.argument, directive.options, directive.lines) == (
        "deck",
        "a b.pdf",
        {"title": "A: b", "page": "3", "flag": ""},
        {"title": 8, "page": 9, "flag": 10},
    )
    assert (directive.body, directive.body_line, directive.line) == ("\nCaption\n", 11, 7)


def test_yaml_options() -> None:
    """Options may be YAML between fences; values that are no text keep how they were written."""
    directive = read_directive("{talk}", "---\nroom: Room 3\nstart: 2016-06-15\ntags: [a]\n---\nText", 7)
    assert directive is not None
    assert (directive.options["room"], directive.options["start"]) == ("Room 3", "2016-06-15")
    assert (directive.lines["start"], directive.body, directive.body_line) == (10, "Text", 13)


def test_lists_are_no_texts() -> None:
    """A directive that takes only texts gets no list."""
    directive = read_directive("{deck} a.pdf", "---\ntitle: A\nextra: {a: 1}\n---", 1)
    assert directive is not None
    assert set(directive.texts()) == {"title"}


def test_content_of_options_only() -> None:
    """A directive may have options and no body."""
    directive = read_directive("{deck} a.pdf", ":title: A", 1)
    assert directive is not None
    assert (directive.options, directive.body.strip()) == ({"title": "A"}, "")


@pytest.mark.parametrize("info", ["", "python", "{}", "{a b}", "html {deck}"])
def test_no_directive(info: str) -> None:
    """A fence of code is no directive."""
    assert read_directive(info, "x", 1) is None


@given(st.text().map("{deck} ".__add__), st.text() | st.text().map("---\n".__add__))
def test_any_text_is_survived(info: str, content: str) -> None:
    """No fence makes the reader raise."""
    read_directive(info, content, 1)
