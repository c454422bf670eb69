"""The body of a report -> the same body with directives in place of raw HTML that embeds something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from sphinx_eventreport.core.body import read_body
from sphinx_eventreport.core.directive_text import read_directive
from sphinx_eventreport.core.embeds import find_embed, is_embed_helper
from sphinx_eventreport.core.html import TreeBuilder
from sphinx_eventreport.core.media import deck_record, media_of_embed, recording_record
from sphinx_eventreport.core.quiet_text import without_quiet_text
from sphinx_eventreport.core.records import Deck
from sphinx_eventreport.importing.options import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.records import Recording

_MARKDOWN = MarkdownIt("commonmark").enable("table").disable("inline")
_MAY_EMBED = re.compile(
    r"<(?:iframe|object|embed|video|script|lite|react|youtube|vimeo)|data-notist|presentation-embed-",
    re.IGNORECASE,
)
# What may stand before the first line of a block in a list.
_MARKER = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*")


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of HTML on the lines from ``start`` to before ``end``; ``prefix`` stands before the first."""

    start: int
    end: int
    html: str
    prefix: str


def with_directives(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text*, MyST, with ``{deck}`` and ``{recording}``, and the addresses of HTML that stays.

    A block of HTML becomes directives if it embeds something and says nothing else, and if the
    directives mean the very same. Everything else stays, byte for byte.
    """
    if "<" not in text:
        return text, ()
    lines = text.split("\n")
    for block in reversed(list(_html_blocks(text, lines))):
        directives = _directives(block.html)
        if directives:
            indent = " " * len(block.prefix)
            indented = [
                (block.prefix if not number else indent) + line for number, line in enumerate(directives)
            ]
            lines[block.start : block.end] = indented
    turned = "\n".join(lines)
    return turned, _left(turned) if _MAY_EMBED.search(turned) else ()


def directive(media: Deck | Recording) -> list[str] | None:
    """Return the lines of the directive that means *media*; ``None`` if none does."""
    is_deck = isinstance(media, Deck)
    record = deck_record if is_deck else recording_record
    plain = record(media.source)[0]
    if plain is None:
        return None
    options = {"label": media.label, "title": media.title}
    if media.ratio != plain.ratio:
        options["ratio"] = "{}:{}".format(*media.ratio)
    if isinstance(media, Deck) and isinstance(plain, Deck) and media.page != plain.page:
        options["page"] = str(media.page)
    written = [f":{name}: {quoted(value)}" for name, value in options.items() if value]
    info = f"{{{'deck' if is_deck else 'recording'}}} {media.source}"
    again = read_directive(info, "\n".join(written), 1)
    if again is None or "`" in info or "\n" in info or record(again.argument, again.texts())[0] != media:
        return None
    return [f"```{info}", *written, "```"]


def _html_blocks(text: str, lines: list[str]) -> Iterator[_Block]:
    """Yield each block of HTML that is whole, and stands by itself or in a list."""
    is_open = False
    for token in _MARKDOWN.parse(without_quiet_text(text)):
        if token.map is None or token.type not in {"html_block", "paragraph_open"}:
            continue
        start, end = token.map
        while end > start and not lines[end - 1].strip():
            end -= 1
        marker = _MARKER.match(lines[start]) if token.level else None
        prefix = marker[0] if marker else ""
        html = "\n".join([lines[start][len(prefix) :], *lines[start + 1 : end]])
        if "<" not in html:
            continue
        _children, problems = _parsed(html)
        # What is opened in one block and closed in another wraps what is between.
        if problems:
            is_open = not is_open
        elif not is_open:
            yield _Block(start, end, html, prefix)


def _directives(block: str) -> list[str]:
    """Return the lines of directives for *block*; none if it is more or other than embeds."""
    lines: list[str] = []
    if "<!--" in block:
        return []
    for child in _parsed(block)[0]:
        if isinstance(child, str):
            if child.strip():
                return []
            continue
        embed = find_embed(child)
        found = directive(media_of_embed(embed)) if embed else None
        if found:
            lines += found
        elif not is_embed_helper(child):
            return []
    return lines


def _parsed(block: str) -> tuple[list[Any], tuple[object, ...]]:
    tree: TreeBuilder[object] = TreeBuilder()
    tree.feed(block, 1)
    return tree.close()


def _left(text: str) -> tuple[str, ...]:
    """Return the sources of what *text* embeds by HTML."""
    written = set(_media(text.replace("<", "&lt;")))
    return tuple(item.source for item in _media(text) if item not in written)


def _media(text: str) -> list[Deck | Recording]:
    found: list[Deck | Recording] = []
    for section in read_body(text).sections:
        found += section.decks
        found += section.recordings
    return found
