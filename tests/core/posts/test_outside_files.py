"""Directives and roles of posts that read files out of the site."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.posts.outside_files import FENCE, RST, OutsideFiles, show_outside_files


@pytest.mark.parametrize(
    "directive",
    [
        "```{include} ../key.txt\n```",
        "```{include} /../key.txt\n```",
        "```{include} <../../key.txt>\n```",
        "~~~{literalinclude} x/../../key.txt\n~~~",
        ":::{csv-table} T\n:file: ../key.txt\n:::",
        '```{csv-table}\n\n:file: "\\x2e./key.txt"\n```',
        "```{csv-table}\n---\nheader: a\nfile: ../key.txt\n---\n```",
        "```{csv-table}\n---\nfile: >-\n  ../key.txt\n---\n```",
        "```{raw} html\n:file: /key.txt\n```",
        "````{note}\n```{include} ../key.txt\n```\n````",
        "> - ```{include} ../key.txt\n>   ```",
        "```{csv-table}\n:file: /key.txt\n```",
    ],
)
def test_a_fence_that_reads_a_file_out_of_the_site_is_code(directive: str) -> None:
    """It shows the directive, with its options."""
    outside = OutsideFiles(("fog.md",))
    shown = outside.shown_in_markdown(directive)
    assert (RST.search(shown), FENCE.search(shown, shown.index("text")), len(outside.found)) == (
        None,
        None,
        1,
    )


@pytest.mark.parametrize(
    "directive",
    [
        ".. include:: ../key.txt",
        ".. include::\n   ../key.txt",
        "* .. literalinclude:: ../key.txt",
        ".. csv-table:: T\n   :file: ..\n     /key.txt",
        ".. raw:: html\n   :file: /key.txt",
        ".. |a| include:: ../key.txt",
    ],
)
def test_a_directive_that_reads_a_file_out_of_the_site_is_text(directive: str) -> None:
    """All its words stay."""
    outside = OutsideFiles(("fog.rst",))
    assert (outside.shown_in_rst(directive), len(outside.found)) == (directive.replace(".. ", "\\..", 1), 1)


def test_what_is_in_such_a_fence_can_be_read() -> None:
    """Its first line is the directive, as it was."""
    shown = OutsideFiles(("fog.md",)).shown_in_markdown("> - ```{include} ../a\n>   ```")
    assert shown == "> - ```text\n>   {include} ../a\n>   ```"


@pytest.mark.parametrize(
    "text",
    [
        "```{include} part.md\n```",
        "```{include} ../part.md\n```",
        "```{literalinclude} /code/a.py\n```",
        "```{eval-rst}\n.. include:: ../part.rst\n.. include:: <isonum.txt>\n```",
        ".. |a| replace:: *b*",
        "```{note} ../../a\n```",
        "```{csv-table} ..\n:header: a\n\na\n```",
        "Words",
    ],
)
def test_what_reads_a_file_of_the_site_stays(text: str) -> None:
    """Where the page is in a folder, ``..`` is still in the site."""
    outside = OutsideFiles(("posts/fog.md",))
    assert (outside.shown_in_markdown(text), outside.found) == (text, [])


def test_both_sites_are_looked_at() -> None:
    """A file may be in the one that the post is in, and out of the one it goes to."""
    outside = OutsideFiles(("posts/fog.md", "fog.md"))
    assert "{include} ../a" in outside.shown_in_markdown("```{include} ../a\n```").split("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A {download}`key <../key.txt>`", r"A \{download}`key <../key.txt>`"),
        ("A {download}`../key.txt`", r"A \{download}`../key.txt`"),
        ("A {download}`a <../a.txt>` b", "A {download}`a <../a.txt>` b"),
    ],
)
def test_a_role_that_takes_a_file_out_of_the_site_is_text(text: str, expected: str) -> None:
    """What it names in the site stays a download."""
    place = "fog.md" if "key" in text else "posts/fog.md"
    assert OutsideFiles((place,)).shown_in_markdown(text) == expected


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("jekyll", "a\n\n```{include} ../key\n```\nb", ("a\n```text\n{include} ../key\n```\nb", [3])),
        ("native", "a\n\n```{include} ../key\n```", ("a\n\n```{include} ../key\n```", [])),
        ("ablog", "{download}`../key`", ("{download}`../key`", [])),
    ],
)
def test_posts_of_other_generators_read_nothing_outside(
    dialect: str, text: str, expected: tuple[str, list[int]]
) -> None:
    """Sphinx's own pages may; every line keeps its number."""
    shown, problems = show_outside_files(text, dialect, "fog", is_rst=False)
    assert (shown, [problem.line for problem in problems]) == expected


def test_a_post_in_restructuredtext_reads_nothing_outside() -> None:
    """Its directive is words."""
    shown, [problem] = show_outside_files("\n.. include:: ../key", "nikola", "fog", is_rst=True)
    assert (shown, problem.line) == ("\n\\..include:: ../key", 2)
