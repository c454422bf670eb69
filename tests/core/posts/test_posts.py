from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.dialects import DIALECTS
from sphinx_eventreport.core.frontmatter import read_front_matter, read_rst
from sphinx_eventreport.core.posts import adapt_body, without_metadata
from sphinx_eventreport.core.reports import front_matter_in, read_page_body
from sphinx_eventreport.core.schema import read_report_fields

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "posts.yml").read_text("utf-8"))
# What opens something, in any dialect, and what is around it.
PIECES = st.lists(
    st.sampled_from(
        [
            "{:",
            "{.",
            "}",
            "](a)",
            "![",
            "`",
            ":::",
            " {.callout-note}",
            ":::info[T]",
            "!!! note",
            "\n",
            "\n\n",
            "    ",
            "# ",
            "### ",
            "---",
            "===",
            "<!--more-->",
            "<div markdown>",
            "</div>",
            "```{r}",
            "{{ page.title }}",
            *(
                "\n[TOC]\n",
                "* TOC\n{:toc}\n",
                "> [!NOTE]\n> ",
                ":::spoiler ",
                '???+ tip "T"\n    ',
                "==",
                "++",
                "^[",
            ),
            *("###### tags: ", "[name=", "]", ":tada:", "\n/// note | T\n", "\n///\n", "{::comment}", "{:/}"),
            *(
                "\n::: {.callout-tip}\n## ",
                "#| echo: true\n",
                '```js title="a"\n',
                "<Tabs>",
                '<TabItem label="l">\n',
            ),
            *("\nexport const a = {\n", "{a}", "{'b'}", "```{python}\n", "```\n"),
            *(
                "\n: a",
                "\nb\n: ",
                "*[X]: y\n",
                "X",
                "$$",
                "\n$$\n",
                "$",
                "{++",
                "++}",
                "[ ] ",
                "- [x] ",
                "\n| a |\n",
            ),
        ]
    )
    | st.text(max_size=4),
    max_size=14,
).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_post_becomes_myst(case: dict[str, Any]) -> None:
    """The text, its tags, and the lines of problems are those of the case; F29 is a fence of 29 backticks."""
    expected = re.sub(r"F(\d\d)", lambda match: "`" * int(match[1]), case["expected"])
    above, page = case.get("above", True), {"title": "The Title", **case.get("page", {})}
    found = adapt_body(case["text"], case["dialect"], above=above, page=page)
    assert (found.text, found.excerpt) == (expected, case.get("excerpt", ""))
    assert list(found.tags) == case.get("tags", [])
    assert [problem.line for problem in found.problems] == case.get("problems", [])


@given(PIECES, st.sampled_from([dialect.name for dialect in DIALECTS]))
def test_every_line_keeps_its_number(text: str, dialect: str) -> None:
    """Whatever stands in it."""
    assert adapt_body(text, dialect, above=True).text.count("\n") == text.count("\n")


WORDS = [f"word{number}x" for number in range(9)]


@given(st.lists(PIECES, max_size=4), st.sampled_from([dialect.name for dialect in DIALECTS]))
def test_no_word_is_lost(pieces: list[str], dialect: str) -> None:
    """Each is in the text afterwards, or among the tags; attributes and names of boxes are not shown."""
    text = "".join(f"{word} {piece}" for word, piece in zip(WORDS, [*pieces, ""], strict=False))
    post = adapt_body(text, dialect, above=True)
    shown, prose = f"{post.text} {post.tags}", re.sub(r":::(?: |\{[^{}]*\})*\w+|\{[^{}]*\}", " ", text)
    assert [word for word in WORDS if word in prose and word not in shown] == []


def test_a_long_excerpt_is_cut_at_a_word() -> None:
    """A description is no page."""
    excerpt = adapt_body("word " * 200 + "\n<!--more-->\n", "hugo", above=True).excerpt
    assert excerpt.endswith("word ...")
    assert len(excerpt) <= 504


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "T\n=\n\n.. post:: 2013\n   :tags: a\n     b\n\n   c\n\n     d\n\ne",
            "T\n=\n\n\n\n\n\nc\n\n  d\n\ne",
        ),
        ("T\n===\n\n.. post:: 2013", "T\n===\n\n"),
        ("T\n===\n\n:date: 2013\n:tags: a\n    b\n:orphan:\n\nc", "T\n===\n\n\n\n\n:orphan:\n\nc"),
        ("T\n===\n\n:title: U\n:date: 2013\n\nc", "T\n===\n\n\n\n\nc"),
        ("T\n===\n\n:orphan:\n:date: 2013\n\nc", "T\n===\n\n:orphan:\n\n\nc"),
        ("T\n===\n\nText.", "T\n===\n\nText."),
    ],
)
def test_metadata_of_restructuredtext_is_taken_out(text: str, expected: str) -> None:
    """Line for line; what Sphinx reads stays."""
    assert without_metadata(text, read_rst(text), {"orphan"}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# T\n\n```{post} 2013\n:tags: a\nb\n```\nc", "# T\n\n\n\nb\n\nc"),
        ("```{post} 2013\n---\nauthor: A\n---\n```\nc", "\n\n\n\n\nc"),
        ("```{post} 2013\n---\nauthor: A", "\n---\nauthor: A"),
        ("```{post} 2013", ""),
        ("# T\n\nText.", "# T\n\nText."),
    ],
)
def test_a_fence_of_ablog_is_taken_out(text: str, expected: str) -> None:
    """Its content stays."""
    assert without_metadata(text, read_front_matter(text), ()) == expected


def test_options_of_a_fence_between_hyphens_are_read() -> None:
    """MyST takes both."""
    assert read_front_matter("```{post} 2013\n---\nauthor: A\n---\n```\n").mapping == {
        "date": "2013",
        "author": "A",
    }


@pytest.mark.parametrize(("keeps", "expected"), [(True, "```{post} 2020-06-05"), (False, "")])
def test_a_directive_of_ablog_stays_for_ablog(keeps: bool, expected: str) -> None:  # noqa: FBT001
    """Where that extension is there, it reads it itself."""
    text = "# Title\n\n```{post} 2020-06-05\n:tags: a\n```\n\nWords.\n"
    front = front_matter_in(text, "a.md")
    fields, _problems = read_report_fields(front, filename="a.md")
    page = read_page_body(text, front, fields, keeps_post=keeps)
    assert page.text.split("\n")[2] == expected
