"""Attributes of HTML, and the few properties of CSS that say the same, as docutils has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from sphinx_eventreport.core.raw_html.tree import Element

_LENGTH = lazy_regex(r"([0-9]{1,5}(?:\.[0-9]{1,4})?)\s*(%|px|em|ex|rem|in|cm|mm|pt|pc|)", re.IGNORECASE)
_PROPERTY = lazy_regex(r"(?:^|;)\s*([a-z-]+)\s*:\s*([^;]*)", re.IGNORECASE)
_ALIGNMENTS = {"left": "left", "center": "center", "middle": "center", "right": "right"}
_LONGEST_STYLE = 2_000
_ENUMERATIONS = {"a": "loweralpha", "A": "upperalpha", "i": "lowerroman", "I": "upperroman"}
_LINES = {"line-through": "s", "underline": "u"}
_DOTS = frozenset({"0", "1", "0px", "1px"})
_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_RAISED = {"sub": "sub", "super": "sup"}
# Where scripts that load pictures late look for their addresses.
_LAZY_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
_LANGUAGE = lazy_regex(r"(?:^|\s)(?:language-|lang-|highlight-(?:source-)?|brush:\s*)([\w+#-]+)")


def sizes(element: Element) -> dict[str, str]:
    """Return the ``width`` and ``height`` of a picture, from its attributes or, before them, its style."""
    style = style_of(element)
    found = {}
    for name in ("width", "height"):
        match = _LENGTH.fullmatch((style.get(name) or element.attrs.get(name, "")).strip())
        # A height in percent is one of a box that documents do not have.
        if match and float(match[1]) and (name, match[2]) != ("height", "%"):
            found[name] = match[1] + match[2].lower()
    return found


def picture_source(element: Element) -> str:
    """Return the address of the picture that an ``<img>`` shows, also where a script puts it in later."""
    attrs = element.attrs
    source = attrs.get("src", "").strip()
    if source and not source.startswith("data:"):
        return source
    # Of several sizes the first; a browser would take the one that fits.
    sets = (attrs.get(name, "").split(maxsplit=1) for name in ("srcset", "data-srcset"))
    first = next((found[0].rstrip(",") for found in sets if found), "")
    return next(filter(None, (attrs.get(name, "").strip() for name in _LAZY_SOURCES)), "") or first or source


def is_hidden(element: Element) -> bool:
    """Return whether browsers do not show *element*, unless a script asks for it."""
    is_dot = {element.attrs.get("width"), element.attrs.get("height")} <= _DOTS
    is_said = element.tag == "template" or "hidden" in element.attrs or "popover" in element.attrs
    return is_dot or is_said or style_of(element).get("display") == "none"


def phrases_of_style(element: Element) -> list[str]:
    """Return the elements that say what the ``style`` of *element* says of its words: "s", "b", "sub"."""
    style = style_of(element)
    lines = style.get("text-decoration", "") + " " + style.get("text-decoration-line", "")
    found = [tag for word, tag in _LINES.items() if word in lines.split()]
    if style.get("font-weight", "") in _BOLD:
        found.append("b")
    if style.get("font-style", "") in {"italic", "oblique"}:
        found.append("i")
    raised = style.get("vertical-align", "")
    return [*found, _RAISED[raised]] if raised in _RAISED else found


def alignment(element: Element) -> str | None:
    """Return "left", "center" or "right" if the text in *element* is aligned so."""
    if element.tag == "center":
        return "center"
    written = style_of(element).get("text-align") or element.attrs.get("align", "")
    return _ALIGNMENTS.get(written.strip().lower())


def picture_alignment(element: Element) -> str | None:
    """Return the side of a picture: "left" and "right" have the text flow around it."""
    style = style_of(element)
    written = style.get("float") or element.attrs.get("align", "")
    is_centred = "auto" in style.get("margin", "").split()[1:2] or (
        style.get("margin-left") == "auto" and style.get("margin-right") == "auto"
    )
    return _ALIGNMENTS.get(written.strip().lower()) or ("center" if is_centred else None)


def enumeration(element: Element, first: Element | None) -> dict[str, str | int]:
    """Return how an ``<ol>`` counts; *first* is its first item."""
    enumtype = _ENUMERATIONS.get(element.attrs.get("type", ""), "arabic")
    written = (first.attrs.get("value", "") if first else "") or element.attrs.get("start", "")
    start = int(written) if re.fullmatch("[0-9]{1,6}", written) else 1
    return {"enumtype": enumtype, "prefix": "", "suffix": "."} | ({"start": start} if start != 1 else {})


def code_language(element: Element) -> str:
    """Return the language that a ``<pre>`` or the ``<code>`` in it says by a class, else "none"."""
    inner = [child for child in element.children if not isinstance(child, str)]
    for one in (element, *inner):
        found = _LANGUAGE.search(getattr(one, "attrs", {}).get("class", ""))
        if found:
            return found[1]
    return "none"


def style_of(element: Element) -> dict[str, str]:
    """Return the properties in the ``style`` of *element*, in lower case."""
    written = element.attrs.get("style", "")[:_LONGEST_STYLE]
    return {name.lower(): value.strip().lower() for name, value in _PROPERTY.findall(written)}
