"""How a dialect is detected: small questions about front matter that several dialects ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import date_from_path
from sphinx_eventreport.core.dialects.base import Likeness, is_empty

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sphinx_eventreport.core.frontmatter import FrontMatter

REPORT_KEYS = frozenset({"event", "minutes", "talks"})
"""Those of them that make a page a report."""

_OTHER_PAGES = frozenset(
    "page pages publication publications paper papers book books job jobs career careers employee "
    "employees staff "
    "person people member members team author authors profile profiles bio biography cv resume "
    "teaching course "
    "courses portfolio project projects product products category categories tag tags archive "
    "archives search "
    "landing homepage contact faq docs doc documentation wiki sponsor sponsors partner partners "
    "license".split()
)
_FOLDERS_OF_OTHERS = frozenset(
    "publications jobs careers employees staff people members team authors profiles teaching "
    "portfolio sponsors".split()
)
_POSTS = frozenset(
    "post posts blog blogpost blog-post article articles news talk talks event events meetup meetups meeting "
    "meetings minutes presentation presentations conference conferences workshop workshops webinar "
    "webinars report "
    "reports recap session sessions lecture slides video".split()
)
_TEMPLATE = "{{"
_INDEX_NAMES = frozenset({"_index", "_index.md", "_index.en.md"})


def graded(*, certain: bool, likely: bool = False) -> Likeness:
    """Return how much a page looks like a dialect."""
    if certain:
        return Likeness.CERTAIN
    return Likeness.LIKELY if likely else Likeness.NONE


def has(mapping: Mapping[str, object], keys: Collection[str], least: int = 1) -> bool:
    """Return whether at least so many of *keys* are in *mapping*, with a value or without."""
    return sum(key in mapping for key in keys) >= least


def says(mapping: Mapping[str, object], key: str) -> bool:
    """Return whether *key* has a value that is not empty."""
    return not is_empty(mapping.get(key))


def lowered(front: FrontMatter) -> dict[str, object]:
    """Return the front matter with its keys in lower case."""
    return {key.lower(): value for key, value in front.mapping.items()}


def is_dated(mapping: Mapping[str, object], filename: str) -> bool:
    """Return whether a page has a day of its own, as posts do and pages of documentation do not."""
    said = says(mapping, "date") and _TEMPLATE not in str(mapping["date"])
    return said or date_from_path(filename) is not None


def is_section_page(filename: str) -> bool:
    """Return whether *filename* is the list of a folder in Hugo and Zola, not a page in it."""
    return filename.rpartition("/")[2] in _INDEX_NAMES


def is_other_page(mapping: Mapping[str, object], filename: str) -> bool:
    """Return whether a page, or its folder, says that it is about a person, a paper, a job or the like.

    A page of Jekyll's ``_posts`` is a post, whatever its layout is called.
    """
    folder = filename.rpartition("/")[0].rpartition("/")[2].lower().lstrip("_")
    if folder in _FOLDERS_OF_OTHERS or (folder == "pages" and date_from_path(filename) is None):
        return True
    return folder != "posts" and not _OTHER_PAGES.isdisjoint(kinds(mapping))


def is_post_by_name(mapping: Mapping[str, object]) -> bool:
    """Return whether a page says that it is a post, a talk or an event."""
    return not _POSTS.isdisjoint(kinds(mapping))


def kinds(mapping: Mapping[str, object]) -> frozenset[str]:
    """Return the words by which a page says what it is, in lower case: its layout, type and collection."""
    said = (mapping.get(key) for key in ("layout", "type", "collection"))
    return frozenset(value.lower().removesuffix(".html") for value in said if isinstance(value, str))


def is_map_of(value: object, keys: Collection[str]) -> bool:
    """Return whether *value* is a map with one of *keys*."""
    return isinstance(value, dict) and has(value, keys)


def is_list_of_maps(value: object, keys: Collection[str]) -> bool:
    """Return whether *value* is a list that begins with a map with one of *keys*."""
    return isinstance(value, list) and bool(value) and is_map_of(value[0], keys)


def is_native(front: FrontMatter) -> bool:
    """Return whether front matter has what only this project's has: a map of an event, a list of talks."""
    mapping = front.mapping
    if isinstance(mapping.get("event"), dict) or says(mapping, "minutes"):
        return True
    return is_list_of_maps(mapping.get("talks"), ("title", "speakers", "deck"))
