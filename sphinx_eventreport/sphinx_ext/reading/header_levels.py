"""MyST-Parser warns about levels of headings; those of a report are put right, whatever they begin with."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from myst_parser.warnings_ import MystWarnings
from myst_parser.warnings_ import __name__ as _place
from sphinx.util.logging import NAMESPACE

from sphinx_eventreport.core.patching import run_within
from sphinx_eventreport.sphinx_ext.reading.state import reading_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def allow_any_levels(app: Sphinx) -> None:
    """Have reports read without these warnings, in each build (``builder-inited``)."""

    @contextmanager
    def allowed() -> Iterator[None]:
        logger, levels = logging.getLogger(f"{NAMESPACE}.{_place}"), _Levels(app.env)
        logger.addFilter(levels)
        try:
            yield
        finally:
            logger.removeFilter(levels)

    run_within(app.builder, "build", allowed)


class _Levels(logging.Filter):
    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__()
        self._env = env

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether *record* is about anything but a heading in a report."""
        kind = getattr(record, "subtype", None)
        return kind != MystWarnings.MD_HEADING_NON_CONSECUTIVE.value or reading_state(self._env) is None
