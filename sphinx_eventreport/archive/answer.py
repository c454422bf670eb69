"""One question to a host, with its redirects: the answer, or why there is none."""

from __future__ import annotations

import time
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import requests
import urllib3

from sphinx_eventreport.archive.addresses import check_url
from sphinx_eventreport.archive.connection import Connections
from sphinx_eventreport.archive.model import NotFetched, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TypeVar

    from sphinx_eventreport.archive.model import Limits

    _T = TypeVar("_T")

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_SERVER_ERROR = 500
_ERROR = 400
_REASON_SHOWN = 80
"""Characters of what a host says beside a status; the longest of RFC 9110 has 31."""
_LATER = "try again later"
_GONE = "correct the address in the report, or remove the deck"
_FAILURES = (requests.RequestException, urllib3.exceptions.HTTPError, OSError)


def try_often(limits: Limits, attempt: Callable[[Connections], _T]) -> _T:
    """Return what *attempt* returns; repeat it as *limits* allow where that may help.

    Raises :exc:`NotFetched` where it does not.
    """
    with Connections(limits) as connections:
        started = time.monotonic()
        for number in count(1):
            try:
                with _understood(connections, limits):
                    return attempt(connections)
            except NotFetched as error:
                wait = limits.backoff * 2 ** (number - 1) if error.wait is None else error.wait
                late = time.monotonic() + wait > started + limits.total
                if number >= limits.attempts or not error.again or connections.out_of_time or late:
                    raise
            time.sleep(wait)
    raise AssertionError


@contextmanager
def ask(
    connections: Connections, url: str, headers: Mapping[str, str], limits: Limits
) -> Iterator[requests.Response]:
    """Give the answer to *url* with status 2xx, 304 or 416; its body is not read yet.

    Each address on the way is checked before it is asked. Raises :exc:`NotFetched`.
    """
    for _ in range(limits.redirects + 1):
        check_url(url)
        response = connections.session.get(
            url,
            headers=dict(headers),
            timeout=limits.timeout,
            stream=True,
            allow_redirects=False,
            proxies=dict(connections.proxies(url)),
        )
        with response:
            if response.status_code not in _REDIRECTS:
                _check_status(response, limits)
                yield response
                return
            url = _next(url, response)
    message = f"The host redirects more than {limits.redirects} times"
    raise NotFetched(
        message, "use the address where they end, or raise --max-redirects", status=Status.REFUSED
    )


def _next(url: str, response: requests.Response) -> str:
    """Return where a redirect leads."""
    place = response.headers.get("Location", "").encode("latin-1").decode(errors="replace")
    try:
        found = urljoin(url, place) if place else ""
    except ValueError:
        found = ""
    if not found:
        raise NotFetched("The host redirects without saying where", _GONE)
    return found


def _check_status(response: requests.Response, limits: Limits) -> None:
    code = response.status_code
    if code < _ERROR or code == requests.codes.requested_range_not_satisfiable:
        return
    message = f"The host answers {code} {(response.reason or '')[:_REASON_SHOWN]}".rstrip()
    if code in _BUSY:
        wait = _retry_after(response.headers.get("Retry-After", ""))
        if wait is not None and wait > limits.longest_wait:
            raise NotFetched(f"{message}, and asks to wait for {wait:.0f} s", _LATER)
        raise NotFetched(message, _LATER, again=True, wait=wait)
    again = code >= _SERVER_ERROR
    raise NotFetched(message, _LATER if again else _GONE, again=again)


def _retry_after(written: str) -> float | None:
    """Return the seconds of a Retry-After header, a number or a date (RFC 9110)."""
    if written.isascii() and written.isdecimal():
        return float(written[:9])
    try:
        date = parsedate_to_datetime(written)
    except (ValueError, OverflowError):
        return None
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - datetime.now(UTC)).total_seconds())


@contextmanager
def _understood(connections: Connections, limits: Limits) -> Iterator[None]:
    """Turn what went wrong with a connection into words; what came when time was up does not count."""
    try:
        yield
    except (*_FAILURES, NotFetched) as error:
        if connections.out_of_time:
            raise _too_slow(limits) from error
        if isinstance(error, NotFetched):
            raise
        raise _in_words(error, limits) from error
    if connections.out_of_time:
        raise _too_slow(limits)


def _too_slow(limits: Limits) -> NotFetched:
    return NotFetched(f"The deck took longer than {limits.total:g} s", "run it again, or raise --max-time")


def _in_words(error: Exception, limits: Limits) -> NotFetched:
    if isinstance(error, requests.exceptions.SSLError):
        return NotFetched("The TLS connection to the host cannot be trusted", "tell its owner")
    if isinstance(error, (requests.Timeout, urllib3.exceptions.TimeoutError)):
        return NotFetched(f"The host was silent for {limits.timeout:g} s", _LATER, again=True)
    if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema)):
        return NotFetched("The address cannot be requested", _GONE)
    if isinstance(error, OSError) and not isinstance(error, requests.RequestException):
        return NotFetched(
            f"The copy cannot be written: {error}", "free some space, or correct the permissions"
        )
    return NotFetched("The connection was refused or interrupted", _LATER, again=True)
