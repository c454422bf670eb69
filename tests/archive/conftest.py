from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.web_server import WebServer, serve

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def web() -> Iterator[WebServer]:
    """Return a running server."""
    state = WebServer()
    server = serve(state)
    yield state
    server.shutdown()
    server.server_close()
