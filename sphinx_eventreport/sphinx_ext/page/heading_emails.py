"""Addresses of e-mail beside the names in a heading: of no use there, and in every table of contents."""

from __future__ import annotations

from docutils import nodes

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.core.outline.headings import split_heading

_EMPTY = lazy_regex(r"\s*(?:\(\)|\[\])|\s+(?=[,;)\s])")


def remove_emails(document: nodes.document) -> None:
    """Take "<ada@example.org>" out of the headings of *document* that credit people."""
    for title in in_order(document, nodes.title):
        links = [link for link in title.findall(nodes.reference) if _is_email(link)]
        if not links or not split_heading(title.astext())[1]:
            continue
        for link in links:
            link.parent.remove(link)
        _tidy(title)


def _is_email(link: nodes.reference) -> bool:
    address = link.get("refuri", "")
    return bool(address.startswith("mailto:") and link.astext() == address.removeprefix("mailto:"))


def _tidy(title: nodes.title) -> None:
    """Leave no blanks, and no empty brackets, where an address was."""
    children: list[nodes.Node] = []
    for child in title.children:
        before = children[-1] if children else None
        if isinstance(child, nodes.Text) and isinstance(before, nodes.Text):
            children[-1] = nodes.Text(before + child)
        else:
            children.append(child)
    if children and isinstance(children[-1], nodes.Text):
        children[-1] = nodes.Text(children[-1].rstrip())
    title.children = []
    title.extend(
        nodes.Text(_EMPTY.sub("", child)) if isinstance(child, nodes.Text) else child for child in children
    )
