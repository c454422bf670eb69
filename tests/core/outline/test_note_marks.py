"""Marks of HackMD in a page that does not say what it is."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.outline.note_marks import is_note, mark_problem
from sphinx_eventreport.core.reports import dialect_of_page, front_matter_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words.\n\n{%youtube abc %}\n", True),
        ("###### tags: `moss`\n", True),
        (":::spoiler More\nMoss\n:::\n", True),
        ("> Yes [name=Ada Wren] [time=Mon]\n", True),
        ("- Yes [name=Ada]\n", True),
        (":::info\nMoss ==green==\n:::\n", True),
        ("[TOC]\n\n:::warning\nMoss\n:::\n", True),
        (":::success\n![moss](a.png =300x)\n:::\n", True),
        ("```\n{%youtube abc %}\n```\n", False),
        ("The selector input[name=email] or [name=a] in prose\n", False),
        (":::info\nMoss\n:::\n", False),
        ("[toc]\n\nMoss ==green==\n", False),
        ("{% youtube abc %}\n", False),
    ],
)
def test_marks_that_only_hackmd_reads(text: str, expected: bool) -> None:  # noqa: FBT001
    """Alone, or a box beside one that others have as well; never in code."""
    assert is_note(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words.\n\n:::info\nMoss\n:::\n", 3),
        (":::{info}\nMoss\n:::\n", None),
        ("```\n:::info\n```\n", None),
        ("Moss.\n", None),
    ],
)
def test_a_box_that_stays_text_is_a_problem(text: str, expected: int | None) -> None:
    """At its line; not a directive, and not code."""
    problem = mark_problem(text)
    assert (problem and problem.line) == expected


@pytest.mark.parametrize(
    ("front", "expected"),
    [("title: Moss", "hackmd"), ("layout: page", None), ("eventreport: false", None)],
)
def test_a_note_is_a_report(front: str, expected: str | None) -> None:
    """Unless it says that it is something else."""
    text = f"---\n{front}\n---\n\n{{%youtube abc %}}\n"
    found = front_matter_in(text, "a.md")
    read = dialect_of_page(found, text, filename="a.md", is_rst=False, usual=None, is_named=False)
    assert read == expected
