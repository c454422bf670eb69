"""The body of a report -> the same body with directives in place of raw HTML that embeds something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from sphinx_eventreport.core.body import read_body
from sphinx_eventreport.core.embeds import find_embed, is_embed_helper
from sphinx_eventreport.core.html import TreeBuilder
from sphinx_eventreport.core.media import deck_record, media_of_embed, recording_record
from sphinx_eventreport.core.records import Deck
from sphinx_eventreport.core.shortcodes import expand_shortcodes
from sphinx_eventreport.importing.options import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.records import Recording

_MARKDOWN = MarkdownIt("commonmark").enable("table").disable("inline")


def with_directives(text: str, dialect: str) -> tuple[str, tuple[str, ...]]:
    """Return *text*, a body, with ``{deck}`` and ``{recording}``, and the addresses of HTML that stays.

    A block of HTML becomes directives if it embeds something and says nothing else, and if the
    directives mean the very same. Shortcodes of *dialect* that mean something become what they mean.
    Everything else stays, byte for byte.
    """
    expanded, _problems = expand_shortcodes(text, dialect)
    lines = expanded.split("\n")
    for start, end in reversed(list(_html_blocks(expanded))):
        directives = _directives("\n".join(lines[start:end]))
        if directives:
            lines[start:end] = directives
    turned = "\n".join(lines)
    if _media(turned) != _media(expanded):
        turned = expanded
    written = set(_media(turned.replace("<", "&lt;")))
    return turned, tuple(item.source for item in _media(turned) if item not in written)


def directive(media: Deck | Recording) -> list[str] | None:
    """Return the lines of the directive that means *media*; ``None`` if none does."""
    is_deck = isinstance(media, Deck)
    plain = (deck_record if is_deck else recording_record)(media.source)[0]
    if plain is None:
        return None
    options = {"label": media.label, "title": media.title}
    if media.ratio != plain.ratio:
        options["ratio"] = "{}:{}".format(*media.ratio)
    if isinstance(media, Deck) and isinstance(plain, Deck) and media.page != plain.page:
        options["page"] = str(media.page)
    written = [f":{name}: {quoted(value)}" for name, value in options.items() if value]
    lines = [f"```{{{'deck' if is_deck else 'recording'}}} {media.source}", *written, "```"]
    return lines if _media("\n".join(lines)) == [media] else None


def _html_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first line from 0, and the one after, of each block of HTML that is whole."""
    lines = text.split("\n")
    is_open = False
    for token in _MARKDOWN.parse(text):
        if token.level or token.map is None or token.type not in {"html_block", "paragraph_open"}:
            continue
        start, end = token.map
        while end > start and not lines[end - 1].strip():
            end -= 1
        block = "\n".join(lines[start:end])
        if "<" not in block:
            continue
        _children, problems = _parsed(block)
        # What is opened in one block and closed in another wraps what is between.
        if problems:
            is_open = not is_open
        elif not is_open:
            yield start, end


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


def _media(text: str) -> list[Deck | Recording]:
    found: list[Deck | Recording] = []
    for section in read_body(text).sections:
        found += section.decks
        found += section.recordings
    return found
