from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

from sphinx_eventreport.core.outline.tokens import outline_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable("table").use(colon_fence_plugin).use(myst_block_plugin)
PLAIN = """


Plain words.
More of them, [with a link](b).
**Strong** words
2016 was good
* [a](b) item
* item
- item <b>bold</b>
1. item
# Title
## A *title*, with `code`
### Closed ###
#Not a title
# Title with <b>HTML</b>
Title
=====
---
***
> quote
<div>
</div>
<iframe src="a.pdf"></iframe>
a <b>c</b> d
a <b c="d > e">f</b>
a < b and <3
<img src="a.png" />
<b>bold</b> begins
<br>
<https://example.org>
[a](<b c>) <i>
a `<b>` c
a \\<b>
| a | b |
* * *
+ x
+++
% comment
(target)=
é <em>x</em>""".split("\n")
REACHES_FURTHER = """
```
~~~
<!--
-->
[a]: b
```{talk}
:::{note}
<script>
</script>
\tcode
    code
  more""".split("\n")


def needed(tokens: Iterable[Token]) -> list[tuple[str, object, str]]:
    """Return what an outline needs: headings, HTML and fences, with their lines and what they say."""
    found: list[tuple[str, object, str]] = []
    before = ""
    for token in tokens:
        line = token.map[0] if token.map else None
        if token.type in {"heading_open", "fence", "colon_fence", "html_block"}:
            # In code and comments, prose that says nothing is left out.
            content = token.content.partition("\n")[0] if token.type == "html_block" else ""
            found.append((token.type + token.tag, line, token.info + content))
        elif token.type == "inline":
            inner = token.children or []
            text = "".join(child.content for child in inner if child.type in {"text", "code_inline"})
            found += [("title", line, text)] if before == "heading_open" else []
            found += tags(inner, line or 0)
        before = token.type
    return found


def tags(inner: list[Token], line: int) -> list[tuple[str, object, str]]:
    """Return the tags in a paragraph that begins at *line*, with their lines."""
    found: list[tuple[str, object, str]] = []
    for token in inner:
        found += [("tag", line, token.content)] if token.type == "html_inline" else []
        line += token.content.count("\n") + (token.type in {"softbreak", "hardbreak"})
    return found


@given(st.lists(st.sampled_from(PLAIN), max_size=25) | st.lists(st.sampled_from(PLAIN + REACHES_FURTHER)))
def test_they_are_what_markdown_has(lines: list[str]) -> None:
    """Headings with their texts, HTML and fences are where a parser of Markdown finds them."""
    text = "\n".join(lines)
    assert needed(outline_tokens(text)) == needed(PARSER.parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "Words.\n\nMore words.\n\n- an item\n- another\n",
        "# Title\n\n2016 was [good](x).\n",
        '## Title\n\n<div class="a">\n<iframe src="b.pdf"></iframe>\n</div>\n\nWords.\n',
        '<img src="a.png" />\n\nWords in <b>bold</b>.\n',
    ],
)
def test_plain_text_is_not_parsed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Most posts are nothing else."""
    monkeypatch.delattr("sphinx_eventreport.core.outline.tokens._MARKDOWN")
    assert outline_tokens(text)


def test_html_in_a_footnote_is_html() -> None:
    """What stands behind its mark is no address."""
    text = '# Title\n\n[^one]: <div id="a">\nWords.\n</div>\n'
    tags = [token.content.strip() for token in outline_tokens(text) if token.type == "html_block"]
    assert tags == ['<div id="a">', "</div>"]


def test_prose_between_tags_is_told_once() -> None:
    """It makes a wrapper around an embed none, however long it is."""
    tokens = outline_tokens("<div>\n\nWords.\n\nMore words.\n\n</div>\n")
    assert [token.type for token in tokens] == ["html_block", "inline", "html_block"]
