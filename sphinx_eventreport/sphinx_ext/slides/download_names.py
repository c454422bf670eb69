"""Files to download are called as in the site, where they are symbolic links such as those of git-annex."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx.addnodes import download_reference

from sphinx_eventreport.core.node_kinds import in_order

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def keep_names(app: Sphinx, doctree: nodes.document) -> None:
    """Name downloads as their links in the source directory (``doctree-read``, after Sphinx's collector).

    Sphinx follows links before it names a file, and those of git-annex lead to names made of digests.
    Builders of other people want to be told on which page each link is, as Sphinx's role tells.
    """
    links = [link for link in in_order(doctree, download_reference) if "filename" in link]
    for link in links:
        link.setdefault("refdoc", app.env.docname)
    renamed = [link for link in links if _is_renamed(link)]
    for link in renamed:
        copied = app.env.dlfiles.add_file(app.env.docname, link["reftarget"].lstrip("/"))
        link["filename"] = copied.as_posix()
    needed = {link["filename"] for link in links}
    for link in renamed:
        _forget(app.env, link["reftarget"], needed)


def _is_renamed(link: download_reference) -> bool:
    """Return whether Sphinx gave the file of *link*, one of ours, another name than it has in the site."""
    target = link["reftarget"]
    return target.startswith("/") and PurePosixPath(target).name != PurePosixPath(link["filename"]).name


def _forget(env: BuildEnvironment, target: str, needed: set[str]) -> None:
    """Take back that the file is copied under Sphinx's name for it, if no link *needed* leads there."""
    file = Path(env.relfn2path(target)[0])
    pages, copied = env.dlfiles.get(file, (set(), ""))
    if str(copied) in needed:
        return
    pages.discard(env.docname)
    if not pages:
        env.dlfiles.pop(file, None)
