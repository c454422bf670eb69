"""Markdown of strangers says the same on the page, and does nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from sphinx_eventreport.importing.strange_markdown import as_prose, fence_around

MYST = create_md_parser(
    MdParserConfig(
        enable_extensions={
            "amsmath",
            "attrs_block",
            "attrs_inline",
            "colon_fence",
            "dollarmath",
            "substitution",
        }
    ),
    RendererHTML,
)
PLAIN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TOKENS_OF_PROSE = frozenset(
    "blockquote bullet_list code_inline em fence hardbreak html_inline inline link list_item ordered_list "
    "paragraph root softbreak strong table tbody td text th thead tr".split()
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("One *two* **three**", "One *two* **three**"),
        ("one\ntwo", "one\\\ntwo"),
        ("## A **b**", "**A b**"),
        ("- one\n- two\n  - three", "- one\n\n- two\n\n  - three"),
        ("3. one\n4. two", "3. one\n\n4. two"),
        ("> one\n>\n> two", "> one\n>\n> two"),
        ("[one](https://a.example.org/x)", "[one](<https://a.example.org/x>)"),
        ("[one](/talk/x)", "one"),
        ("[one](javascript:alert)", "\\[one\\](javascript:alert)"),
        ("![one](https://a.example.org/x.png)", "[one](<https://a.example.org/x.png>)"),
        ("see https://a.example.org/x.", "see <https://a.example.org/x>."),
        ("~~no~~ <b>yes</b><br>then", "<del>no</del> yes\\\nthen"),
        ("<ul><li>one</li></ul>", "one"),
        ("```python title=x\na\n```", "```python\na\n```"),
        ("```{include} /etc/hostname\n```", "```\n\n```"),
        ("````\n```\n````", "````\n```\n````"),
        ("{doc}`index`", "\\{doc\\}`index`"),
        ("| a | b |\n| - | - |\n| `c` | d |", "| a | b |\n| --- | --- |\n| `c` | d |"),
        ("---\n\n: one", "\\: one"),
        ("", ""),
    ],
)
def test_what_is_prose_stays(written: str, expected: str) -> None:
    """Whatever else a stranger wrote is text."""
    assert as_prose(written) == expected


def test_a_fence_is_longer_than_those_within() -> None:
    """So that they do not end it."""
    assert (fence_around("a"), fence_around("x ```` y")) == ("```", "`````")


ODD = st.text(alphabet="ab *_`[]()<>#&|-+1.:!~\\\n${}%^=@\"'/", max_size=60)


def words(markdown: str) -> str:
    """Return the letters and digits that *markdown* shows."""
    tokens = [child for token in PLAIN.parse(markdown) for child in (token.children or [token])]
    shown = "".join(
        token.content for token in tokens if token.type in {"text", "code_inline", "fence", "code_block"}
    )
    return "".join(char for char in shown if char.isalnum())


@given(ODD)
def test_myst_reads_nothing_but_prose(text: str) -> None:
    """No directive, role, formula, target, comment or substitution, with all that a site may enable."""
    found = {node.type for node in SyntaxTreeNode(MYST.parse(as_prose(text))).walk()}
    assert found <= TOKENS_OF_PROSE


@given(ODD.filter(lambda text: "<" not in text and "](" not in text and "]:" not in text))
def test_no_word_is_lost(text: str) -> None:
    """But for what is in tags, and the addresses of links."""
    assert words(as_prose(text)) == words(text)
