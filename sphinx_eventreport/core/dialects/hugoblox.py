"""HugoBlox, once Wowchemy and Academic, with its old and its new keys (https://docs.hugoblox.com/reference/front-matter/)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import FILE_NAME, Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import (
    graded,
    has,
    is_dated,
    is_map_of,
    is_native,
    is_section_page,
    lowered,
    says,
)
from sphinx_eventreport.core.dialects.markdown_text import text_words, words_of
from sphinx_eventreport.core.dialects.values import (
    address,
    day,
    last_step,
    link_called,
    links,
    people,
    picture,
    where,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.frontmatter import FrontMatter

_EVENT_KEYS = frozenset(
    "event event_name event_start event_end event_all_day event_url date_end all_day".split()
)
_OWN_KEYS = _EVENT_KEYS - {"event", "event_url"} | frozenset(
    "url_slides url_video url_code url_pdf url_dataset url_poster url_project url_source url_preprint "
    "cms_exclude gallery_item profile projects content_meta".split()
)
_PICTURE_KEYS = frozenset("focal_point preview_only placement".split())
_PUBLICATION_KEYS = frozenset("publication publication_types publication_short doi hugoblox_ids".split())
_PLACE_KEYS = ("location", "address")
_MEDIA_KEYS = ("url_slides", "url_video")
_FOLDERS = frozenset({"event", "events", "talk", "talks"})
_DAY = 10
# The folder of the owner's page, in sites of before and after 2024 (https://docs.hugoblox.com/reference/author-profiles/).
_OWNER = frozenset({"admin", "me"})


def _has_event(page: Mapping[str, object]) -> bool:
    return any(says(page, key) for key in _EVENT_KEYS)


def _is_event(page: Mapping[str, object]) -> bool:
    """Return whether a page is about an event or a talk, whose day is its ``date``.

    Talks without an event are known by a place, by slides or a video on a page with a day of its own
    (``publishDate``), or by the folder in which HugoBlox keeps them.
    """
    if _has_event(page) or any(says(page, key) for key in _PLACE_KEYS):
        return True
    if says(page, "publishdate") and any(says(page, key) for key in _MEDIA_KEYS):
        return True
    return page.get("type") in _FOLDERS or not _FOLDERS.isdisjoint(str(page.get(FILE_NAME)).split("/")[:-1])


def _likeness(front: FrontMatter, filename: str) -> Likeness:
    """Take events and posts; a publication, a project and a list of pages are not reports."""
    mapping = lowered(front)
    image = mapping.get("image")
    own = (
        has(mapping, _OWN_KEYS)
        or is_map_of(image, _PICTURE_KEYS)
        or (is_map_of(image, ("caption",)) and "authors" in mapping)
        or has(mapping, ("event", "event_url"), 2)
    )
    if not own or is_native(front) or not says(mapping, "title"):
        return Likeness.NONE
    is_other = has(mapping, _PUBLICATION_KEYS) or isinstance(mapping.get("slides"), dict)
    is_post = is_dated(mapping, filename) and not is_other
    return graded(certain=not is_section_page(filename) and (_has_event(mapping) or is_post), likely=True)


def _moment(value: object, page: Mapping[str, object]) -> object:
    """Return the start or end of an event; of one of whole days, the day."""
    if page.get("all_day") is not True and page.get("event_all_day") is not True:
        return value
    if isinstance(value, dt.datetime):
        return value.date()
    return value[:_DAY] if isinstance(value, str) else value


def _authors(value: object, page: Mapping[str, object]) -> object:
    """Return people without the owner of the site, whose name only ``authors/admin/_index.md`` knows.

    Where that page is there, the name is in its place already.
    """
    items = value if isinstance(value, list) else [value]
    named = [item for item in items if not (isinstance(item, str) and item.strip().lower() in _OWNER)]
    return people(named if isinstance(value, list) else value, page) if named else []


_START = where(_is_event, _moment)

DIALECT = Dialect(
    name="hugoblox",
    title="HugoBlox",
    likeness=_likeness,
    detected_by="a title, and keys of an event (`event_name`, `event_start`, `date_end`, `all_day`, `event` "
    "with `event_url`); or a date with `url_slides` and the like, `projects`, or `image` as a map with "
    "`focal_point`; a publication is not one",
    aliases={
        "slug": Alias("label", last_step),
        "publishdate": Alias("date"),
        "authors": Alias("authors", _authors),
        "author": Alias("authors", _authors, weak=True),
        "title": Alias("title", words_of),
        "summary": Alias("description", words_of),
        "abstract": Alias("description", text_words, weak=True),
        "excerpt": Alias("description", text_words, weak=True),
        "subtitle": Alias("description", words_of, weak=True),
        "categories": Alias("tags", merge=True),
        "image": Alias("banner", picture),
        "cover": Alias("banner", picture, weak=True),
        "header": Alias("banner", picture, weak=True),
        "lang": Alias("language"),
        "event": Alias("event.name", words_of),
        "event_name": Alias("event.name", words_of),
        "event_url": Alias("event.url"),
        "event_start": Alias("event.start", _moment),
        "event_end": Alias("event.end", _moment),
        "date": Alias("event.start", _START, weak=True),
        "date_end": Alias("event.end", _moment),
        "location": Alias("event.location.name"),
        "address": Alias("event.location.address"),
        "url_slides": Alias("talks.deck", address),
        "slides": Alias("talks.deck", address, weak=True),
        "url_video": Alias("talks.recording", address),
        "url_code": Alias("talks.links", link_called("Code"), merge=True),
        "url_pdf": Alias("talks.links", link_called("PDF"), merge=True),
        "url_dataset": Alias("talks.links", link_called("Dataset"), merge=True),
        "url_poster": Alias("talks.links", link_called("Poster"), merge=True),
        "url_project": Alias("talks.links", link_called("Project"), merge=True),
        "lastmod": Alias("updated", day),
        "links": Alias("talks.links", where(_is_event, links), merge=True),
    },
    also={"date": Alias("date"), "authors": Alias("talks.speakers", where(_is_event, _authors))},
    ignored=_OWN_KEYS
    - _EVENT_KEYS
    - frozenset("url_slides url_video url_code url_pdf url_dataset url_poster url_project".split())
    | frozenset(
        "aliases all_day commentable diagram draft event_all_day external_link featured highlight "
        "highlight_languages layout linktitle markup math menu pager reading_time readtime "
        "share show_breadcrumb show_date toc type url_custom view weight".split()
    ),
    folded=True,
)
