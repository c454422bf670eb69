"""Listeners of Sphinx's events that listen for a time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx


@contextmanager
def listening(app: Sphinx, event: str, listener: Callable[..., Any], priority: int = 500) -> Iterator[None]:
    """Have *listener* called for each *event* of *app*, before those with a higher *priority*."""
    number = app.connect(event, listener, priority)
    try:
        yield
    finally:
        app.disconnect(number)
