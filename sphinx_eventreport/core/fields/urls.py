"""URLs and paths."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sphinx_eventreport.core.fields.scalars import shown, text
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Subtype

if TYPE_CHECKING:
    from sphinx_eventreport.core.fields.place import Place

_SCHEME = lazy_regex(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "ftp", "tel"})
# A browser drops these from the scheme before it looks at it, and some it shows as nothing.
_IGNORED_IN_SCHEME = lazy_regex("[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_LONGEST_URL = 4_000
_UNESCAPINGS = 3


def safe_url(written: str) -> str | None:
    """Return the URL *written* ready for a link, or ``None`` if it is malformed or could run code.

    Only ``http``, ``https``, ``mailto``, ``ftp``, ``tel`` and relative URLs pass. ``//host`` and
    ``www.host`` become ``https``.
    """
    address = _IGNORED_IN_SCHEME.sub(_visible, html.unescape(written).strip(" \xa0"))
    if not address or len(address) > _LONGEST_URL or _scheme(written) not in {None, *_SAFE_SCHEMES}:
        return None
    if address.startswith(("//", "www.")):
        address = "https://" + address.lstrip("/")
    return address if _is_well_formed(address) else None


def url(value: object, place: Place) -> str | None:
    """Return a URL that is safe to link to."""
    written = text(value, place, limit=_LONGEST_URL)
    if written is None:
        return None
    address = safe_url(written)
    if address is None:
        message = f"is {shown(written)}, which is not a URL that can be linked to"
        place.report(Subtype.URL, message, "write one that starts with https://")
    return address


def path(value: object, place: Place) -> str | None:
    """Return the path or URL of a picture or file, as written; ``/`` in front is the source directory."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("path", "src", "url") if key in value), value)
    written = text(value, place, limit=_LONGEST_URL)
    if written is None:
        return None
    if _scheme(written) not in {None, "http", "https"} or not _is_well_formed(written):
        message = f"is {shown(written)}, which is neither a path nor a URL"
        place.report(Subtype.URL, message, "write the path of a file, with / for the source directory")
        return None
    return written


def _visible(match: re.Match[str]) -> str:
    return "%20" if match[0] in " \xa0" else ""


def _scheme(address: str) -> str | None:
    """Return the scheme that a browser could see in *address*, however it is hidden."""
    for _ in range(_UNESCAPINGS):
        address = html.unescape(address)
    match = _SCHEME.match(_IGNORED_IN_SCHEME.sub("", address))
    return match[1].lower() if match else None


def _is_well_formed(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.netloc) or parts.scheme not in {"http", "https", "ftp"}
