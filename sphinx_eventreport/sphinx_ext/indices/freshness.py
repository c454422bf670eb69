"""Which pages of indices need not be written again: Sphinx would write each one in every build."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import sphinx
from sphinx import addnodes

from sphinx_eventreport.sphinx_ext.indices.content import index_groups
from sphinx_eventreport.sphinx_ext.site.names import index_page
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.sphinx_ext.indices.content import Item


_OF_TOCTREE = ("entries", "caption", "hidden", "includehidden", "maxdepth", "numbered", "titlesonly")


@fact
def written_indices(site: Site) -> frozenset[str]:
    """Return the indices whose pages are there as they would be written now.

    If no page of the site was read since, by this builder or another one, nothing can have changed in an
    index, and its content is not even looked up.
    """
    return frozenset(name for name in site.build.indices if _is_as_written(site, name))


def index_states(site: Site) -> dict[str, str]:
    """Return what to remember of the pages of indices; those that were left alone stay as they were."""
    left = written_indices(site)
    contents = {
        name: _written(site, name)[1] if name in left else _digest(site, name) for name in site.build.indices
    }
    return {_key(name): f"{_frame(site)} {contents[name]} {_last_read(site)}" for name in sorted(contents)}


def remove_empty_indices(site: Site) -> None:
    """Remove the pages of indices that have become empty: Sphinx leaves what is there."""
    for name in sorted(site.build.indices):
        may_be_there = site.build.is_after_kill or _may_have_changed(site, name)
        if may_be_there and not index_groups(site, name):
            _file(site.build.builder, name).unlink(missing_ok=True)


def _is_as_written(site: Site, name: str) -> bool:
    frame, content, _read = _written(site, name)
    if frame != _frame(site) or not _file(site.build.builder, name).is_file():
        return False
    return not _may_have_changed(site, name) or content == _digest(site, name)


def _may_have_changed(site: Site, name: str) -> bool:
    return site.is_changed or _written(site, name)[2] != _last_read(site)


def _written(site: Site, name: str) -> tuple[str, str, str]:
    """Return the frame and content of the page of an index when it was written, and the last page read."""
    frame, content, last_read = (*site.build.written.get(_key(name), "").split(" "), "", "", "")[:3]
    return frame, content, last_read


def _last_read(site: Site) -> str:
    """Return what is another one after a page was read, or has gone, whichever builder it was for."""
    times = site.env.all_docs.values()
    return f"{len(times)}/{max(times, default=0)}"


def _key(name: str) -> str:
    """Return what the index is called among documents, none of which has such a name."""
    return f"{index_page(name)}.index"


@fact
def _digest(site: Site, name: str) -> str:
    digest = hashlib.sha256()
    for heading, items in index_groups(site, name):
        digest.update(f"{heading}\0".encode())
        digest.update("".join(_said(items)).encode())
    return digest.hexdigest()[:32]


def _said(items: Iterable[Item]) -> Iterator[str]:
    """Yield all that is shown of *items*; `repr` of tens of thousands takes as long as to sort them."""
    for item in items:
        yield "\0".join((item.name, item.docname, item.anchor, item.extra, item.id, str(len(item.children))))
        yield "\n"
        yield from _said(item.children)


@fact
def _frame(site: Site) -> str:
    """Return a digest of all that is around an index, as Sphinx itself looks at it, and of the navigation."""
    builder = site.build.builder
    info, templates = getattr(builder, "build_info", None), getattr(builder, "templates", None)
    parts = (
        sphinx.__version__,
        version("sphinx-eventreport"),
        site.env.config.language,
        getattr(info, "config_hash", ""),
        getattr(info, "tags_hash", ""),
        templates.newest_template_mtime() if templates is not None else 0,
        _navigation(site.env),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def _navigation(env: BuildEnvironment) -> list[object]:
    """Return what the global toctree shows, which themes draw around every page.

    Sphinx does not write its pages again when it changes, but it does write the indices of its domains.
    """
    found: list[object] = []
    for docname, names in sorted(env.toctree_includes.items()):
        toctrees = env.tocs[docname].findall(addnodes.toctree)
        found.append((docname, [[toctree.get(name) for name in _OF_TOCTREE] for toctree in toctrees]))
        found += [(name, env.titles[name].astext()) for name in names if name in env.titles]
    return found


def _file(builder: Builder, name: str) -> Path:
    return Path(builder.get_outfilename(index_page(name)))  # type: ignore[attr-defined]
