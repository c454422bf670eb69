"""The only door for warnings: type ``eventreport``, a subtype, and always a location."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_eventreport.core.problems import Problem

    Location = str | tuple[str, int | None] | nodes.Node | None

WARNING_TYPE = "eventreport"

_logger = logging.getLogger("sphinx_eventreport")


def warn(problem: Problem, /, location: Location) -> None:
    """Log *problem* as a warning at *location*: a docname, (docname, line), or a node."""
    subtype = problem.subtype.value
    # In full for who listens: of a record from another process Sphinx keeps the message only.
    whole = {"problem": problem}
    _logger.warning("%s", problem, type=WARNING_TYPE, subtype=subtype, location=location, extra=whole)


def notice(message: str, *args: object) -> None:
    """Say something that is not a mistake, and does not fail a build under ``-W``."""
    _logger.info(message, *args)
