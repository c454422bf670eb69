"""The lock file of archived decks: its text in, records and problems out, and back.

JSON of our own: ``{"version": 1, "decks": {URL: {field: value}}}``, the fields those of
:class:`ArchivedDeck`.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import read_address
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = "_decks"
"""Where the copies and their lock file are, from the source directory."""
LOCK_NAME = "archive.lock.json"
"""The name of the lock file in :data:`FOLDER`."""

_VERSION = 1
_DAY = lazy_regex(r"\d{4}-\d\d-\d\d", re.ASCII)
_SHA256 = lazy_regex("[0-9a-f]{64}")
# Control characters drive terminals, and half a surrogate pair, which JSON can spell, has no UTF-8.
_UNPRINTABLE = "\x00-\x1f\x7f-\x9f\ud800-\udfff"
_NOT_IN_URL = lazy_regex(f"[{_UNPRINTABLE}]")
_NOT_IN_PATH = lazy_regex(rf'[{_UNPRINTABLE}\\:*?"<>|]')
_LONGEST_HEADER = 1_000
"""Characters of a header or an address that a host sends.

An entity tag has some forty, an address with a signature 500, and servers refuse requests beyond 8,000.
"""
_HINT = "restore the file from version control, or delete it and archive again"


@dataclass(frozen=True, slots=True)
class ArchivedDeck:
    """A copy of a hosted PDF."""

    url: str
    """The address in reports, without the fragment."""
    final_url: str
    """Where redirects led."""
    retrieved: date
    """The day on which the copy was taken, in UTC."""
    size: int
    """How large it is, in bytes."""
    sha256: str
    """The SHA-256 digest, in lower-case hexadecimal digits."""
    path: str
    """The path from the folder of the lock file to the copy, with ``/``."""
    etag: str | None = None
    """The entity tag that the host gave (RFC 9110), to ask it later whether the deck changed."""
    last_modified: str | None = None
    """The date that the host gave, for the same question."""


def lock_key(url: str) -> str:
    """Return *url* as the lock file names it: without its fragment, which no host is told."""
    return url.partition("#")[0]


def read_lock(text: str) -> tuple[Mapping[str, ArchivedDeck], tuple[Problem, ...]]:
    """Return the entries of the lock file with the content *text* by :func:`lock_key`, and what was wrong.

    An entry that is not as it should be is left out.
    """
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        return {}, (_problem(f"The lock file is not JSON: {error.msg}", line=error.lineno),)
    except (ValueError, RecursionError):
        return {}, (_problem("The lock file has a number that is too large, or is nested too deeply"),)
    if not isinstance(content, dict) or not isinstance(content.get("decks"), dict):
        return {}, (_problem("The lock file has no table of decks"),)
    if content.get("version") != _VERSION:
        message = f"The lock file is not of version {_VERSION}, the only one supported"
        return {}, (_problem(message, hint="use the version of sphinx-eventreport that wrote it"),)
    found = {url: _entry(url, fields) for url, fields in content["decks"].items()}
    wrong = (
        _problem(f"The lock file says of {url[:200]!r} what cannot be: {entry}")
        for url, entry in found.items()
        if isinstance(entry, str)
    )
    return {url: entry for url, entry in found.items() if isinstance(entry, ArchivedDeck)}, tuple(wrong)


def lock_text(entries: Iterable[ArchivedDeck]) -> str:
    """Return the content of the lock file with *entries*: sorted, one field a line."""
    decks = {entry.url: _fields(entry) for entry in entries}
    return json.dumps({"version": _VERSION, "decks": decks}, indent=2, sort_keys=True) + "\n"


def _fields(entry: ArchivedDeck) -> dict[str, object]:
    fields = {name: value for name, value in asdict(entry).items() if value is not None and name != "url"}
    return {**fields, "retrieved": entry.retrieved.isoformat()}


def _entry(url: str, fields: Any) -> ArchivedDeck | str:  # noqa: ANN401 -- whatever JSON has
    """Return the record of an entry, or the name of the field that is wrong."""
    if not isinstance(fields, dict):
        return "it has no fields"
    if not _is_url(url) or lock_key(url) != url:
        return "the URL"
    retrieved, size = _day(fields.get("retrieved")), fields.get("size")
    if retrieved is None:
        return "retrieved"
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        return "size"
    wrong = next((name for name, is_right in _TEXTS.items() if not is_right(fields.get(name))), None)
    texts: dict[str, Any] = {name: fields.get(name) for name in _TEXTS}
    return wrong or ArchivedDeck(url=url, retrieved=retrieved, size=size, **texts)


def _day(value: object) -> date | None:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _is_url(value: object) -> bool:
    return isinstance(value, str) and not _NOT_IN_URL.search(value) and read_address(value) is not None


def _is_sha256(value: object) -> bool:
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None


def _is_path(value: object) -> bool:
    """Return whether *value* is a path below the folder of the lock file, on every system."""
    if not isinstance(value, str) or _NOT_IN_PATH.search(value):
        return False
    return not {"", ".", ".."} & set(value.split("/"))


def is_kept_header(value: str) -> bool:
    """Return whether the header *value* is kept, to be sent to its host again."""
    return len(value) <= _LONGEST_HEADER and value.isascii() and value.isprintable()


def is_kept_url(url: str) -> bool:
    """Return whether *url*, to which a host has led, is kept."""
    return len(url) <= _LONGEST_HEADER and _is_url(url)


def _is_header(value: object) -> bool:
    """Return whether *value* can be sent to a host as the value of a header, or is absent."""
    return value is None or (isinstance(value, str) and value.isascii() and value.isprintable())


_TEXTS = {
    "final_url": _is_url,
    "sha256": _is_sha256,
    "path": _is_path,
    "etag": _is_header,
    "last_modified": _is_header,
}


def _problem(message: str, *, line: int | None = None, hint: str = _HINT) -> Problem:
    return Problem(Subtype.ARCHIVE, message, line=line, hint=hint)
