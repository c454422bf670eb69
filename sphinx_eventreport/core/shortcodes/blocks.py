"""Shortcodes and tags around text -> Markdown that says the same: boxes, details, quotations, buttons.

The text between them stays, whatever it is; lines keep their number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.shortcodes.boxes import DETAILS, FENCE, KINDS, box, called
from sphinx_eventreport.core.shortcodes.links import target_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_eventreport.core.shortcodes.arguments import Arguments
    from sphinx_eventreport.core.shortcodes.layout import Place

_BOXES = frozenset(
    "alert admonition callout hint notice box infobox panel message note tip info warning danger "
    "important caution "
    "success error attention question example todo tldr abstract bug primary secondary remark "
    "seealso warn".split()
)
_DETAILS = frozenset(
    "details collapse collapsible expand expander spoiler accordion accordion-item accordion_item "
    "toggle fold "
    "foldable dropdown hidden expandable reveal".split()
)
_QUOTES = frozenset("quote blockquote pullquote epigraph quotation testimonial block-quote".split())
_LINKS = frozenset(
    "button btn button-link cta link linkcard link-card a external extlink staticref card".split()
)
_TABS = frozenset("tab tabitem tab-item content-tab tabs-item codetab code-tab".split())
_ASIDES = frozenset("sidenote footnote fn marginnote margin-note ref-note sidenotes".split())
_KEYS = frozenset({"kbd", "sub", "sup", "mark", "u", "ins", "del", "small", "abbr", "code-inline"})
# Shortcodes around text that show nothing themselves, in the themes of Hugo, Zola and Quarto.
_WRAPPERS = frozenset(
    "tabs tabpane tabgroup tab-group tabset content-tabs columns column col cols row grid grid-item "
    "flex div span "
    "section center centered align lead steps step cards card-group cardpane rawhtml raw html unsafe "
    "safehtml math "
    "katex mathjax latex md markdown markdownify gallery galleries figures fragment wrapper "
    "container block article "
    "hero left right small-text hl large big table bootstrap-table text timeline timeline-item list "
    "tree filetree "
    "file-tree badge label tag color colour highlight-text rtl ltr lang en nohighlight nolink p para "
    "paragraph "
    "responsive-table table-responsive scroll-table carousel slider swiper mosaic typeit lightbox-gallery "
    "speaker_note slide notes end nomarkdown feature feature-row summary excerpt update aside".split()
)
_TITLE_NAMES = ("title", "header", "heading", "summary", "label", "name", "caption", "question")
_KIND_NAMES = ("type", "kind", "level", "status", "style", "class", "color", "context", "variant", "severity")
_AUTHOR_NAMES = (
    "author",
    "by",
    "name",
    "who",
    "speaker",
    "attribution",
    "cite",
    "source",
    "title",
    "link",
    "url",
)
_QUOTED = lazy_regex("[\"'`]")
_SWITCHES = frozenset({"true", "false", "open", "closed", "on", "off", "yes", "no", "linenos", "newtab"})


@dataclass(frozen=True, slots=True)
class Held:
    """A pair of shortcodes, and what is between them."""

    name: str
    """The name of the first."""
    written: str
    """What comes after the name, as written."""
    arguments: Arguments
    """The same, read."""
    inner: str
    """What is between the two."""
    place: Place
    """Where the pair stands."""


def read_block(held: Held) -> str | None:
    """Return the Markdown of a pair; ``None`` if none of that name is known."""
    reader = _READERS.get(held.name)
    return reader(held) if reader else None


def read_box_alone(name: str, arguments: Arguments) -> str | None:
    """Return a box that holds nothing but its arguments, as a paragraph; "" if they say nothing."""
    if name not in _BOXES and name not in _DETAILS:
        return None
    said = arguments.called("text", "content", "message", "body", "description", "msg")
    kind, title = _kind_and_title(name, arguments)
    if said:
        return f"**{title or called(kind)}:** {' '.join(said.split())}"
    words = [word for word in arguments.positional if " " in word]
    return f"**{called(kind)}:** {' '.join(words)}" if words else ""


def _box(held: Held) -> str:
    kind, title = _kind_and_title(held.name, held.arguments)
    said = held.arguments.called("text", "content", "message")
    if held.place.is_block:
        return f"{FENCE}{box(kind, title or said)}{held.inner}{FENCE}"
    return _in_line(title or called(kind), f"{said} {held.inner}" if said else held.inner, held.place)


def _details(held: Held) -> str:
    words = _words(held.arguments)
    title = held.arguments.called(*_TITLE_NAMES, "text") or (words[0] if words else "")
    if held.place.is_block:
        return f"{FENCE}{box(DETAILS, title)}{held.inner}{FENCE}"
    return _in_line(title or "Details", held.inner, held.place)


def _in_line(title: str, inner: str, place: Place) -> str:
    """Return a box whose tags have no lines of their own: a quotation if nothing is beside it."""
    text = f"**{title}:** {inner.strip()}"
    if place.is_alone and not place.goes_on:
        return _quoted(text) + "\n" * (inner.count("\n") - text.count("\n"))
    return f"**{title}:** {inner.lstrip(' ')}" if "\n" not in inner else f"**{title}:** {inner}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _quote(held: Held) -> str:
    names = (held.arguments.called(name) for name in _AUTHOR_NAMES)
    credit = ", ".join(dict.fromkeys(filter(None, (*names, *held.arguments.positional))))
    if not held.arguments.named and not _QUOTED.search(held.written):
        # Octopress and Hexo take a name as it is written: "Ann Lee, A Book".
        credit = held.written.strip()
    if held.place.is_block:
        first, *lines, last = held.inner.split("\n")
        quoted = [f"> {line}".rstrip() for line in lines]
        return "\n".join([first, *quoted, f"> — {credit}" if credit else last])
    said = held.inner.strip() + (f" — {credit}" if credit else "")
    is_alone = held.place.is_alone and not held.place.goes_on
    text = _quoted(said) if is_alone else said
    return text + "\n" * (held.inner.count("\n") - text.count("\n"))


def _link(held: Held) -> str:
    target = target_of(held.arguments) or next(iter(held.arguments.positional), "")
    text = held.inner.strip() or text_of(held.arguments)
    if not target or "\n\n" in text or re.search(r"^[ \t]*(?:[-*+#>`~:|<]|\d+[.)])", text, re.MULTILINE):
        title = text_of(held.arguments)
        opening = f"[{title or target}](<{target}>)" if target else title
        return f"{opening}{held.inner}"
    lines = held.inner.count("\n") - text.count("\n")
    return f"[{text or target}](<{target}>)" + "\n" * max(lines, 0)


def _tab(held: Held) -> str:
    words = _words(held.arguments)
    # Behind the name of the set, as plugins of Jekyll have it: {% tab systems Linux %}.
    has_set = len(words) > 1 and '"' not in held.written and "'" not in held.written
    title = held.arguments.called(*_TITLE_NAMES, "tabname", "value") or next(iter(words[has_set:]), "")
    return (f"**{title}**" if title else "") + held.inner


def _wrapper(held: Held) -> str:
    """Return what a wrapper holds, below what its arguments say to readers."""
    title = held.arguments.called("title", "header", "heading", "summary", "caption", "text")
    said = f"**{title}**" if title else ""
    if title and not held.inner[:1].isspace():
        said += " "
    return said + held.inner


def _aside(held: Held) -> str:
    inner = held.inner.strip()
    return f" ({inner})" + "\n" * (held.inner.count("\n") - inner.count("\n")) if inner else held.inner


def _element(held: Held) -> str:
    return f"<{held.name}>{held.inner}</{held.name}>"


def _kind_and_title(name: str, arguments: Arguments) -> tuple[str, str]:
    """Return what a box is about and its title: both may be an argument with a name, or one by its place."""
    words = [word for word in arguments.positional if word.lower() not in _SWITCHES]
    kind = next((said for key in _KIND_NAMES if (said := arguments.called(key).lower()) in KINDS), "")
    # Zola's themes write the kind as a switch: "note=true".
    kind = kind or next(
        (key for key, value in arguments.named.items() if value == "true" and key in KINDS), ""
    )
    if not kind and words and words[0].lower() in KINDS:
        kind = words.pop(0).lower()
    titles = [word for word in words if _is_text(word)]
    title = arguments.called(*_TITLE_NAMES) or (titles[0] if titles else "")
    return kind or (name if name in KINDS else "note"), title


def _words(arguments: Arguments) -> list[str]:
    return [word for word in arguments.positional if word.lower() not in _SWITCHES]


def _is_text(word: str) -> bool:
    """Return whether *word* is written for readers; one in lower case is the name of an icon or a color."""
    return " " in word or (word != word.lower() and not word.startswith("#"))


_READERS: Mapping[str, Callable[[Held], str]] = {
    **dict.fromkeys(_WRAPPERS, _wrapper),
    **dict.fromkeys(_BOXES, _box),
    **dict.fromkeys(_DETAILS, _details),
    **dict.fromkeys(_QUOTES, _quote),
    **dict.fromkeys(_LINKS, _link),
    **dict.fromkeys(_TABS, _tab),
    **dict.fromkeys(_ASIDES, _aside),
    **dict.fromkeys(_KEYS, _element),
}
