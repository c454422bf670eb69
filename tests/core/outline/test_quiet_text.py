from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sphinx_eventreport.core.outline.quiet_text import without_quiet_text

PARSER = MarkdownIt("commonmark").enable("table")
LINES = st.sampled_from(
    """


Plain words.
* [a](b) item
* item
- item
1. item
  more
    code
# Title
Title
=====
---
***
> quote
```
~~~
<div>
</div>
a <b>c</b>
<!--
-->
| a | b |
[a]: b
```{talk}
* * *
+ x
é
<script>
</script>
\tcode""".split("\n")
)


def shape(text: str) -> list[tuple[str, int, str]]:
    """Return the blocks of *text* that an outline needs: where they begin and what they say."""
    needed = {"heading_open", "html_block", "fence"}
    return [
        (token.type, token.map[0] if token.map else 0, token.info)
        for token in PARSER.parse(text)
        if token.type in needed
    ]


@given(st.lists(LINES, max_size=25))
def test_the_outline_stays(lines: list[str]) -> None:
    """Headings, HTML and fences stand where they stood."""
    text = "\n".join(lines)
    assert shape(without_quiet_text(text)) == shape(text)


@given(st.lists(LINES, max_size=25))
def test_lines_keep_their_numbers(lines: list[str]) -> None:
    """There are as many lines as before."""
    text = "\n".join(lines)
    assert without_quiet_text(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n\nMany words.\n\nMore words.\n\n# A", "\n\nx\n\n\n\n# A"),
        ("\n\n* one\n* two\n\n", "\n\n* x\n\n\n"),
        ("\n\nA <b>word</b>.\n\n", "\n\nA <b>word</b>.\n\n"),
        ("\n\nA title\n===\n\n", "\n\nA title\n===\n\n"),
        (
            "```{talk}\n---\nroom: 3\n\ntrack: x\n\n---\n```\n",
            "```{talk}\n---\nroom: 3\n\ntrack: x\n\n---\n```\n",
        ),
    ],
)
def test_what_is_quiet(text: str, expected: str) -> None:
    """Paragraphs and lists without marks are one word; all else stays."""
    assert without_quiet_text(text) == expected
