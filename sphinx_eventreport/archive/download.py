"""Getting a PDF, or asking whether it is still the one that was archived."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.archive.answer import ask, try_often
from sphinx_eventreport.archive.model import MEGABYTE, NotFetched, Status
from sphinx_eventreport.archive.partial import version_of
from sphinx_eventreport.core.files.archive_lock import is_kept_header, is_kept_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import requests

    from sphinx_eventreport.archive.connection import Connections
    from sphinx_eventreport.archive.model import Limits
    from sphinx_eventreport.archive.partial import Part
    from sphinx_eventreport.core.files.archive_lock import ArchivedDeck

    Progress = Callable[[int, int | None], None]

_OK, _PARTIAL, _NOT_MODIFIED, _NO_RANGE = 200, 206, 304, 416
_PIECE = 65_536
_HEAD = 1024
# Readers look for the end mark in the last 1024 bytes; some programs add a few.
_TAIL = 2048


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A download."""

    final_url: str
    """The address that redirects led to; the one that was asked for where that is not kept."""
    size: int
    """Bytes."""
    sha256: str
    """The hash, in hexadecimal."""
    etag: str | None
    """The host's name of the version, if it gives one."""
    last_modified: str | None
    """When the host says that the file changed."""


def download(url: str, part: Part, limits: Limits, progress: Progress) -> Downloaded:
    """Bring the PDF at *url* into *part*, from where it was left; raise :exc:`NotFetched` if it fails.

    *progress* is told the bytes that are there, and how many there are to be if that is known.
    """
    return try_often(limits, lambda connections: _download(connections, url, part, limits, progress))


def is_unchanged(url: str, entry: ArchivedDeck, limits: Limits) -> bool:
    """Return whether *url* still has the deck of *entry*; raise :exc:`NotFetched` if it has none."""
    return try_often(limits, lambda connections: _is_unchanged(connections, url, entry, limits))


def is_there(url: str, limits: Limits) -> bool:
    """Return ``True``; raise :exc:`NotFetched` if there is no PDF at *url*."""
    return try_often(limits, lambda connections: _is_there(connections, url, limits))


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _download(
    connections: Connections, url: str, part: Part, limits: Limits, progress: Progress
) -> Downloaded:
    size = part.size
    headers = {"Range": f"bytes={size}-", "If-Range": part.version} if size else {}
    with ask(connections, url, headers, limits) as response:
        if response.status_code == _NO_RANGE:
            part.remove()
            raise NotFetched("The host cannot continue the download", "run it again", again=True, wait=0)
        _receive(response, part, size, limits, progress)
    _check_whole(part)
    return Downloaded(
        final_url=response.url if is_kept_url(response.url) else url,
        size=part.path.stat().st_size,
        sha256=file_hash(part.path),
        etag=_header(response, "ETag"),
        last_modified=_header(response, "Last-Modified"),
    )


def _receive(response: requests.Response, part: Part, size: int, limits: Limits, progress: Progress) -> None:
    """Write the body to *part*, behind what is there if that is what the host sends."""
    if response.status_code != _PARTIAL or not _continues_at(response, size):
        if response.status_code == _PARTIAL:
            part.remove()
            message = "The host continues the download at the wrong place"
            raise NotFetched(message, "run it again", again=True, wait=0)
        size = 0
        part.begin(version_of(response.headers))
    length = _length(response)
    total = None if length is None else size + length
    _check_size(total or 0, limits, part)
    with part.open_end() as file:
        for piece in _pieces(response):
            size += len(piece)
            _check_size(size, limits, part)
            file.write(piece)
            file.flush()
            if size >= _HEAD:
                _check_head(part)
            progress(size, total)


def _continues_at(response: requests.Response, size: int) -> bool:
    return response.headers.get("Content-Range", "").startswith(f"bytes {size}-")


def _check_size(size: int, limits: Limits, part: Part) -> None:
    if size > limits.size:
        part.remove()
        message = f"The deck is larger than {limits.size / MEGABYTE:g} MB"
        raise NotFetched(message, "use --max-size if you want it", status=Status.REFUSED)


def _check_head(part: Part) -> None:
    with part.path.open("rb") as file:
        if b"%PDF" in file.read(_HEAD):
            return
    part.remove()
    raise _no_pdf()


def _check_whole(part: Part) -> None:
    """Raise if the file has no end. That fewer bytes came than were declared, urllib3 has said."""
    _check_head(part)
    size = part.path.stat().st_size
    with part.path.open("rb") as file:
        file.seek(max(0, size - _TAIL))
        if b"%%EOF" in file.read():
            return
    part.remove()
    raise NotFetched("The PDF is incomplete: the host cut it off", "tell its owner", again=True)


def _is_unchanged(connections: Connections, url: str, entry: ArchivedDeck, limits: Limits) -> bool:
    asked = {"If-None-Match": entry.etag, "If-Modified-Since": entry.last_modified}
    # A lock file of an earlier release may have some that their host would refuse.
    headers = {name: value for name, value in asked.items() if value and is_kept_header(value)}
    with ask(connections, url, headers, limits) as response:
        if response.status_code == _NOT_MODIFIED:
            return True
        pieces = _pdf(response)
        if _length(response) not in {None, entry.size}:
            return False
        digest, size = hashlib.sha256(), 0
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            if size > entry.size:
                return False
        return digest.hexdigest() == entry.sha256


def _is_there(connections: Connections, url: str, limits: Limits) -> bool:
    with ask(connections, url, {}, limits) as response:
        _pdf(response)
        return True


def _pdf(response: requests.Response) -> Iterator[bytes]:
    """Return the pieces of the body, after a look at the first ones: a PDF it must be."""
    pieces = _pieces(response)
    head = b""
    while len(head) < _HEAD and (piece := next(pieces, b"")):
        head += piece
    if b"%PDF" not in head[:_HEAD]:
        raise _no_pdf()
    return _joined(head, pieces)


def _joined(head: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield head
    yield from pieces


def _pieces(response: requests.Response) -> Iterator[bytes]:
    """Yield the body as it was sent. Nothing is unpacked, so a small answer cannot become a large one."""
    if response.status_code not in {_OK, _PARTIAL}:
        raise _no_pdf()
    return iter(response.raw.stream(_PIECE, decode_content=False))


def _length(response: requests.Response) -> int | None:
    written = response.headers.get("Content-Length", "")
    return (
        int(written) if written.isascii() and written.isdecimal() and len(written) < len(str(2**63)) else None
    )


def _header(response: requests.Response, name: str) -> str | None:
    """Return what the host said of the version, if it can be sent back as it is."""
    value = response.headers.get(name)
    return value if value and is_kept_header(value) else None


def _no_pdf() -> NotFetched:
    return NotFetched("The host's answer is not a PDF", "open the address, and correct it in the report")
