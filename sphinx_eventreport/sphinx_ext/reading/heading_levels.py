"""What MyST-Parser says about levels of headings, which is of no use: reports have levels without gaps."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sphinx_eventreport.core.patching import run_within
from sphinx_eventreport.sphinx_ext.reading.state import reading_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

_LOGGER = "sphinx.myst_parser.warnings_"


class _OfOthers(logging.Filter):
    """Lets pass what is not about the headings of a report of one application."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__()
        self._app = app

    def filter(self, record: logging.LogRecord) -> bool:
        said = (getattr(record, "type", ""), getattr(record, "subtype", ""))
        return said != ("myst", "header") or reading_state(self._app.env) is None


def allow_any_level(app: Sphinx) -> None:
    """Let reports have headings of any level without a warning (``builder-inited``)."""

    @contextmanager
    def quiet() -> Iterator[None]:
        logger, found = logging.getLogger(_LOGGER), _OfOthers(app)
        logger.addFilter(found)
        try:
            yield
        finally:
            logger.removeFilter(found)

    run_within(app.builder, "build", quiet)
