"""Applications of Sphinx that a test starts, builds and breaks itself."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from typing import TextIO

    from support.site import Site


def start(site: Site, *, status: TextIO | None = None, verbosity: int = 0, **config: object) -> Sphinx:
    """Return an application on *site* that has not been built."""
    with patch_docutils(site.source), docutils_namespace():
        return application(site, status=status, verbosity=verbosity, **config)


def application(site: Site, *, status: TextIO | None = None, verbosity: int = 0, **config: object) -> Sphinx:
    """Return the same within a namespace of docutils that the caller has opened."""
    return Sphinx(
        site.source,
        site.source,
        site.root / "out-html",
        site.root / "doctrees",
        "html",
        confoverrides=config,
        status=status,
        warning=io.StringIO(),
        verbosity=verbosity,
    )
