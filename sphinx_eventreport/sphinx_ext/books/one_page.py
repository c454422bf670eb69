"""Links within a site that is one page of HTML.

Sphinx 8.2 to 9.2 writes the address of a section in another document as ``#document-NAME#ID``, which leads
nowhere (sphinx-doc/sphinx#14221), as does ``#document-NAME`` where that is the first document, or not on the
page; and where two documents have the same id, all links lead to the first one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.core.identifiers import slug_or, unique
from sphinx_eventreport.sphinx_ext.nodes import eventreport_program_item

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Number = tuple[int, ...]

_DOCUMENT = "#document-"


class OnePageLinks:
    """The ids of a page that was put together of documents, where each is there once."""

    def __init__(self, page: nodes.document, root: str) -> None:
        """Give what has the id of something before it on the *page* another one, and have links lead to that.

        *root* is the document with which the page begins.
        """
        self._own: dict[tuple[str, str], str] = {}
        _describe_once(page)
        placed = list(_with_docnames(page, root))
        documents = [node["docname"] for node in page.findall(addnodes.start_of_file)]
        self._tops = {docname: f"{_DOCUMENT}{docname}" for docname in documents}
        self._tops[root] = next((f"#{node['ids'][0]}" for _docname, node in placed if node["ids"]), "#")
        self._name(placed)
        for docname, node in placed:
            self._lead(docname, node)
            self._lead_on(node)

    def lead_on(self, tree: nodes.Element) -> None:
        """Correct the links in a *tree* that is about the page, such as its contents.

        Entries of indices go: there are none beside a single page.
        """
        for node in list(tree.findall(nodes.reference)):
            self._lead_on(node)
            item = node.parent.parent
            if _leads_away(node) and isinstance(item, nodes.list_item):
                item.parent.remove(item)

    def section_numbers(self, numbers: Mapping[str, Number]) -> dict[str, Number]:
        """Return the *numbers* of sections by the ids that those have now."""
        own = {f"{docname}/#{name}": f"{docname}/#{new}" for (docname, name), new in self._own.items()}
        return {own.get(name, name): number for name, number in numbers.items()}

    def figure_numbers(self, numbers: Mapping[str, Mapping[str, Number]]) -> dict[str, dict[str, Number]]:
        """Return the *numbers* of figures, by document and kind, by the ids that those have now."""
        return {
            place: {self._own.get((place.rpartition("/")[0], name), name): found[name] for name in found}
            for place, found in numbers.items()
        }

    def _name(self, placed: list[tuple[str, nodes.Element]]) -> None:
        taken = {name for _docname, node in placed for name in node["ids"]}
        seen: set[str] = set()
        for docname, node in placed:
            for number, name in enumerate(node["ids"]):
                if name in seen:
                    own = unique(f"{slug_or(docname, 'document')}--{name}", taken)
                    self._own[docname, name] = node["ids"][number] = own
                    taken.add(own)
                seen.add(name)

    def _lead(self, docname: str, node: nodes.Element) -> None:
        """Have what leads to a place in the same document lead to its own id."""
        for attribute in ("refid", "anchor") if isinstance(node, eventreport_program_item) else ("refid",):
            if attribute in node:
                node[attribute] = self._own.get((docname, node[attribute]), node[attribute])
        if node.get("backrefs"):
            node["backrefs"] = [self._own.get((docname, name), name) for name in node["backrefs"]]

    def _lead_on(self, node: nodes.Element) -> None:
        """Have a link to another document, or to a place in it, lead there; text if that is not here."""
        address = str(node.get("refuri", ""))
        docname, found, name = address.removeprefix(_DOCUMENT).partition("#")
        if not address.startswith(_DOCUMENT):
            return
        if docname in self._tops:
            node["refuri"] = f"#{self._own.get((docname, name), name)}" if found else self._tops[docname]
        elif isinstance(node, nodes.reference):
            node.replace_self(nodes.inline("", "", *node.children) if node.children else [])


def _leads_away(node: nodes.reference) -> bool:
    """Return whether *node* leads to another page of the site."""
    address = str(node.get("refuri", ""))
    return bool(node.get("internal") and address) and not address.startswith("#")


def _describe_once(page: nodes.document) -> None:
    """Take away what single documents tell search engines: the page is none of them."""
    for document in page.findall(addnodes.start_of_file):
        for meta in list(document.findall(nodes.meta)):
            meta.parent.remove(meta)


def _with_docnames(node: nodes.Element, docname: str) -> Iterator[tuple[str, nodes.Element]]:
    """Yield *node* and all elements below it, with the document that each comes from."""
    left = [(docname, node)]
    while left:
        docname, node = left.pop()
        yield docname, node
        if isinstance(node, addnodes.start_of_file):
            docname = node["docname"]
        left += [(docname, child) for child in reversed(node.children) if isinstance(child, nodes.Element)]
