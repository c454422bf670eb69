"""Connections that go only where they may, and end when their time is up.

The check is made where the connection is: the addresses that were checked are those that are
connected to, whatever a second look-up of the name would say (DNS rebinding), and however an
address is written. It holds for each redirect, as each needs a connection.
"""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from importlib.metadata import version
from threading import Timer
from typing import TYPE_CHECKING

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError
from urllib3.util.connection import create_connection

from sphinx_eventreport.archive.addresses import check_address, public_addresses

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from sphinx_eventreport.archive.model import Limits


class Connections:
    """The connections for one deck: a context manager that holds a session of requests."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: list[socket.socket] = []
        self._timer = Timer(limits.total, self.cut)
        self._timer.daemon = True
        self.out_of_time = False
        self.session = _Session()
        # Nothing of the environment by itself: a proxy would look names up for us, so that no address
        # could be checked, and a netrc file has passwords.
        self.session.trust_env = False
        self.session.verify = os.environ.get("REQUESTS_CA_BUNDLE") or True
        self.session.headers.update(
            {
                "User-Agent": f"sphinx-eventreport/{version('sphinx-eventreport')}",
                "Accept-Encoding": "identity",
            }
        )
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, _Adapter(self))

    def proxies(self, url: str) -> Mapping[str, str]:
        """Return the proxies for *url*: those of the environment where addresses are not checked."""
        return requests.utils.get_environ_proxies(url) if self._limits.allow_private else {}

    def connect(self, connection: HTTPConnection) -> socket.socket:
        """Return a socket for *connection* to an address of its host that was checked."""
        addresses = [connection.host]
        if not self._limits.allow_private:
            addresses = public_addresses(connection.host, connection.port)
        error = OSError("no address")
        for address in addresses:
            try:
                opened = create_connection(
                    (address, connection.port), self._limits.timeout, socket_options=connection.socket_options
                )
            except OSError as problem:
                error = problem
                continue
            self._open.append(opened.dup())
            return opened
        raise NewConnectionError(connection, str(error)) from error

    def check_peer(self, connection: HTTPConnection) -> None:
        """Check once more where *connection* led, should urllib3 one day connect in another way."""
        if not self._limits.allow_private:
            check_address(connection.host, connection.sock.getpeername()[0])

    def cut(self) -> None:
        """Cut all connections: what waits for them, even for a header, goes on with an error."""
        self.out_of_time = True
        for opened in self._open:
            with suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self.session.close()
        for opened in self._open:
            opened.close()


class _Session(requests.Session):
    """Leaves redirects alone: requests reads the whole body of one even if it is not to follow."""

    def get_redirect_target(self, _resp: requests.Response) -> None:
        """Return nothing, for any answer."""


class _Adapter(HTTPAdapter):
    """Has requests use our connections, except to a proxy."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        super().__init__()

    def init_poolmanager(self, *args: object, **kwargs: object) -> None:
        """Make the pools as ever, of our classes."""
        super().init_poolmanager(*args, **kwargs)  # type: ignore[arg-type]
        self.poolmanager.pool_classes_by_scheme = _pool_classes(self._connections)


def _pool_classes(connections: Connections) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connections.connect(self)

        def connect(self) -> None:
            super().connect()
            connections.check_peer(self)

    class Secure(Plain, HTTPSConnection):
        pass

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
