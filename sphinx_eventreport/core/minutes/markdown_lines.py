"""MyST Markdown -> the lines that the readers of minutes look at.

Only what stands in the text itself counts: no code, no quotations, nothing in a directive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

from sphinx_eventreport.core.minutes.lines import Lines, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_eventreport.core.minutes.lines import Line

_MARKDOWN = MarkdownIt("commonmark").enable("table").use(colon_fence_plugin).use(myst_block_plugin)
_LISTS = frozenset({"bullet_list", "ordered_list"})
_BREAKS = frozenset({"softbreak", "hardbreak"})


def markdown_lines(text: str, first_line: int = 1, *, has_title: bool = False) -> Sequence[Line]:
    """Return the lines of *text*, MyST that begins at *first_line* of its file.

    *has_title* says that the page has a title above it; else its first heading is the title.
    """
    lines, around = Lines(), [0]
    is_title = not has_title
    for node in SyntaxTreeNode(_MARKDOWN.parse(text)).children:
        number = first_line + (node.map[0] if node.map else 0)
        if node.type == "heading":
            level = int(node.tag[1])
            while around[-1] >= level:
                around.pop()
            around += [] if is_title else [level]
            lines.add_heading(_joined(node), len(around), number)
            is_title = False
        elif node.type == "paragraph":
            lines.add_paragraph(_words(node), number)
        elif node.type in _LISTS:
            lines.begin_block()
            _add_items(lines, node, first_line, 1)
        elif node.type == "table":
            _add_rows(lines, node, number)
    return lines.found


def _add_items(lines: Lines, node: SyntaxTreeNode, first_line: int, level: int) -> None:
    for item in node.children:
        for number, child in enumerate(item.children):
            if child.type == "paragraph" and not number:
                lines.add_item(_words(child), level, first_line + (child.map[0] if child.map else 0))
            elif child.type in _LISTS:
                _add_items(lines, child, first_line, level + 1)


def _add_rows(lines: Lines, table: SyntaxTreeNode, number: int) -> None:
    rows = [[_joined(cell) for cell in row.children] for part in table.children for row in part.children]
    lines.add_table(rows, number)


def _joined(node: SyntaxTreeNode) -> str:
    return " ".join(words.text for words in _words(node))


def _words(node: SyntaxTreeNode) -> list[Words]:
    """Return the lines of the text in *node*."""
    found = [Words()]
    for child in node.children:
        for part in child.children:
            if part.type in _BREAKS:
                found.append(Words())
                continue
            text = "".join(_texts(part))
            is_lead = part.type in {"strong", "em"} and not found[-1].text.strip()
            found[-1] = Words(
                found[-1].text + text,
                text.strip() if is_lead else found[-1].lead,
                found[-1].is_escaped or (not found[-1].text and _is_prose(part.type, text)),
            )
    return found


def _is_prose(kind: str, text: str) -> bool:
    """Return whether a line that begins with *text* is prose: it has a backslash, or is code."""
    return kind == "code_inline" or text.startswith("\\")


def _texts(node: SyntaxTreeNode) -> Iterator[str]:
    if node.type in _BREAKS:
        yield " "
    elif not node.children:
        yield node.content if node.type in {"text", "code_inline", "image"} else ""
    for child in node.children:
        yield from _texts(child)
