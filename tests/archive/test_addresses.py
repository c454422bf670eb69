from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.archive.addresses import check_url, is_public
from sphinx_eventreport.archive.connection import Connections
from sphinx_eventreport.archive.download import is_there
from sphinx_eventreport.archive.model import Limits, NotFetched, Status

if TYPE_CHECKING:
    from support.web_server import WebServer

LIMITS = Limits(timeout=2, total=5, attempts=1, backoff=0)


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 240.0.0.1
    255.255.255.255 ::1 :: fe80::1 fc00::1 fec0::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::127.0.0.1
    64:ff9b::7f00:1 64:ff9b:1::1 2002:7f00:1::1""".split(),
)
def test_an_address_that_is_not_of_the_public_network(address: str) -> None:
    """However it is dressed."""
    assert not is_public(address)


@pytest.mark.parametrize("address", "8.8.8.8 2606:4700::1111 64:ff9b::808:808 ::ffff:8.8.8.8".split())
def test_an_address_of_the_public_network(address: str) -> None:
    """Also by way of a translator from IPv6."""
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/x.pdf",
        "//example.org/x.pdf",
        "http:///x.pdf",
        "http://example.org:99999/x.pdf",
        "http://[::1/x.pdf",
        "http://user:secret@example.org/x.pdf",
        "http://user@example.org/x.pdf",
    ],
)
def test_an_address_that_is_never_asked(url: str) -> None:
    """Neither other schemes nor passwords."""
    with pytest.raises(NotFetched) as found:
        check_url(url)
    assert found.value.status is Status.REFUSED


def private(web: WebServer, form: str) -> str:
    """Return the address of *web* with its host written as *form*."""
    return f"{web.url.replace('127.0.0.1', form)}/good/x.pdf"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f000001", "127.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_a_private_address_is_refused_before_a_connection(web: WebServer, host: str) -> None:
    """Not a byte is sent, for the server sees nobody."""
    with pytest.raises(NotFetched) as found:
        is_there(private(web, host), LIMITS)
    assert (found.value.status, web.connections) == (Status.REFUSED, 0)


def test_tls_goes_through_the_same_check(web: WebServer) -> None:
    """Not even a greeting is sent."""
    with pytest.raises(NotFetched) as found:
        is_there(private(web, "127.0.0.1").replace("http:", "https:"), LIMITS)
    assert (found.value.status, web.connections) == (Status.REFUSED, 0)


@pytest.mark.parametrize(
    "target", ["127.0.0.1", "169.254.169.254", "[::1]", "2130706433", "localhost", "10.0.0.1"]
)
def test_a_redirect_to_a_private_address_is_refused(
    web: WebServer, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host is allowed here, as a public one would be; the second is not asked."""
    first, port = "slides.example.org", int(web.url.rpartition(":")[2])
    monkeypatch.setattr(Connections, "connect", _connect_to(first, port, Connections.connect))
    monkeypatch.setattr(Connections, "check_peer", lambda *_args: None)
    with pytest.raises(NotFetched) as found:
        is_there(f"http://{first}/to/http://{target}:{port}/good/x.pdf", LIMITS)
    assert (found.value.status, web.connections) == (Status.REFUSED, 1)


def _connect_to(host: str, port: int, otherwise: object) -> object:
    """Return a way to connect that leads *host* to loopback, and all others as ever."""

    def connect(self: Connections, connection: object) -> socket.socket:
        if getattr(connection, "host", "") == host:
            return socket.create_connection(("127.0.0.1", port))
        return otherwise(self, connection)  # type: ignore[operator, no-any-return]

    return connect


def test_one_private_address_among_others_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of its addresses a name leads to is chance, so all must be public."""
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: answers)
    with pytest.raises(NotFetched, match=r"10\.0\.0\.1"):
        is_there("http://slides.example.org/x.pdf", LIMITS)


def test_a_name_is_looked_up_once(web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that was checked is the one that is asked: a second answer could be another."""
    looked_up: list[str] = []
    original = socket.getaddrinfo

    def look_up(host: str, *args: object, **named: object) -> object:
        if host[0].isalpha():
            looked_up.append(host)
            host = "127.0.0.1"
        return original(host, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr("sphinx_eventreport.archive.addresses.is_public", lambda _address: True)
    assert is_there(private(web, "slides.example.org"), LIMITS)
    assert looked_up == ["slides.example.org"]


def test_a_connection_that_led_elsewhere_is_refused(web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it ended is looked at as well as where it was to go."""
    port = int(web.url.rpartition(":")[2])
    connect = _connect_to("slides.example.org", port, None)
    monkeypatch.setattr(Connections, "connect", connect)
    with pytest.raises(NotFetched, match=r"127\.0\.0\.1"):
        is_there("http://slides.example.org/good/x.pdf", LIMITS)
    assert web.asked == []


def test_a_proxy_of_the_environment_is_not_used(web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would look the name up for us, and nobody would check the address."""
    monkeypatch.setenv("http_proxy", web.url)
    with pytest.raises(NotFetched):
        is_there("http://localhost/good/x.pdf", LIMITS)
    assert web.connections == 0


def test_a_proxy_of_the_environment_is_used_where_no_address_is_checked(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever allows private hosts leaves the check to the proxy."""
    monkeypatch.setenv("http_proxy", web.url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with pytest.raises(NotFetched):
        is_there("http://slides.invalid/x.pdf", Limits(allow_private=True, attempts=1))
    assert [path for path, _headers in web.asked] == ["http://slides.invalid/x.pdf"]


@pytest.mark.parametrize("host", ["a" * 64 + ".invalid", "a..b"])
def test_a_name_that_cannot_be_one_is_no_host(host: str) -> None:
    """It is said in words."""
    with pytest.raises(NotFetched):
        is_there(f"http://{host}/x.pdf", LIMITS)
