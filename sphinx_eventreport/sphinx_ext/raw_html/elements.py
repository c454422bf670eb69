"""The equivalents of elements of HTML, of those that are neither embeds nor made of several nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

INLINE: Mapping[str, type[nodes.TextElement]] = {
    "b": nodes.strong,
    "strong": nodes.strong,
    "i": nodes.emphasis,
    "em": nodes.emphasis,
    "cite": nodes.emphasis,
    "dfn": nodes.emphasis,
    "var": nodes.emphasis,
    "code": nodes.literal,
    "kbd": nodes.literal,
    "samp": nodes.literal,
    "tt": nodes.literal,
    "sub": nodes.subscript,
    "sup": nodes.superscript,
}
"""Elements in a line, and the node that says the same."""

PHRASES: Mapping[str, str] = {tag: tag for tag in "del s ins u mark small".split()} | {"strike": "s"}
"""Elements in a line that docutils has no node for, and the element that is written for them."""

PLAIN_INLINE = frozenset("span big font bdi bdo label nobr data output slot ruby rb rtc rbc".split())
"""Elements in a line of which nothing is made but what is in them."""

PLAIN_BLOCK = frozenset(
    "div section article header footer main aside nav search center address hgroup multicol "
    "html body figure figcaption object noscript caption template".split()
)
"""The same, of blocks."""

BLOCK = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li menu dir dl dt dd table tr td th blockquote pre listing xmp plaintext "
    "hr figure figcaption div section article header footer main aside nav search center address hgroup "
    "multicol form fieldset legend dialog marquee template".split()
)
"""Elements that no paragraph can hold: a browser ends it before them."""

SHOWN = frozenset("img image picture iframe object embed video audio".split())
"""Elements that show what is elsewhere: hidden, or too small to see, they only count readers."""

HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
"""Headings, and their levels."""

DROPPED_WHOLE = frozenset("script style head title meta link base param source track frame".split())
"""Elements whose content is not text of the page."""
