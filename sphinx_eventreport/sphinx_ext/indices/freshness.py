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

    If no page of the site was read, nothing can have changed in an index, and its content is not even
    looked up.
    """
    return frozenset(name for name in site.build.indices if _is_as_written(site, name))


def index_states(site: Site) -> dict[str, str]:
    """Return what to remember of the pages of indices; those that were left alone stay as they were."""
    left, written = written_indices(site), site.build.written
    return {
        _key(name): written[_key(name)] if name in left else f"{_frame(site)} {_digest(site, name)}"
        for name in sorted(site.build.indices)
    }


def remove_empty_indices(site: Site) -> None:
    """Remove the pages of indices that have become empty: Sphinx leaves what is there."""
    for name in sorted(site.build.indices) if site.is_changed or site.build.is_after_kill else ():
        if not index_groups(site, name):
            _file(site.build.builder, name).unlink(missing_ok=True)


def _is_as_written(site: Site, name: str) -> bool:
    frame, _space, content = site.build.written.get(_key(name), "").partition(" ")
    if frame != _frame(site) or not _file(site.build.builder, name).is_file():
        return False
    return not site.is_changed or content == _digest(site, name)


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
