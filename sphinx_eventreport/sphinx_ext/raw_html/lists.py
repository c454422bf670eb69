"""Lists in raw HTML -> lists of docutils."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.raw_html.tree import Element
from sphinx_eventreport.sphinx_ext.raw_html.attributes import enumeration
from sphinx_eventreport.sphinx_ext.raw_html.conversion import with_children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_eventreport.sphinx_ext.raw_html.conversion import Child, Conversion


def bullet_list(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a list without numbers."""
    return [nodes.bullet_list("", *_items(convert, element.children), bullet="-")]


def enumerated_list(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a list with numbers or letters, from the one it begins with."""
    lost = _lost_numbers(element)
    if lost:
        convert.note(Subtype.HTML, element, lost, "write the numbers as text")
    first = next(iter(element.named("li")), None)
    return [nodes.enumerated_list("", *_items(convert, element.children), **enumeration(element, first))]


def _lost_numbers(element: Element) -> str:
    """Return what of the numbers of an ``<ol>`` no other format has, in words; "" if nothing."""
    if "reversed" in element.attrs:
        return "<ol reversed> counts upwards here"
    if element.attrs.get("start", "").strip().startswith("-"):
        return f"<ol start={element.attrs['start'].strip()!r}> counts from 1 here"
    first, *others = element.named("li") or [element]
    numbers = count(int(enumeration(element, first).get("start", 1)) + 1)
    for number, item in zip(numbers, others, strict=False):
        if item.attrs.get("value", str(number)).strip() != str(number):
            return f"<li value={item.attrs['value']!r}> is number {number} here"
    return ""


def _items(convert: Conversion, children: Sequence[Child]) -> list[nodes.Node]:
    """Return the items of a list; what is loose between them is an item as well."""
    groups: list[list[Child]] = []
    loose = False
    for child in children:
        if isinstance(child, Element) and child.tag == "li":
            groups.append(child.children)
            loose = False
        elif not _is_blank(child):
            if not loose:
                groups.append([])
            groups[-1].append(child)
            loose = True
    return [nodes.list_item("", *convert.block(group)) for group in groups]


def definition_list(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return terms and what is said of each; terms that follow each other share what follows them."""
    items: list[nodes.definition_list_item] = []
    for child in _in_groups(element):
        content = child.children if isinstance(child, Element) else [child]
        if not _is_term(child):
            if not items:
                items.append(nodes.definition_list_item("", nodes.term(), nodes.definition()))
            items[-1].children[-1].extend(convert.block(content))  # type: ignore[attr-defined]
            continue
        term = with_children(nodes.term(), convert.inline(content))
        if items and not items[-1].children[-1].children:
            items[-1].insert(-1, term)
        else:
            items.append(nodes.definition_list_item("", term, nodes.definition()))
    return [nodes.definition_list("", *items)]


def _in_groups(element: Element) -> Iterator[Child]:
    """Yield what is in a ``<dl>``, also in a ``<div>`` around a group of terms."""
    for child in element.children:
        if isinstance(child, Element) and child.tag == "div" and any(map(_is_term, child.children)):
            yield from _in_groups(child)
        elif not _is_blank(child):
            yield child


def _is_term(child: Child) -> bool:
    return isinstance(child, Element) and child.tag == "dt"


def _is_blank(child: Child) -> bool:
    return isinstance(child, str) and not child.strip()
