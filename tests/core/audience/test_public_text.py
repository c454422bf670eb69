"""A source without what only the team may read."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.audience import public_markdown, public_rst, public_text


def left(found: str) -> list[str]:
    """Return the lines that are not empty."""
    return [line for line in found.split("\n") if line.strip()]


MARKDOWN = {
    "a section": (
        "# T\n\n## S\n\n```{audience} internal\n```\n\nx\n\n### Sub\n\nx\n\n## P\n",
        ["# T", "## P"],
    ),
    "the last section": ("# T\n\n## S\n\n:::{audience} internal\n:::\n\nx\n", ["# T"]),
    "a section by a setext heading": (
        "T\n=\n\nS\n-\n\n:::{audience} internal\n:::\nx\n\nP\n-\n",
        ["T", "=", "P", "-"],
    ),
    "its names": ("a\n\n(x)=\n{#y}\n\n## S\n\n:::{audience} internal\n:::\n\n## P\n", ["a", "## P"]),
    "a page without headings": ("a\n\n:::{audience} internal\n:::\n\nx\n", []),
    "content alone": ("a\n\n```{audience} internal\nx\n\n## H\n```\n\nb\n", ["a", "b"]),
    "a talk": ("# T\n\n## S\n\n:::{talk}\n:audience: internal\nx\n:::\n\n# P\n", ["# T", "# P"]),
    "a decision": ("a\n\n```{decision} D\n:audience: internal\n\nx\n```\nb\n", ["a", "b"]),
    "by its whole name": ("```{eventreport:action} D\n:audience: internal\n```\nb\n", ["b"]),
    "options in YAML": ("```{deck} a.pdf\n---\naudience: internal\n---\n```\nb\n", ["b"]),
    "a word that is none": ("```{slide} a#1\n:audience: team\n```\nb\n", ["b"]),
    "in a list": ("1.  a\n\n    ```{audience} internal\n    x\n    ```\n", ["1.  a"]),
    "in a quotation": ("> a\n>\n> :::{audience} internal\n> x\n> :::\n", ["> a", ">"]),
    "in a directive": (
        "````{note}\na\n```{audience} internal\nx\n```\nb\n````\n",
        ["````{note}", "a", "b", "````"],
    ),
    "in a directive in a list": (
        "-   ````{note}\n    :class: c\n    a\n    ```{slide} a#1\n    :audience: no\n    ```\n    ````\n",
        ["-   ````{note}", "    :class: c", "    a", "    ````"],
    ),
    "a heading in code": ("## S\n\n:::{audience} internal\n:::\n\n```sh\n# x\n```\n\n## P\n", ["## P"]),
}
SHOWN = (
    "Not a word of it.\n",
    "a\n\n```{audience} public\nb\n```\n",
    "```{decision} D\n:audience: public\n```\n",
    "```{note}\n:audience: internal\n```\n",
    "```{code-block} md\n:::{audience} internal\n:::\n```\n",
    "```md\n:::{audience} internal\n:::\n```\n",
    "The audience is internal.\n",
    "```{figure} audience.png\n```\n",
)


@pytest.mark.parametrize(("text", "expected"), MARKDOWN.values(), ids=MARKDOWN)
def test_what_is_internal_is_out_of_markdown(text: str, expected: list[str]) -> None:
    """With its heading, its subsections and its names; every other line keeps its number."""
    found = public_markdown(text)
    assert left(found) == expected
    assert found.count("\n") == text.count("\n")


@pytest.mark.parametrize("text", SHOWN)
def test_what_is_public_stays(text: str) -> None:
    """Also what only speaks of an audience."""
    assert public_markdown(text) == text


def test_front_matter_is_not_looked_at() -> None:
    """Its last line would make a heading of its others."""
    text = "---\nevent: audience\n---\n\n:::{decision} D\n:audience: internal\n:::\n"
    assert left(public_markdown(text, 3)) == ["---", "event: audience", "---"]


def test_directives_are_read_so_deep() -> None:
    """What is deeper is left to those who parse it."""
    text = ":::{decision} D\n:audience: internal\n:::\n"
    for colons in range(4, 16):
        text = f"{':' * colons}{{note}}\n{text}{':' * colons}\n"
    assert public_markdown(text) == text


RST = {
    "a section": (
        "T\n=\n\nS\n-\n\n.. audience:: internal\n\nx\n\nSub\n~~~\n\nx\n\nP\n-\n",
        ["T", "=", "P", "-"],
    ),
    "with overlines": (
        "===\n T\n===\n\nS\n-\n\n.. audience:: internal\n\nx\n\n===\n U\n===\n",
        ["===", " T", "===", "===", " U", "==="],
    ),
    "its names": ("a\n\n.. _x y:\n\nS\n-\n\n.. audience:: internal\n", ["a"]),
    "content alone": ("a\n\n.. audience:: internal\n\n   x\n\n   y\n\nb\n", ["a", "b"]),
    "a talk": ("T\n=\n\nS\n-\n\n.. talk::\n   :audience: internal\n\n   x\n\ny\n", ["T", "="]),
    "a decision": ("a\n\n.. decision:: D\n   :audience: internal\n\n   x\n\nb\n", ["a", "b"]),
    "by its whole name": (
        "a\n\n.. eventreport:action:: D\n   :by: A\n   :audience: internal\n\nb\n",
        ["a", "b"],
    ),
    "in a list": ("- a\n\n  .. audience:: internal\n\n     x\n\n- b\n", ["- a", "- b"]),
    "a page without headings": ("a\n\n.. audience:: internal\n\nx\n", []),
    "wide letters": (
        "S\n-\n\n.. audience:: internal\n\n広い\n---\n\n広い\n----\n\nb\n",
        ["広い", "----", "b"],
    ),
    "what is no heading": ("S\n-\n\n.. audience:: internal\n\nx\ny\n----\n\n- a\n---\n\nx y z\n--\n", []),
}


@pytest.mark.parametrize(("text", "expected"), RST.values(), ids=RST)
def test_what_is_internal_is_out_of_restructuredtext(text: str, expected: list[str]) -> None:
    """As of Markdown."""
    found = public_rst(text)
    assert left(found) == expected
    assert found.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "No word of it.\n",
        ".. note::\n   :audience: internal\n",
        ".. audience:: public\n\n   a\n",
        ".. decision:: D\n\n   :audience: internal\n",
        ".. decision:: The audience\n",
    ],
)
def test_what_is_public_stays_in_restructuredtext(text: str) -> None:
    """Options are above the first empty line."""
    assert public_rst(text) == text


def test_what_is_included_may_be_either() -> None:
    """Nobody says which markup it is."""
    text = ".. audience:: internal\n\n   x\n\n:::{audience} internal\nx\n:::\nb\n"
    assert left(public_text(text)) == ["b"]
