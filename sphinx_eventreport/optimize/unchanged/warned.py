"""Documents of which a build has warned: in CI, nobody sees the log of the build that read them last."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.logging import NAMESPACE, get_node_location, is_suppressed_warning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from sphinx.application import Sphinx


class WarnedDocuments(logging.Handler):
    """Collects the documents that warnings are about, while its context lasts."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self.docnames: set[str] = set()
        self._app = app
        self._logger = logging.getLogger(NAMESPACE)

    def __enter__(self) -> Self:
        self._logger.addHandler(self)
        return self

    def __exit__(self, *_error: object) -> None:
        self._logger.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Note where a warning is, unless the site does not want to see it."""
        kind, subtype = (getattr(record, name, None) or "" for name in ("type", "subtype"))
        if not is_suppressed_warning(kind, subtype, self._app.config.suppress_warnings):
            self.docnames.update(self._documents_at(getattr(record, "location", None)))

    def _documents_at(self, location: object) -> Iterator[str]:
        """Yield the documents of a *location*: a node, a docname, or a path, with a line or without."""
        if isinstance(location, nodes.Node):
            location = get_node_location(location)
        if isinstance(location, tuple):
            location = location[0]
        if not isinstance(location, str):
            return
        env = self._app.env
        place = location.rpartition(":")[0] or location
        docname = place if place in env.all_docs else env.path2doc(place)
        if docname in env.all_docs:
            yield docname
            return
        # docutils names an included file by its path from the working directory, where that is shorter.
        meant = {os.path.normpath(folder / place) for folder in (Path.cwd(), Path(env.srcdir))}
        for dependent, files in env.dependencies.items():
            if any(os.path.normpath(Path(env.srcdir, path)) in meant for path in files):
                yield dependent
