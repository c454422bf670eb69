"""When optimizations are in force: while Sphinx loads the environment, and while it builds.

What Sphinx does in between, before and afterwards finds the process as it was. So does whoever
made an application and never built it, pressed Ctrl-C, or has a listener that fails.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from sphinx_eventreport import __version__
from sphinx_eventreport.core.patching import run_within
from sphinx_eventreport.optimize.config import OPTION, selected
from sphinx_eventreport.optimize.items import ITEMS, During
from sphinx_eventreport.optimize.versions import installed_versions, unread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.optimize.items import Item

_logger = logging.getLogger(__name__)


def setup_extension(app: Sphinx) -> ExtensionMetadata:
    """Register the configuration value, and the optimizations it asks for."""
    if OPTION not in app.config:
        app.add_config_value(OPTION, default=True, rebuild="", types=Any)
    app.connect("config-inited", _optimize)
    return {
        "version": __version__,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _optimize(app: Sphinx, config: Config) -> None:
    """Have the optimizations of the site in force when it is time for each (``config-inited``)."""
    names, problems = selected(config[OPTION], [item.name for item in ITEMS])
    for problem in problems:
        _warn(problem)
    items = _known([item for item in ITEMS if item.name in names])
    # Where there is no such method, the environment is loaded as ever.
    if hasattr(app, "_init_env"):
        run_within(app, "_init_env", lambda: _in_force(app, items, During.LOADING))
    run_within(app, "build", lambda: _in_force(app, items, During.UPDATING))
    app.connect(
        "builder-inited",
        lambda app: run_within(app.builder, "build", lambda: _in_force(app, items, During.BUILDING)),
    )


def _known(items: Sequence[Item]) -> list[Item]:
    """Return those of *items* that were read for the versions that are installed."""
    installed = installed_versions()
    known = []
    for item in items:
        reason = unread(item.read_for, installed)
        if reason:
            _logger.verbose("%s: %r is left out, as %s", OPTION, item.name, reason)
        else:
            known.append(item)
    return known


@contextmanager
def _in_force(app: Sphinx, items: Sequence[Item], during: During) -> Iterator[None]:
    with ExitStack() as stack:
        for item in items:
            if item.during is during:
                stack.enter_context(item.enter(app))
        yield


def _warn(problem: Problem) -> None:
    whole = {"problem": problem}
    _logger.warning("%s", problem, type="eventreport", subtype=problem.subtype.value, extra=whole)
