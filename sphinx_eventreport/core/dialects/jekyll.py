"""Jekyll, with the keys of its usual themes and plugins (https://jekyllrb.com/docs/front-matter/)."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import date_from_filename
from sphinx_eventreport.core.dates.written import parse_range
from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import graded, has, is_dated, is_post_by_name, lowered
from sphinx_eventreport.core.dialects.spellings import DAYS, end_of, plain_key, start_of
from sphinx_eventreport.core.dialects.values import (
    address,
    day,
    last_step,
    picture,
    slideshare,
    video,
    where,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.frontmatter import FrontMatter

_TYPICAL_KEYS = frozenset(
    "canonicalLabel categories category excerpt excerpt_separator illustration illustration_thumbnail "
    "posted_by published redirect_from subtitle".split()
)
_COMMON_KEYS = frozenset({"categories", "category", "subtitle"})
_KEYS_OF_OTHERS = frozenset(
    "blogpost draft editor execute format hide_table_of_contents image-alt lastmod listing publishdate "
    "redirect readtime toc_max_heading_level".split()
)
DRAFTS_FOLDER = "_drafts"
"""Where posts are that are not published (https://jekyllrb.com/docs/posts/#drafts)."""

_NATIVE_KEYS = frozenset({"minutes", "talks"})
_EVENT_KEYS = frozenset("event event_name event_date event_url startdate start_date location venue".split())


def _likeness(front: FrontMatter, filename: str) -> Likeness:
    mapping = front.mapping
    if front.format not in {"yaml", None}:
        return Likeness.NONE
    if _NATIVE_KEYS & mapping.keys() or isinstance(mapping.get("event"), dict):
        return graded(certain="layout" in mapping)
    if DRAFTS_FOLDER in PurePosixPath(filename).parts[:-1] and mapping and "event" not in mapping:
        return Likeness.CERTAIN
    date, _ = date_from_filename(filename)
    is_post = date is not None and has(mapping, _TYPICAL_KEYS) and not _is_of_others(lowered(front), filename)
    is_its_own = has(mapping, ("layout", "collection")) or (
        "permalink" in mapping and not _is_headless(mapping)
    )
    is_likely = is_its_own or has(mapping, _TYPICAL_KEYS - _COMMON_KEYS)
    return graded(certain=is_post or (is_its_own and _has_a_day(mapping, filename)), likely=is_likely)


def _has_a_day(mapping: Mapping[str, object], filename: str) -> bool:
    """Return whether a page is of some day, or says that it is a post, a talk or an event."""
    days = {plain_key(key) for key in mapping} & DAYS
    return is_dated(mapping, filename) or bool(days) or is_post_by_name(mapping)


def _is_of_others(mapping: Mapping[str, object], filename: str) -> bool:
    """Return whether a post with a dated file name has keys that Jekyll does not, or the shape of ABlog."""
    return (
        _is_headless(mapping) or has(mapping, _KEYS_OF_OTHERS) or filename.endswith((".qmd", ".mdx", ".Rmd"))
    )


def _is_headless(mapping: Mapping[str, object]) -> bool:
    """Return whether a page has a date and no title, as one of ABlog or MkDocs, whose title is a heading."""
    return "title" not in mapping and "date" in mapping


def _is_talk(page: Mapping[str, object]) -> bool:
    """Return whether a page is about a talk, whose date is that of the event."""
    return page.get("layout") == "talk"


def _event_dates(value: object, _mapping: Mapping[str, object]) -> object:
    """Read "November 17–22, 2019" as the first and the last day."""
    if isinstance(value, dict):
        return value
    days = parse_range(value)
    if days is None:
        return {"start": value}
    start, end = (day.isoformat() for day in days)
    return {"start": start} if start == end else {"start": start, "end": end}


def _address_of_event(value: object, mapping: Mapping[str, object]) -> object:
    """Return a link that is beside other facts of an event; elsewhere it is the post's own."""
    is_address = isinstance(value, str) and value.startswith(("http://", "https://"))
    return value if is_address and _EVENT_KEYS & mapping.keys() else None


DIALECT = Dialect(
    name="jekyll",
    title="Jekyll",
    likeness=_likeness,
    detected_by="`layout`, `permalink` or `collection`, and a day or a word for a post, a talk or an "
    "event; or a file name that begins with a date, a title, and other keys of Jekyll: `categories`, "
    "`category`, `excerpt`, `published`, `redirect_from` and the like",
    aliases={
        "date": Alias("date"),
        "last_modified_at": Alias("updated", day),
        "slug": Alias("label", last_step),
        "excerpt": Alias("description"),
        "summary": Alias("description", weak=True),
        "subtitle": Alias("description", weak=True),
        "author": Alias("authors"),
        "posted_by": Alias("authors", weak=True),
        # https://jekyllrb.com/docs/posts/#tags: a text is a list of words; of `category` and `tag` it is one.
        "tags": Alias("tags", words, merge=True),
        "categories": Alias("tags", words, merge=True),
        "category": Alias("tags", merge=True),
        "tag": Alias("tags", merge=True),
        "illustration": Alias("banner"),
        "image": Alias("banner", picture, weak=True),
        "cover": Alias("banner", picture, weak=True),
        "header": Alias("banner", picture, weak=True),
        "illustration_thumbnail": Alias("thumbnail"),
        "teaser": Alias("thumbnail", picture, weak=True),
        "canonical_url": Alias("canonical.url"),
        "canonicalLabel": Alias("canonical.label"),
        "canonical_label": Alias("canonical.label"),
        "lang": Alias("language"),
        "event_name": Alias("event.name"),
        "startdate": Alias("event.start", start_of),
        "start_date": Alias("event.start", start_of),
        "enddate": Alias("event.end", end_of),
        "end_date": Alias("event.end", end_of),
        "event_date": Alias("event", _event_dates, weak=True),
        "timezone": Alias("event.timezone"),
        "location": Alias("event.location"),
        "venue": Alias("event.location.name", weak=True),
        "event_url": Alias("event.url"),
        "link": Alias("event.url", _address_of_event, weak=True),
        "url": Alias("event.url", _address_of_event, weak=True),
        "venue_url": Alias("event.url", weak=True),
        "speakers": Alias("talks.speakers"),
        "speaker": Alias("talks.speakers", weak=True),
        "slides": Alias("talks.deck", address),
        "slides_url": Alias("talks.deck", address, weak=True),
        "slideshare": Alias("talks.deck", slideshare, weak=True),
        "video": Alias("talks.recording", address),
        "video_url": Alias("talks.recording", address, weak=True),
        "youtube": Alias("talks.recording", video, weak=True),
    },
    also={"date": Alias("event.start", where(_is_talk))},
    ignored=frozenset(
        "about analytics author_profile avatar classes collection comments excerpt_separator expires "
        "hidden layout mathjax math nav_order parent permalink pin published read_time "
        "redirect_from redirect_to related render_with_liquid repeated search_exclude share show_date "
        "sidebar sitemap symbol toc toc_label toc_sticky until weight".split()
    ),
)
