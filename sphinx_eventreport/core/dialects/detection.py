"""How a dialect is detected: small questions about front matter that several dialects ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import date_from_path
from sphinx_eventreport.core.dialects.base import Likeness, is_empty

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sphinx_eventreport.core.frontmatter import FrontMatter

NATIVE_KEYS = frozenset(
    "title label description date authors tags thumbnail banner canonical license language event minutes "
    "talks aliases eventreport dialect".split()
)
"""The keys of a report in this project's own words."""

REPORT_KEYS = frozenset({"event", "minutes", "talks"})
"""Those of them that make a page a report."""

_TEMPLATE = "{{"
_INDEX_NAMES = frozenset({"_index", "_index.md", "_index.en.md"})


def graded(*, certain: bool, likely: bool = False) -> Likeness:
    """Return how much a page looks like a dialect."""
    if certain:
        return Likeness.CERTAIN
    return Likeness.LIKELY if likely else Likeness.NONE


def has(mapping: Mapping[str, object], keys: Collection[str], least: int = 1) -> bool:
    """Return whether at least so many of *keys* stand in *mapping*, with a value or without."""
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
