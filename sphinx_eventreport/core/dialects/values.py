"""Converters: what the values of foreign keys mean, where they are not what the native key takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from sphinx_eventreport.core.dialects.alias import Convert

Page = Mapping[str, object]
"""The whole front matter."""

_PICTURE_KEYS = ("path", "src", "url", "filename", "feature", "image", "overlay_image", "teaser")
_NAME_AND_ID = lazy_regex(r"(?P<name>[^<>]+?)\s*<(?P<id>[^<>@\s/:]+)>")
_VIDEO_ID = lazy_regex(r"[A-Za-z0-9_-]{6,20}")
_SECONDS_A_MINUTE = 60

# https://docs.getpelican.com/en/latest/content.html#linking-to-internal-content
_PLACE = lazy_regex(r"[{|](?:static|filename|attach|photo)[}|]")


def picture(value: object, _page: Page) -> object:
    """Return the path of a picture, which some themes wrap in a map; a number is not a picture."""
    if not isinstance(value, dict):
        return value if isinstance(value, str) else None
    return next((value[key] for key in _PICTURE_KEYS if isinstance(value.get(key), str)), None)


def last_step(value: object, _page: Page) -> object:
    """Return the last part of a path such as ``/2016/06/some-title/``."""
    return value.strip("/").rpartition("/")[2] if isinstance(value, str) else value


def only_text(value: object, _page: Page) -> object:
    """Return a text; numbers, lists and maps mean something else."""
    return value if isinstance(value, str) else None


def address(value: object, _page: Page) -> object:
    """Return a path or URL; a bare word is the name of something else."""
    return value if isinstance(value, str) and ("/" in value or "." in value) else None


def video(value: object, _page: Page) -> object:
    """Return the URL of a video of YouTube given by its id; other texts as they are."""
    if isinstance(value, str) and _VIDEO_ID.fullmatch(value):
        return f"https://youtu.be/{value}"
    return value if isinstance(value, str) else None


def slideshare(value: object, _page: Page) -> object:
    """Return the URL of a deck of SlideShare given by its number or key; other texts as they are."""
    if isinstance(value, int) or (isinstance(value, str) and value.isdecimal()):
        return f"https://www.slideshare.net/slideshow/embed_code/{value}"
    if isinstance(value, str) and value.isalnum():
        return f"https://www.slideshare.net/slideshow/embed_code/key/{value}"
    return value if isinstance(value, str) else None


def words(value: object, _page: Page) -> object:
    """Return the words of a text that has no comma, and any other value as it is."""
    return value.split() if isinstance(value, str) and "," not in value else value


def labels(value: object, _page: Page) -> object:
    """Return a list of texts, of which some may be maps with a ``label``."""
    if not isinstance(value, list):
        return value
    return [item.get("label", item) if isinstance(item, dict) else item for item in value]


def placed_picture(value: object, page: Page) -> object:
    """Return the path of a picture without Pelican's word for where it begins: ``{static}/a.png``."""
    found = picture(value, page)
    return _PLACE.sub("", found) if isinstance(found, str) else found


def people(value: object, _page: Page) -> object:
    """Return people, of whom "Jane Doe <jdoe>" has an id, and a name may be in parts."""
    return [_person(item) for item in value] if isinstance(value, list) else _person(value)


def _person(value: object) -> object:
    if isinstance(value, str):
        match = _NAME_AND_ID.fullmatch(value.strip())
        return {"name": match["name"], "id": match["id"]} if match else value
    name = value.get("name") if isinstance(value, dict) else None
    if isinstance(value, dict) and isinstance(name, dict):
        parts = [str(name[key]) for key in ("given", "family", "literal") if name.get(key)]
        return {**value, "name": " ".join(parts)}
    return value


def created(value: object, _page: Page) -> object:
    """Return the day of a map ``{created: ..., updated: ...}``; any other value as it is."""
    return value.get("created") if isinstance(value, dict) else value


def updated(value: object, page: Page) -> object:
    """Return the day of the last change in a map, ``{created, updated}`` or ``{date, author}``."""
    return day(value.get("updated", value.get("date")), page) if isinstance(value, dict) else None


def day(value: object, _page: Page) -> object:
    """Return *value* where it is a date: a program may have been asked for it instead (``last-modified``)."""
    return value if parse_date(value) else None


def seconds(value: object, _page: Page) -> object:
    """Return minutes of a number of seconds, as text: a number would be read as it was written."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    # A comparison, not a sum: infinity and NaN are numbers too.
    return str(max(1, round(value / _SECONDS_A_MINUTE))) if 0 < value < dt.MAXYEAR**2 else None


def links(value: object, _page: Page) -> object:
    """Return links of maps ``{name, url}``; those without an address go."""
    if not isinstance(value, list):
        return None
    found = [item for item in value if isinstance(item, dict) and isinstance(item.get("url"), str)]
    return [
        {"label": item.get("label") or item.get("name") or item["url"], "url": item["url"]} for item in found
    ]


def link_called(label: str) -> Convert:
    """Return a converter of an address to a list of one link of that *label*."""

    def convert(value: object, _page: Page) -> object:
        return [{"label": label, "url": value}] if isinstance(value, str) and "/" in value else None

    return convert


def where(condition: Callable[[Page], bool], convert: Convert | None = None) -> Convert:
    """Return a converter that reads a value only in pages for which *condition* holds."""

    def read(value: object, page: Page) -> object:
        if not condition(page):
            return None
        return convert(value, page) if convert else value

    return read
