"""Jekyll, with the keys of its usual themes and plugins (https://jekyllrb.com/docs/front-matter/)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates import date_from_filename, parse_range
from sphinx_eventreport.core.dialects.base import Alias, Dialect

if TYPE_CHECKING:
    from collections.abc import Mapping

_CERTAIN_KEYS = frozenset({"layout", "permalink", "collection"})
_TYPICAL_KEYS = frozenset(
    "canonicalLabel categories category excerpt excerpt_separator illustration illustration_thumbnail "
    "posted_by published redirect_from subtitle".split()
)
_NATIVE_KEYS = frozenset({"minutes", "talks"})
_EVENT_KEYS = frozenset("event event_name event_date event_url startdate start_date location venue".split())


def _matches(mapping: Mapping[str, object], filename: str) -> bool:
    if _NATIVE_KEYS & mapping.keys() or isinstance(mapping.get("event"), dict):
        return "layout" in mapping
    if _CERTAIN_KEYS & mapping.keys():
        return True
    date, _ = date_from_filename(filename)
    return date is not None and bool(_TYPICAL_KEYS & mapping.keys())


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
    """Return a link that stands beside other facts of an event; elsewhere it is the post's own."""
    is_address = isinstance(value, str) and value.startswith(("http://", "https://"))
    return value if is_address and _EVENT_KEYS & mapping.keys() else None


def _picture(value: object, _mapping: Mapping[str, object]) -> object:
    """Return the path of a picture, which some themes wrap in a map."""
    if not isinstance(value, dict):
        return value if isinstance(value, str) else None
    keys = ("path", "src", "url", "feature", "image", "overlay_image", "teaser")
    return next((value[key] for key in keys if isinstance(value.get(key), str)), None)


def _last_step(value: object, _mapping: Mapping[str, object]) -> object:
    return value.strip("/").rpartition("/")[2] if isinstance(value, str) else value


DIALECT = Dialect(
    name="jekyll",
    title="Jekyll",
    matches=_matches,
    aliases={
        "slug": Alias("label", _last_step),
        "excerpt": Alias("description"),
        "summary": Alias("description", weak=True),
        "subtitle": Alias("description", weak=True),
        "author": Alias("authors"),
        "posted_by": Alias("authors", weak=True),
        "categories": Alias("tags", merge=True),
        "category": Alias("tags", merge=True),
        "tag": Alias("tags", merge=True),
        "illustration": Alias("banner"),
        "image": Alias("banner", _picture, weak=True),
        "cover": Alias("banner", _picture, weak=True),
        "header": Alias("banner", _picture, weak=True),
        "illustration_thumbnail": Alias("thumbnail"),
        "teaser": Alias("thumbnail", _picture, weak=True),
        "canonical_url": Alias("canonical.url"),
        "canonicalLabel": Alias("canonical.label"),
        "canonical_label": Alias("canonical.label"),
        "lang": Alias("language"),
        "event_name": Alias("event.name"),
        "startdate": Alias("event.start"),
        "start_date": Alias("event.start"),
        "enddate": Alias("event.end"),
        "end_date": Alias("event.end"),
        "event_date": Alias("event", _event_dates, weak=True),
        "timezone": Alias("event.timezone"),
        "location": Alias("event.location"),
        "venue": Alias("event.location.name", weak=True),
        "event_url": Alias("event.url"),
        "link": Alias("event.url", _address_of_event, weak=True),
        "url": Alias("event.url", _address_of_event, weak=True),
    },
    ignored=frozenset(
        "about analytics author_profile avatar classes collection comments excerpt_separator expires "
        "hidden last_modified_at layout mathjax math nav_order parent permalink pin published read_time "
        "redirect_from redirect_to related render_with_liquid repeated search_exclude share show_date "
        "sidebar sitemap symbol toc toc_label toc_sticky until weight".split()
    ),
)
