"""Feeds as Atom (RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from sphinx_eventreport.core.exports.addresses import host_of
from sphinx_eventreport.core.exports.entry import instant, timestamp
from sphinx_eventreport.core.exports.feed import FORMATS
from sphinx_eventreport.core.exports.identity import tag_uri
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    import datetime as dt

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.exports.feed import Feed

_NAMESPACE = "http://www.w3.org/2005/Atom"
_NOT_XML = lazy_regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document of XML 1.0 may have, escaped or not (section 2.2)."""


def atom(feed: Feed) -> bytes:
    """Return *feed* as a document of Atom. An entry without any date has no place in one, and is left out."""
    titled = zip(feed.entries, feed.titles, strict=True)
    dated = [(entry, title, entry.changed) for entry, title in titled if entry.changed is not None]
    host = host_of(feed.base)
    root = Element("feed", {"xmlns": _NAMESPACE, **_language(feed.language)})
    _text(root, "id", f"{feed.file}.atom")
    _text(root, "title", feed.title)
    _text(root, "updated", _stamp(_last([changed for _entry, _title, changed in dated])))
    SubElement(root, "link", rel="self", type=FORMATS["atom"], href=f"{feed.file}.atom")
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.page)
    # RFC 4287 wants an author of each entry, here or there.
    _text(SubElement(root, "author"), "name", feed.title)
    SubElement(
        root, "generator", uri="https://pypi.org/project/sphinx-eventreport/"
    ).text = "sphinx-eventreport"
    for entry, title, changed in dated:
        root.append(_entry(entry, title, changed, host))
    document: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + document + b"\n"


def _entry(entry: Entry, title: str, changed: PartialDate, host: str) -> Element:
    found = Element("entry", _language(entry.language))
    _text(found, "id", tag_uri(entry, host))
    _text(found, "title", title or entry.identity)
    _text(found, "updated", _stamp(instant(changed)))
    if entry.published:
        _text(found, "published", _stamp(instant(entry.published)))
    SubElement(found, "link", rel="alternate", type="text/html", href=entry.url)
    for each in entry.enclosures:
        link = SubElement(found, "link", rel="enclosure", type=each.media_type, href=each.url)
        link.set("title", _clean(each.title))
        if each.length:
            link.set("length", str(each.length))
    for author in entry.authors:
        person = SubElement(found, "author")
        _text(person, "name", author.name)
        if author.url:
            _text(person, "uri", author.url)
    for tag in entry.tags:
        SubElement(found, "category", term=_clean(tag))
    if entry.license:
        _text(found, "rights", entry.license)
    if entry.summary:
        _text(found, "summary", entry.summary)
    if entry.content:
        SubElement(found, "content", type="html").text = _clean(entry.content)
    return found


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _language(tag: str) -> dict[str, str]:
    return {"xml:lang": tag} if tag else {}


def _last(dates: list[PartialDate]) -> dt.datetime | None:
    return max((instant(date) for date in dates), default=None)


def _stamp(moment: dt.datetime | None) -> str:
    """Return *moment* as RFC 3339 has it; without entries, the day on which Atom became a standard."""
    return timestamp(moment) if moment else "2005-12-01T00:00:00Z"
