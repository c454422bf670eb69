"""Names of entries that hold for good, wherever the files of a site are moved.

A reader of feeds shows an entry again when its name changes. So a name is made from what a thing is
called, and not from the path of its page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

if TYPE_CHECKING:
    from sphinx_eventreport.core.exports.entry import Entry

_SAFE = "/-._~!$&'()*+,;=:@"
"""What RFC 3986 lets into a path as it is."""


def tag_uri(entry: Entry, host: str) -> str:
    """Return the id of *entry* as a tag URI (RFC 4151): ``tag:example.org,2021-01-14:talk/maps/opening``."""
    day = entry.published or entry.start
    since = day.date.isoformat() if day else "2000-01-01"
    return f"tag:{host},{since}:{quote(f'{entry.type}/{entry.identity}', safe=_SAFE, errors='replace')}"


def uid(entry: Entry, host: str) -> str:
    """Return the UID of *entry* in calendars (RFC 5545, 3.8.4.7): ``talk/maps/opening@example.org``."""
    return uid_of(entry.type, entry.identity, host)


def uid_of(object_type: str, identity: str, host: str) -> str:
    """Return the UID of the object called *identity*."""
    return f"{object_type}/{identity}@{host}"


def guid(object_type: str, identity: str, host: str) -> UUID:
    """Return the UUID of an object, the same on each day and machine (RFC 9562, 5.5)."""
    return uuid5(NAMESPACE_URL, f"{host}/{object_type}/{identity}")
