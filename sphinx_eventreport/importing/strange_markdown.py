"""Markdown that somebody sent in -> Markdown that says the same words and does nothing else.

Abstracts of a conference come from whoever sends one in. MyST-Parser would read more in them than
their Markdown means: directives that include files, roles, formulas, targets. So they are parsed, and only
what prose is made of is written again; every other sign stands for itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.importing.prose import filled, literal, markdown, opened, plain_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_LANGUAGE = lazy_regex(r"[A-Za-z][\w+#-]{0,29}")
_ADDRESS = lazy_regex(r"(?:https?://|mailto:)[^\s<>\\]+")
_TICKS = lazy_regex("`+")
_BREAK = lazy_regex(r"<br\s*/?>", re.IGNORECASE)
_NEW_LINE = "\\\n"
_STRONG = "strong"
_LINK = "link"
_NOWHERE: frozenset[str] = frozenset()


def as_prose(text: str | None) -> str:
    """Return *text*, Markdown, as blocks of MyST with blank lines between them.

    A line that ends in a paragraph ends on the page, as in pretalx. Headings become bold lines, and pictures
    links.
    """
    return _blocks(SyntaxTreeNode(_PARSER.parse(text or "")).children)


def fence_around(text: str) -> str:
    """Return a fence of backticks that is longer than any in *text*."""
    return "`" * max([3, *(len(ticks) + 1 for ticks in _TICKS.findall(text))])


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> str:
    return "\n\n".join(filter(None, map(_block, nodes)))


def _block(node: SyntaxTreeNode) -> str:
    write = _BLOCKS.get(node.type)
    return write(node) if write else _blocks(node.children)


def _paragraph(node: SyntaxTreeNode) -> str:
    return _lines(_inline(node.children))


def _heading(node: SyntaxTreeNode) -> str:
    words = _inline(node.children, within=frozenset({_STRONG})).replace(_NEW_LINE, " ").strip()
    return f"**{words}**" if words else ""


def _quotation(node: SyntaxTreeNode) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _blocks(node.children).split("\n"))


def _code(node: SyntaxTreeNode) -> str:
    word = node.info.split()[0] if node.info.strip() else ""
    fence = fence_around(node.content)
    return "\n".join([fence + (word if _LANGUAGE.fullmatch(word) else ""), node.content.rstrip("\n"), fence])


def _list(node: SyntaxTreeNode) -> str:
    first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    items = []
    for number, item in enumerate(node.children):
        marker = "- " if first is None else f"{first + number}. "
        lines = _blocks(item.children).split("\n")
        items.append(
            "\n".join([marker + lines[0], *((" " * len(marker) + line).rstrip() for line in lines[1:])])
        )
    return "\n\n".join(items)


def _table(node: SyntaxTreeNode) -> str:
    rows = [[_cell(cell) for cell in row.children] for part in node.children for row in part.children]
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(node: SyntaxTreeNode) -> str:
    return _inline(node.children).replace(_NEW_LINE, " ").replace("\n", " ")


_BLOCKS: Mapping[str, Callable[[SyntaxTreeNode], str]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "blockquote": _quotation,
    "fence": _code,
    "code_block": _code,
    "bullet_list": _list,
    "ordered_list": _list,
    "table": _table,
    "html_block": lambda node: markdown(node.content),
    # There is none within a directive.
    "hr": lambda _node: "",
}


def _lines(text: str) -> str:
    """Return *text* so that none of its lines opens a block."""
    lines = [opened(line.strip()) for line in text.split(_NEW_LINE)]
    return _NEW_LINE.join(filled(line) for line in lines if line)


def _inline(nodes: Iterable[SyntaxTreeNode], within: frozenset[str] = _NOWHERE) -> str:
    """Return *nodes* as lines that say where they end; *within* is what they are in."""
    return "".join(_span(node, within) for node in nodes)


def _span(node: SyntaxTreeNode, within: frozenset[str]) -> str:
    kind = "hardbreak" if node.type == "html_inline" and _BREAK.fullmatch(node.content) else node.type
    if kind == "text":
        return plain_part(node.content) if _LINK in within else literal(node.content)
    if kind == "code_inline":
        return _code_span(node.content)
    if kind in {"softbreak", "hardbreak"}:
        return _NEW_LINE
    if kind == "image":
        return _link(plain_part(node.content), str(node.attrs.get("src", "")), within)
    inner = _inline(node.children, within | {kind})
    if kind == _LINK:
        return _link(inner, str(node.attrs.get("href", "")), within)
    # A bold word in a bold line has no other mark than the line.
    begin, end = _MARKS.get(kind, ("", "")) if kind not in within else ("", "")
    return f"{begin}{inner}{end}" if inner.strip() else inner


_MARKS: Mapping[str, tuple[str, str]] = {
    "em": ("*", "*"),
    _STRONG: ("**", "**"),
    # MyST-Parser knows no ~~ unless a site says so.
    "s": ("<del>", "</del>"),
}


def _code_span(content: str) -> str:
    ticks = "`" * (1 + max(map(len, _TICKS.findall(content)), default=0))
    space = " " if content.startswith("`") or content.endswith("`") else ""
    return f"{ticks}{space}{content}{space}{ticks}"


def _link(text: str, address: str, within: frozenset[str]) -> str:
    """Return a link, or the *text* alone where *address* is not one of the web or of mail."""
    if _LINK in within or not _ADDRESS.fullmatch(address):
        return text
    return f"[{text}](<{address}>)" if text.strip() else f"<{address}>"
