"""What readers fill in, or a browser draws: forms, drawings, maps of a picture. Their words stay as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.raw_html.tokens import RAW_TEXT
from sphinx_eventreport.core.raw_html.tree import Element
from sphinx_eventreport.sphinx_ext.raw_html.links import link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_eventreport.sphinx_ext.raw_html.conversion import Child, Conversion, Make

_BUTTONS = frozenset({"submit", "button", "reset"})


def in_line(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return the words of *element* for a place inside a paragraph."""
    return convert.words_only(element, lambda: convert.inline(element.children))


def block(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return the words of *element*, and what else is in it, between paragraphs."""
    return convert.words_only(element, lambda: convert.block(element.children))


def choices(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return what there is to choose from, with commas between."""
    return convert.words_only(element, lambda: _with_commas(_choices(convert, element.children)))


def _with_commas(choices: Iterable[Sequence[nodes.Node]]) -> list[nodes.Node]:
    return [
        node for number, words in enumerate(choices) for node in (nodes.Text(", " * bool(number)), *words)
    ]


def _choices(convert: Conversion, children: Sequence[Child]) -> Iterator[Sequence[nodes.Node]]:
    for child in children:
        if isinstance(child, Element) and child.tag == "optgroup":
            label = child.attrs.get("label", "").strip()
            yield from [[nodes.Text(label)]] if label else []
            yield from _choices(convert, child.children)
        elif isinstance(child, Element):
            yield convert.inline(child.children) or [nodes.Text(child.attrs.get("label", ""))]
        elif not isinstance(child, str) or child.strip():
            yield convert.inline([child])


def field(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return the words on a button; of a field to write into there are none."""
    is_button = element.attrs.get("type", "").lower() in _BUTTONS
    words = element.attrs.get("value" if is_button else "alt", "").strip()
    return convert.words_only(element, lambda: [nodes.Text(words)] if words else [])


def drawing(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return the words in a drawing, its title and its description."""
    return convert.words_only(element, lambda: list(_drawn(element)))


def _drawn(element: Element) -> Iterator[nodes.Node]:
    for child in element.children:
        if isinstance(child, nodes.Node):
            yield child
        elif not isinstance(child, str):
            yield from () if child.tag in RAW_TEXT else _drawn(child)
        elif child.strip():
            yield nodes.Text(f"{' '.join(child.split())} ")


def area(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a link with the words of a part of a picture that leads somewhere."""
    words = (element.attrs.get("alt") or element.attrs.get("title") or element.attrs.get("href", "")).strip()
    as_link = Element("a", element.attrs, [words], line=element.line)
    return convert.words_only(element, lambda: [*link(convert, as_link), nodes.Text(" ")] if words else [])


_IN_EITHER: Mapping[str, Make] = {
    "select": choices,
    "datalist": choices,
    "input": field,
    "svg": drawing,
    "area": area,
}
_AROUND = (
    "form fieldset legend button textarea option optgroup canvas map applet frameset noframes noembed".split()
)
IN_LINES: Mapping[str, Make] = {**dict.fromkeys(_AROUND, in_line), **_IN_EITHER}
"""The functions that make the nodes of these elements inside a paragraph."""
BLOCKS: Mapping[str, Make] = {**dict.fromkeys(_AROUND, block), **_IN_EITHER}
"""The functions that make the nodes of these elements between paragraphs."""
