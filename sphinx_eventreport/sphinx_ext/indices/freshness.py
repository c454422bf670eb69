"""Which pages of indices need not be written again: Sphinx would write each one in every build."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import sphinx

from sphinx_eventreport.sphinx_ext.indices.content import index_groups
from sphinx_eventreport.sphinx_ext.site.domain import DOMAIN, report_domain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx

    from sphinx_eventreport.sphinx_ext.indices.content import Groups, Item
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain


def written_indices(app: Sphinx, written: Mapping[str, str]) -> frozenset[str]:
    """Return the indices whose pages are there as they would be written now.

    *written* is what is known of the last build. If no page of the site was read, nothing can have
    changed in an index, and what stands in it is not even looked up.
    """
    domain = report_domain(app.env)
    if not domain.made_indices:
        return frozenset()
    frame = _frame(app)
    return frozenset(
        name
        for name in domain.made_indices
        if _file(app, name).is_file() and _is_as_written(domain, name, frame, written.get(_key(name), ""))
    )


def index_states(app: Sphinx, written: Mapping[str, str]) -> dict[str, str]:
    """Return what to remember of the pages of indices; those that were left alone stay as *written*."""
    domain = report_domain(app.env)
    if not domain.made_indices:
        return {}
    frame = _frame(app)
    return {
        _key(name): written[_key(name)]
        if name in domain.written_indices
        else f"{frame} {_digest(domain, name)}"
        for name in sorted(domain.made_indices)
    }


def _is_as_written(domain: ReportDomain, name: str, frame: str, written: str) -> bool:
    old_frame, _space, old_content = written.partition(" ")
    return old_frame == frame and (not domain.is_changed or old_content == _digest(domain, name))


def _key(name: str) -> str:
    """Return what the index is called among documents, none of which has such a name."""
    return f"{DOMAIN}-{name}.index"


def _digest(domain: ReportDomain, name: str) -> str:
    return domain.derived(f"digest of index {name}", lambda: _digest_of(index_groups(domain, name)))


def _digest_of(groups: Groups) -> str:
    digest = hashlib.sha256()
    for heading, items in groups:
        digest.update(f"{heading}\0".encode())
        digest.update("".join(_said(items)).encode())
    return digest.hexdigest()[:32]


def _said(items: Iterable[Item]) -> Iterator[str]:
    """Yield all that is shown of *items*; `repr` of tens of thousands takes as long as to sort them."""
    for item in items:
        yield "\0".join((item.name, item.docname, item.anchor, item.extra, item.id, str(len(item.children))))
        yield "\n"
        yield from _said(item.children)


def _frame(app: Sphinx) -> str:
    """Return a digest of all that stands around an index, as Sphinx itself looks at it."""
    info = getattr(app.builder, "build_info", None)
    templates = getattr(app.builder, "templates", None)
    parts = (
        sphinx.__version__,
        version("sphinx-eventreport"),
        getattr(info, "config_hash", ""),
        getattr(info, "tags_hash", ""),
        templates.newest_template_mtime() if templates is not None else 0,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def _file(app: Sphinx, name: str) -> Path:
    return Path(app.builder.get_outfilename(f"{DOMAIN}-{name}"))  # type: ignore[attr-defined]
