"""The arguments of events are put into words where somebody logs them."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sphinx import events

from sphinx_eventreport.core.patching import SharedChange, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sphinx.application import Sphinx


def describe_events_if_logged(_app: Sphinx) -> AbstractContextManager[None]:
    """Have Sphinx describe an event only where ``-vv`` or somebody's handler asks for it.

    It puts all arguments into words before it is known whether they are logged: of each page its whole
    context, with the text of the page.
    """
    return _described_if_logged()


@contextmanager
def _describing() -> Iterator[None]:
    # A name of the module hides that of Python. Sphinx logs nothing of what cannot be put into words.
    if "repr" in vars(events):
        yield
        return
    with replaced(events, "repr", _described):
        yield


def _described(arguments: object) -> str:
    if any(handler.level <= logging.DEBUG for handler in _handlers(events.logger.logger)):
        return repr(arguments)
    raise _NotLogged


def _handlers(logger: logging.Logger | None) -> Iterator[logging.Handler]:
    """Yield the handlers that get what *logger* logs."""
    while logger is not None:
        yield from logger.handlers
        logger = logger.parent if logger.propagate else None


class _NotLogged(Exception):  # noqa: N818 -- not an error
    """Nobody logs it."""


_described_if_logged = SharedChange(_describing)
