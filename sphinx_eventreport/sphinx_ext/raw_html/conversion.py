"""Shared by the modules that make nodes of single elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_eventreport.core.problems import Subtype
    from sphinx_eventreport.core.raw_html.tree import Element

    Child = Element | str | nodes.Node
    Make = Callable[["Conversion", Element], list[nodes.Node]]
    """A function that makes the nodes of one element."""

N = TypeVar("N", bound=nodes.Element)


class Conversion(Protocol):
    """Makes the nodes of an element's content, and notes what could not be kept."""

    @property
    def source(self) -> str:
        """The file that is read."""

    def inline(self, children: Sequence[Child]) -> list[nodes.Node]:
        """Return nodes for a place inside a paragraph; embeds among them are block nodes."""

    def block(self, children: Sequence[Child]) -> list[nodes.Node]:
        """Return nodes for a place between paragraphs; loose text becomes paragraphs."""

    def words_only(self, element: Element, make: Callable[[], list[nodes.Node]]) -> list[nodes.Node]:
        """Return what *make* makes of the words in *element*, and note once that the rest of it is lost."""

    def note(self, subtype: Subtype, element: Element, message: str, hint: str) -> None:
        """Note what is wrong with *element*; *hint* says what has become of it, and what to do."""

    def note_unsafe(self, element: Element, url: str) -> None:
        """Note that *element* has an address that nothing can lead to."""


def with_children(node: N, children: Sequence[nodes.Node]) -> N:
    """Return *node* with *children* added to it."""
    node.extend(children)
    return node


def id_of(element: Element) -> str:
    """Return the id that *element* gives its place, as docutils writes ids; "" if none."""
    name = element.attrs.get("id") or (element.attrs.get("name", "") if element.tag == "a" else "")
    return nodes.make_id(name)


def anchor(element: Element) -> list[nodes.Node]:
    """Return the place in a line that *element* names, if it names one."""
    name = id_of(element)
    return [nodes.target("", "", ids=[name])] if name else []
