"""Descriptions of events and talks -> Markdown that is nothing but prose.

They are reStructuredText, plain text or scraps of HTML, often broken, and nothing tells which. So no
parser of either is asked: paragraphs, lists, code, links and addresses are kept, and every other sign
that Markdown would read is made plain.
"""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    import re

_PLAIN = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#&|$%~^=@"})
_TAG = lazy_regex(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_ITEM = lazy_regex(r"(?:[-*+•]|#\.|\d{1,3}[.)])\s+(?=\S)")
_ADDRESS = lazy_regex(r"https?://[^\s<>\"'`|\\^{}\[\]()]+[^\s<>\"'`|\\^{}\[\]().,;:!?*_]")
_KEPT = lazy_regex(
    r"``(?P<code>[^`\n]+)``"
    r"|`(?P<text>[^`<>\n]+?)\s*<(?P<target>https?://[^\s<>]+)>`__?"
    rf"|(?P<address>{_ADDRESS.pattern})"
)
_ROLE = lazy_regex(r":[a-z:]+:`([^`<>]+?)(?:\s*<[^<>]*>)?`")
_DIRECTIVE = lazy_regex(r"\.\.\s+(?:[\w-]+::.*|_[^:]*:.*)|:[a-z]+:(?:\s.*)?")
# Less than 80, for lists are indented.
_WIDTH = 76
# What opens a block at the start of a paragraph.
_OPENS = lazy_regex(r"^([-+:])|^(\d{1,9})(?=[.)])")


def markdown(text: str | None) -> str:
    """Return *text* as Markdown: paragraphs and lists with blank lines between them."""
    lines = unescape(_TAG.sub(" ", text or "")).replace("\t", " ").splitlines()
    return "\n\n".join(filter(None, map(_block, _paragraphs(lines))))


def inline(text: str) -> str:
    """Return *text* as one line of Markdown."""
    line = " ".join(text.split())
    parts, end = [], 0
    for match in _KEPT.finditer(line):
        parts += [line[end : match.start()].translate(_PLAIN), _kept(match)]
        end = match.end()
    parts.append(line[end:].translate(_PLAIN))
    return opened("".join(parts))


def plain(text: str) -> str:
    """Return *text* as one line of Markdown in which every sign stands for itself."""
    return opened(" ".join(text.split()).translate(_PLAIN))


def plain_part(text: str) -> str:
    """Return *text*, a part of a line, as Markdown in which every sign stands for itself."""
    return text.translate(_PLAIN)


def literal(text: str) -> str:
    """Return *text*, a part of a line, as Markdown in which only web addresses are more than text."""
    parts, end = [], 0
    for match in _ADDRESS.finditer(text):
        parts += [plain_part(text[end : match.start()]), f"<{match[0]}>"]
        end = match.end()
    return "".join([*parts, plain_part(text[end:])])


def opened(line: str) -> str:
    """Return *line* so that it opens no list, and no block of any other kind."""
    return _OPENS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\", line)


def filled(paragraph: str) -> str:
    """Return *paragraph*, one line of Markdown, on lines that an editor of 80 columns shows whole.

    No word begins a line that would open a block there.
    """
    # Three of them at the start of a line are a fence if those that end it are on another.
    if "```" in paragraph or "  " in paragraph:
        return paragraph
    lines = [""]
    for word in paragraph.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _WIDTH and not _OPENS.match(word):
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def _kept(match: re.Match[str]) -> str:
    if match["code"]:
        return f"`{match['code']}`"
    if match["text"]:
        return f"[{match['text'].translate(_PLAIN)}](<{match['target']}>)"
    return f"<{match['address']}>"


def _paragraphs(lines: list[str]) -> list[list[str]]:
    """Return runs of lines; a line without a letter is a gap, an item of a list begins a run of its own."""
    runs: list[list[str]] = [[]]
    for line in map(str.strip, lines):
        if not any(char.isalnum() for char in line) or _DIRECTIVE.fullmatch(line):
            runs.append([])
        elif _ITEM.match(line):
            runs.append([line])
        else:
            runs[-1].append(line)
    return [run for run in runs if run]


def _block(lines: list[str]) -> str:
    text = _ROLE.sub(r"\1", " ".join(lines))
    item = _ITEM.match(text)
    if not item:
        return filled(inline(text))
    return "- " + filled(inline(text[item.end() :])).replace("\n", "\n  ")
