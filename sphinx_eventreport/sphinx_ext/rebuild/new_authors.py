"""Pages for whose authors a file has come that says who they are."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.authors import author_files
from sphinx_eventreport.sphinx_ext.site.domain import report_domain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def pages_with_new_authors(_app: Sphinx, env: BuildEnvironment, *_documents: set[str]) -> list[str]:
    """Return the pages that would read another file of authors than they did (``env-get-outdated``).

    A file that was read is a dependency of the page. One that was not there cannot be noted as such: Sphinx
    would read the page in every build.
    """

    @cache
    def files(folder: Path, ids: tuple[str, ...]) -> Sequence[Path]:
        return author_files(folder / "page", ids)

    def has_other(docname: str, ids: tuple[str, ...]) -> bool:
        found = files(Path(env.doc2path(docname)).parent, ids)
        return bool(found) and not _dependencies(env, docname).issuperset(found)

    pages = report_domain(env).site.pages
    return [
        name for name, page in sorted(pages.items()) if page.author_ids and has_other(name, page.author_ids)
    ]


def _dependencies(env: BuildEnvironment, docname: str) -> frozenset[Path]:
    """Return what a page was made of; files of authors may be above the source directory."""
    names = env.dependencies.get(docname, ())
    return frozenset(Path(os.path.normpath(Path(env.srcdir, name))) for name in names)
