"""An extension of Sphinx that keeps the warnings of a build, each with its place."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.util.logging import NAMESPACE, get_node_location, is_suppressed_warning

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_eventreport.core.problems import Problem


class Warned(NamedTuple):
    """A warning as it was logged."""

    type: str
    """As ``suppress_warnings`` has it: "myst.xref_missing"."""
    message: str
    """The text of it."""
    path: Path | None
    """The file it is about, if it is about one."""
    line: int | None
    """The line in that file, if it is known."""
    problem: Problem | None
    """The problem, if the warning is one of ours."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Begin to collect, before anything can be wrong with the configuration."""
    logging.getLogger(NAMESPACE).addHandler(_Collector(app))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def warned() -> list[Warned]:
    """Return what was collected, each once, in the order in which it was said."""
    handlers = logging.getLogger(NAMESPACE).handlers
    return [one for handler in handlers if isinstance(handler, _Collector) for one in handler.found]


class _Collector(logging.Handler):
    """Keeps warnings. Sphinx hands those of the reading phase over twice."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self._app = app
        self.found: dict[Warned, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        kind, subkind = (getattr(record, name, None) or "" for name in ("type", "subtype"))
        if not is_suppressed_warning(kind, subkind, self._app.config.suppress_warnings):
            path, line = self._place(getattr(record, "location", None))
            name = ".".join(filter(None, (kind, subkind)))
            problem = getattr(record, "problem", None)
            self.found[Warned(name, record.getMessage(), path, line, problem)] = None

    def _place(self, location: object) -> tuple[Path | None, int | None]:
        """Return file and line of what Sphinx takes for a *location*."""
        if isinstance(location, tuple):
            docname, line = location
            return (Path(self._app.env.doc2path(docname)) if docname else None), line
        if isinstance(location, nodes.Node):
            location = get_node_location(location)
        if not isinstance(location, str) or not location:
            return None, None
        path, _colon, number = location.rpartition(":")
        if number.isdecimal():
            return Path(path), int(number)
        # "a.md" and "a.md:" as well; a name without suffix is that of a document.
        name = location.removesuffix(":")
        env = getattr(self._app, "env", None)
        return Path(env.doc2path(name)) if env and name in env.found_docs else Path(name), None
