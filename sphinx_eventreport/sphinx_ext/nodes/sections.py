"""Sections of a document: the first with its title, the one around a node, those that nobody wrote."""

from __future__ import annotations

from docutils import nodes


def title_section(document: nodes.Element) -> nodes.section | None:
    """Return the first section of *document*: that of the page's title."""
    return next((node for node in document.children if isinstance(node, nodes.section)), None)


def title_of(section: nodes.Element) -> nodes.title | None:
    """Return the heading of *section*."""
    return next((node for node in section.children if isinstance(node, nodes.title)), None)


def generated_section(title: str, anchor: str, document: nodes.document, docname: str) -> nodes.section:
    """Return a section called *title*, with the id *anchor* in *document*, that has no heading in the source.

    Other pages may have one of the same title, as every page of minutes has. So what stands for the source
    of the heading is its address: ``sphinx.ext.autosectionlabel`` makes labels of such sources, and warns
    of equal ones.
    """
    section = nodes.section("", nodes.title(f"{docname}#{anchor}", title), ids=[anchor])
    section.source = document["source"]
    document.ids[anchor] = section
    return section


def insert_after_title(section: nodes.Element, added: list[nodes.Node]) -> None:
    """Put *added* below the heading of *section*, or at its top."""
    title = title_of(section)
    position = 0 if title is None else section.index(title) + 1
    section[position:position] = added


def level_of(section: nodes.Element) -> int:
    """Return how deep *section* is: 0 for the document, 1 below it."""
    level = 0
    while not isinstance(section, nodes.document):
        section = section.parent
        level += isinstance(section, nodes.section | nodes.document)
    return level


def anchor_around(node: nodes.Node, document: nodes.document) -> str:
    """Return the id of the section in which *node* is, "" for the page itself."""
    while not isinstance(node, nodes.section | nodes.document):
        node = node.parent
    if isinstance(node, nodes.document) or node is title_section(document):
        return ""
    anchor: str = node["ids"][0]
    return anchor


def heading_around(node: nodes.Node) -> str:
    """Return the heading of the section in which *node* is, "" where there is none."""
    while node.parent is not None and not isinstance(node, nodes.section):
        node = node.parent
    title = title_of(node) if isinstance(node, nodes.section) else None
    return title.astext() if title is not None else ""
