"""Listeners of Sphinx's events that listen for a time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx


@contextmanager
def listening(app: Sphinx, event: str, listener: Callable[..., Any]) -> Iterator[None]:
    """Have *listener* called for each *event* of *app*."""
    number = app.connect(event, listener)
    try:
        yield
    finally:
        app.disconnect(number)
