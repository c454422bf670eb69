"""Lists in raw HTML -> lists of docutils."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.raw_html.tree import Element
from sphinx_eventreport.sphinx_ext.raw_html.attributes import enumeration
from sphinx_eventreport.sphinx_ext.raw_html.conversion import with_children

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.sphinx_ext.raw_html.conversion import Child, Conversion


def bullet_list(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a list without numbers."""
    return [nodes.bullet_list("", *_items(convert, element.children), bullet="-")]


def enumerated_list(convert: Conversion, element: Element) -> list[nodes.Node]:
    """Return a list with numbers or letters, from the one it begins with."""
    items = _items(convert, element.children)
    first = next(iter(element.named("li")), None)
    if "reversed" in element.attrs:
        convert.note(Subtype.HTML, element, "<ol reversed> counts upwards here", "write the numbers as text")
    return [nodes.enumerated_list("", *items, **enumeration(element, first))]


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
    """Return terms and what is said of each."""
    items: list[nodes.definition_list_item] = []
    for child in element.children:
        if _is_blank(child):
            continue
        is_term = isinstance(child, Element) and child.tag == "dt"
        content = child.children if isinstance(child, Element) else [child]
        if is_term or not items:
            term = with_children(nodes.term(), convert.inline(content) if is_term else [])
            items.append(nodes.definition_list_item("", term, nodes.definition()))
        if not is_term:
            items[-1].children[-1].extend(convert.block(content))  # type: ignore[attr-defined]
    return [nodes.definition_list("", *items)]


def _is_blank(child: Child) -> bool:
    return isinstance(child, str) and not child.strip()
