"""The toctree that a short listing is as well: hidden, and filled when all pages are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx import addnodes
from sphinx.environment.adapters.toctree import note_toctree

from sphinx_eventreport.sphinx_ext.listings.selection import selected
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.listings.query import Query
    from sphinx_eventreport.sphinx_ext.site.site import Site


def placeholder(query: Query, docname: str) -> addnodes.toctree:
    """Return a toctree without entries; `fill_toctrees` puts those of *query* into it."""
    return toctree_of(
        docname, [], maxdepth=1, caption=None, hidden=True, titlesonly=True, eventreport_listing=query
    )


def toctree_of(docname: str, included: Sequence[str], **attributes: Any) -> addnodes.toctree:
    """Return a toctree on the page *docname* with the documents *included*."""
    entries = [(None, name) for name in included]
    usual = {
        "parent": docname,
        "glob": False,
        "hidden": False,
        "includehidden": False,
        "numbered": 0,
        "titlesonly": False,
    }
    return addnodes.toctree("", entries=entries, includefiles=list(included), **{**usual, **attributes})


def fill_toctrees(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Put the reports of each such listing into its toctree (``env-get-updated``).

    Return the pages to write again: all of them if a toctree changed, for it is drawn on all.
    """
    site = site_of(env)
    is_changed = False
    for docname, page in site.pages.items():
        wanted = {query: _entries(query, site, docname) for query in page.listings if query.view.toctree}
        if wanted and _fill(env.tocs[docname], wanted):
            doctree = env.get_doctree(docname)
            _fill(doctree, wanted)
            app.builder.write_doctree(docname, doctree)
            env._pickled_doctree_cache.pop(docname, None)  # noqa: SLF001 -- it is of before
            _note(env, docname)
            is_changed = True
    return sorted(env.found_docs) if is_changed else []


def _entries(query: Query, site: Site, docname: str) -> list[tuple[str | None, str]]:
    """Return what *query* shows on the page *docname*, with another title where several have the same."""
    names = [name for name in dict.fromkeys(row.docname for row in selected(site, query)) if name != docname]
    links = [site.told_apart(site.pages[name].link) for name in names]
    return [(link.name if link.day else None, name) for name, link in zip(names, links, strict=True)]


def _fill(tree: nodes.Element, wanted: Mapping[Query, list[tuple[str | None, str]]]) -> bool:
    """Fill the toctrees in *tree*; return whether one was another before."""
    is_changed = False
    for toctree in tree.findall(addnodes.toctree):
        query = toctree.get("eventreport_listing")
        if query in wanted and toctree["entries"] != wanted[query]:
            toctree["entries"] = wanted[query]
            toctree["includefiles"] = [name for _title, name in wanted[query]]
            is_changed = True
    return is_changed


def _note(env: BuildEnvironment, docname: str) -> None:
    """Tell Sphinx what the toctrees of *docname* hold now."""
    for name, holders in list(env.files_to_rebuild.items()):
        holders.discard(docname)
        if not holders:
            del env.files_to_rebuild[name]
    env.toctree_includes.pop(docname, None)
    for toctree in env.tocs[docname].findall(addnodes.toctree):
        note_toctree(env, docname, toctree)
