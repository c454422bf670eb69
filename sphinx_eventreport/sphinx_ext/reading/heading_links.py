"""Headings with a link to a file: the link stays in the heading, and its words in the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.addnodes import download_reference

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def unlink_outlines(app: Sphinx, _doctree: nodes.document) -> None:
    """Replace links to files in the outline of a page by their words (``doctree-read``, after Sphinx).

    ``## Hives ([slides](hives.pdf))``, or the role ``download``, is a ``download_reference``. Sphinx takes
    other links out of the entries of a table of contents, but not this one, and every table that holds
    it then ends the build with ``KeyError: 'anchorname'``.
    """
    env = app.env
    outline = env.tocs[env.docname]
    if _unlink(outline):
        # Not every mapping of outlines gives out the tree that it keeps.
        env.tocs[env.docname] = outline
    for titles in (env.titles, env.longtitles):
        _unlink(titles[env.docname])


def _unlink(tree: nodes.Element) -> bool:
    links = list(tree.findall(download_reference))
    for link in links:
        link.replace_self(link.children)
    return bool(links)
