"""Addresses as they leave a site: with ASCII alone, and none that is not of the web."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_AS_IT_IS = "!#$%&'()*+,-./:;=?@[]_~"
"""The signs with a meaning in addresses, and those that need no escape (RFC 3986, 2.2 and 2.3)."""
_NO_HOST = "eventreport.invalid"
"""The host of a site of which nobody knows where it is. RFC 2606 keeps the name from being one."""


def as_uri(address: str) -> str:
    """Return *address* with all escaped that RFC 3986 lets into none: spaces, letters, control signs."""
    return quote(address, safe=_AS_IT_IS, errors="replace")


def on_the_web(address: str | None) -> str:
    """Return *address* as `as_uri` does if it leads to the web, else "": those of e-mail are private."""
    text = (address or "").strip()
    return as_uri(text) if text.lower().startswith(("https://", "http://")) else ""


def host_of(base_url: str) -> str:
    """Return the host in *base_url*, in ASCII; a name that is none where there is no address."""
    try:
        host = urlsplit(base_url).hostname or _NO_HOST
        return host.encode("idna").decode()
    except (ValueError, UnicodeError):
        return _NO_HOST
