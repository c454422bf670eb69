"""Lists of texts and of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.fields.scalars import text
from sphinx_eventreport.core.fields.urls import url
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.records import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.fields.place import Place

_LONGEST_ITEM = 200
_LINKS = (
    lazy_regex(r"(?P<label>[^<>]*)<(?P<url>[^<>]+)>"),
    lazy_regex(r"\[(?P<label>[^\[\]]*)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"),
)
"""A link in reStructuredText, without its quotation marks, and one in Markdown."""


def texts(value: object, place: Place) -> tuple[str, ...]:
    """Return a list of texts, such as tags; a text with commas is a list too. Repeats go."""
    if isinstance(value, list):
        found = [text(item, place.child(number), limit=_LONGEST_ITEM) for number, item in enumerate(value)]
    elif isinstance(value, str):
        found = [text(item, place, limit=_LONGEST_ITEM) for item in value.split(",")]
    else:
        found = [text(value, place)]
    return tuple(dict.fromkeys(item for item in found if item))


def links(value: object, place: Place) -> tuple[Link, ...]:
    """Return links: maps of ``label`` and ``url``, or texts: ``Code <https://...>, [Demo](https://...)``."""
    if isinstance(value, str):
        items: list[tuple[object, Place]] = [(item.strip(" \n"), place) for item in value.split(",")]
    elif isinstance(value, list):
        items = [(item, place.child(number)) for number, item in enumerate(value)]
    else:
        items = [(value, place)]
    return tuple(link for item, where in items for link in _links_of(item, where))


def _links_of(item: object, place: Place) -> Iterator[Link]:
    if isinstance(item, dict):
        label = text(item.get("label", item.get("name")), place.child("label"), limit=_LONGEST_ITEM)
        address = url(item.get("url"), place.child("url"))
        if not item.get("url"):
            place.report(Subtype.VALUE, "is a link without a URL", "write {label: Code, url: https://...}")
    else:
        written = text(item, place, limit=4_000)
        match = next(filter(None, (form.fullmatch(written or "") for form in _LINKS)), None)
        label = match["label"].strip() if match else None
        address = url(match["url"] if match else written, place)
    if address:
        yield Link(label or address, address)
