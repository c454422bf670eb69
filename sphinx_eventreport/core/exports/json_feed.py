"""Feeds as JSON: JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

What it has no words for is in ``_eventreport``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sphinx_eventreport.core.exports.addresses import host_of
from sphinx_eventreport.core.exports.entry import instant, timestamp
from sphinx_eventreport.core.exports.identity import tag_uri

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.exports.feed import Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Return *feed* as a JSON Feed."""
    host = host_of(feed.base)
    found = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": f"{feed.file}.json",
        "language": feed.language,
        "items": [_item(entry, title, host) for entry, title in zip(feed.entries, feed.titles, strict=True)],
    }
    return (
        json.dumps(_said(found, keep=("items",)), ensure_ascii=False, indent=1).encode(errors="replace")
        + b"\n"
    )


def _item(entry: Entry, title: str, host: str) -> dict[str, object]:
    attachments = [
        _said({"url": one.url, "mime_type": one.media_type, "title": one.title, "size_in_bytes": one.length})
        for one in entry.enclosures
    ]
    return _said(
        {
            "id": tag_uri(entry, host),
            "url": entry.url,
            "title": title,
            "content_text": entry.summary,
            "content_html": entry.content,
            "date_published": _stamp(entry.published),
            "date_modified": _stamp(entry.updated),
            "authors": [_said({"name": one.name, "url": one.url}) for one in entry.authors],
            "tags": list(entry.tags),
            "language": entry.language,
            "attachments": attachments,
            "_eventreport": _more(entry),
        },
        # An item has a text, if only an empty one.
        keep=("content_text",),
    )


def _more(entry: Entry) -> dict[str, object]:
    """Return what JSON Feed has no words for; dates as precise as they were written."""
    return _said(
        {
            "type": entry.type,
            "name": entry.identity,
            "part_of": entry.part_of,
            "start": _written(entry.start),
            "end": _written(entry.end),
            "timezone": entry.start.zone if entry.start else None,
            "duration_minutes": entry.minutes,
            "place": entry.place,
            "online_url": entry.online_url,
            "mode": entry.mode,
            "status": entry.status,
            "state": entry.state,
            "due": _written(entry.due),
            "done": _written(entry.done),
            "license": entry.license,
        }
    )


def _said(values: Mapping[str, object], keep: tuple[str, ...] = ()) -> dict[str, object]:
    return {name: value for name, value in values.items() if value or name in keep}


def _written(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None


def _stamp(date: PartialDate | None) -> str | None:
    return timestamp(instant(date)) if date else None
