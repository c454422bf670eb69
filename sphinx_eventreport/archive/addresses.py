"""Which addresses may be asked: http and https on hosts of the public network."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sphinx_eventreport.archive.model import NotFetched, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def check_url(url: str) -> None:
    """Raise :exc:`NotFetched` if *url* is not one to ask: its scheme, a password, no host."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host:
        raise _refused(f"{url[:200]} is not an http or https URL", "correct the address")
    if "@" in parts.netloc:
        hint = "remove them, or put the file into the source tree yourself"
        raise _refused("The address has a user name or a password in it", hint)


def public_addresses(host: str, port: int) -> list[str]:
    """Return the addresses of *host*; raise :exc:`NotFetched` if one of them is not public.

    One is enough: which of them a connection takes is chance.
    """
    addresses = _resolve(host, port)
    for address in addresses:
        check_address(host, address)
    return addresses


def check_address(host: str, address: str) -> None:
    """Raise :exc:`NotFetched` if *address*, one of those of *host*, is not public."""
    if not is_public(address):
        named = host if host == address else f"{host} ({address})"
        hint = "use --allow-private if you may ask this host"
        raise _refused(f"{named} is an address of a private network or of this machine", hint)


def is_public(address: str) -> bool:
    """Return whether the IP *address*, and the one that it may carry inside, is of the public network."""
    ip = ipaddress.ip_address(address)
    carried = list(_carried(ip))
    if carried:
        return all(is_public(str(inner)) for inner in carried)
    special = ip.is_multicast or ip.is_reserved or ip.is_unspecified or getattr(ip, "is_site_local", False)
    return ip.is_global and not special


def _carried(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> Iterator[ipaddress.IPv4Address]:
    """Yield the IPv4 addresses to which an IPv6 address may lead: mapped, NAT64, 6to4, Teredo."""
    if isinstance(ip, ipaddress.IPv4Address):
        return
    if ip in _NAT64:
        yield ipaddress.IPv4Address(ip.packed[-4:])
    yield from filter(None, (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())))


def _resolve(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        hint = "correct the address, or try again if the host was there before"
        message = f"There is no host {host[:200]}"
        raise NotFetched(message, hint, again=isinstance(error, OSError)) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _refused(message: str, hint: str) -> NotFetched:
    return NotFetched(message, hint, status=Status.REFUSED)
