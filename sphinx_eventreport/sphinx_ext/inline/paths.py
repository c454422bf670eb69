"""Links and pictures of a report that must stay on the page, or must not load from other hosts."""

from __future__ import annotations

from posixpath import dirname
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.core.files.addresses import is_path
from sphinx_eventreport.core.files.candidates import joined
from sphinx_eventreport.core.media.pictures import remote_picture
from sphinx_eventreport.core.outline.headings import heading_slugs
from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.reading.files import find_file, linked_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment


def link_within(links: Iterable[nodes.reference], document: nodes.document) -> None:
    """Resolve ``[text](#heading)`` where the heading is on this page.

    Blogs write such links for the ids that their generator gives to headings. MyST-Parser would
    ask the whole project first, and a talk of another page may have the same short name.
    """
    places: dict[str, str] | None = None
    for node in links:
        name = unquote(node["refuri"][1:])
        target: str | None = name
        if name not in document.ids:
            places = _places(document) if places is None else places
            names = (name, name.lower(), nodes.make_id(name))
            target = next((places[known] for known in names if known in places), None)
        if target:
            del node["refuri"], node["id_link"]
            node["refid"] = target
            node["internal"] = True
            if not node.children:
                # MyST-Parser names the heading in a link without words.
                words = _title_at(target, document) or name
                node.append(nodes.inline("", words, classes=["xref", "myst"]))


def _title_at(anchor: str, document: nodes.document) -> str | None:
    """Return the title of the section with the id *anchor*, ``None`` if it is something else."""
    section = document.ids.get(anchor)
    title = section.next_node(nodes.title) if isinstance(section, nodes.section) else None
    return title.astext() if title is not None else None


def _places(document: nodes.document) -> dict[str, str]:
    """Return the ids of anchors and headings by those that generators of blogs would give them."""
    found: dict[str, str] = {}
    for node in document.findall(nodes.Element):
        ids = node["ids"]
        if ids and not isinstance(node, nodes.section):
            found.update((name, name) for name in ids)
        elif ids:
            title = node.next_node(nodes.title)
            for slug in heading_slugs(title.astext()) if title is not None else ():
                found.setdefault(slug, ids[0])
    return found


def section_id(env: BuildEnvironment, docname: str, fragment: str) -> str | None:
    """Return the id of the section of *docname* that *fragment* means, its id or that of some generator."""
    name = unquote(fragment)
    found: dict[str, str] = {}
    for reference in env.tocs[docname].findall(nodes.reference) if docname in env.tocs else ():
        anchor = reference.get("anchorname", "")[1:]
        if anchor:
            found.setdefault(anchor, anchor)
            for slug in heading_slugs(reference.astext()):
                found.setdefault(slug, anchor)
    return found.get(name) or found.get(name.lower())


def link_paths(links: Iterable[nodes.reference], env: BuildEnvironment) -> list[addnodes.pending_xref]:
    """Make links by a path, as raw HTML has them, what Markdown's are: downloads, or references to pages.

    Return the references.
    """
    found = []
    for node in links:
        link = node["refuri"]
        shown = nodes.inline("", "", *node.children)
        download = _download(link, shown, env)
        if download is not None:
            node.replace_self(download)
            continue
        reference = addnodes.pending_xref(
            "", shown, reftype="myst", refdomain=None, reftarget=link, refdoc=env.docname, refexplicit=True
        )
        reference.source, reference.line = node.source, _line(node)
        node.replace_self(reference)
        found.append(reference)
    return found


def link_files(
    references: Iterable[addnodes.pending_xref], env: BuildEnvironment
) -> list[addnodes.pending_xref]:
    """Make links by a path that MyST-Parser leaves open downloads, where there is such a file.

    Return the other references.
    """
    left = []
    for node in references:
        target = node["reftarget"]
        is_open = (
            node["reftype"] == "myst" and not node.get("refdomain") and is_path(target) and "." in target
        )
        download = _download(target, nodes.inline("", "", *node.children), env) if is_open else None
        if download is None:
            left.append(node)
        else:
            node.replace_self(download)
    return left


def _download(link: str, shown: nodes.Element, env: BuildEnvironment) -> addnodes.download_reference | None:
    """Return the link to the file that *link* leads to; ``None`` if it is none of the site, or a page."""
    file = linked_file(env, link)
    if file is None or env.path2doc(str(file.absolute)):
        return None
    if not shown.children:
        shown += nodes.Text(file.absolute.name)
    for image in shown.findall(nodes.image):
        # Sphinx links a picture of another size to the file, and HTML has no link in a link.
        image["classes"].append("no-scaled-link")
    return addnodes.download_reference(
        "", "", shown, reftarget="/" + file.path, refdoc=env.docname, refexplicit=True
    )


def settle_pictures(images: Iterable[nodes.image], env: BuildEnvironment) -> None:
    """Replace pictures of other hosts by links, and missing ones by their texts."""
    for image in images:
        uri = image["uri"]
        if is_remote(uri):
            warn_on_page(env, remote_picture(uri, _line(image)))
            _replace(image, uri)
        elif not uri.startswith("data:") and not uri.endswith(".*"):
            found = find_file(env, uri, what="a picture", line=_line(image))
            if isinstance(found, Problem):
                warn_on_page(env, found)
                _replace(image, None)
            elif joined("" if uri.startswith("/") else dirname(env.docname), uri) != found.path:
                # Sphinx takes the name of a file as it is written, from the page or from the top.
                image["uri"] = "/" + found.path


def is_remote(uri: str) -> bool:
    """Return whether a browser would ask another host for *uri*."""
    return "://" in uri or uri.startswith("//")


def _replace(image: nodes.image, uri: str | None) -> None:
    """Put a link to *uri*, or the alternative text, where *image* is."""
    parent = image.parent
    text = image.get("alt") or (uri or image["uri"]).rpartition("/")[2]
    if uri is None or isinstance(parent, nodes.reference):
        # A picture that is a link already keeps where it leads.
        instead: nodes.Node = nodes.Text(text)
    else:
        instead = nodes.reference("", text, refuri=uri, classes=["er-remote-picture"])
    if not isinstance(parent, nodes.TextElement):
        instead = nodes.paragraph("", "", instead)
    parent.replace(image, instead)


def _line(node: nodes.Node | None) -> int | None:
    while node is not None:
        if node.line:
            return int(node.line)
        node = node.parent
    return None
