"""Who may see a page: what front matter says of it in this project's words, and in those of others."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.dates.partial import PartialDate, parse_date
from sphinx_eventreport.core.dialects.spellings import plain_key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from sphinx_eventreport.core.records import Report, Visibility

VISIBILITIES: tuple[Visibility, ...] = ("public", "unlisted", "draft")
"""From what everybody finds to what nobody sees. Where two keys disagree, the one that shows less counts."""

KEYS = ("visibility", "draft", "published", "unlisted", "status", "publishdate", "expirydate")
"""The keys that say it, without case, hyphens and underscores."""
DRAFTS_FOLDER = "_drafts"
"""Where Jekyll keeps posts that are not published (https://jekyllrb.com/docs/posts/#drafts)."""

_SAYS = re.compile(rb"draft|visib|publi|unlisted|status|expir|\\[xuU]", re.IGNORECASE)
_END = re.compile(rb"^(?:---|\+\+\+|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_EVENT = re.compile(rb"(?:\{|\.\.[ \t]+)(?:eventreport:)?event(?:\}|::)")
_YES = frozenset({"true", "yes", "on", "1"})
_NO = frozenset({"false", "no", "off", "0"})
_WORDS: Mapping[str, Visibility] = {
    "draft": "draft",
    "private": "draft",
    "pending": "draft",
    # Pelican keeps a hidden page out of all lists.
    "hidden": "unlisted",
    "unlisted": "unlisted",
}


class Seen(NamedTuple):
    """Who may see a page, and the days between which anybody may."""

    visibility: Visibility = "public"
    publish_date: PartialDate | None = None
    expiry_date: PartialDate | None = None


def visibility_of(mapping: Mapping[str, object], filename: str) -> Seen:
    """Return who may see the page *filename*, whose front matter, of whatever generator, is *mapping*."""
    said = {plain_key(key): value for key, value in mapping.items()}
    found: list[Visibility] = ["public", *_levels(said)]
    if DRAFTS_FOLDER in PurePosixPath(filename).parts[:-1]:
        found.append("draft")
    dates = (parse_date(said.get(key)) for key in ("publishdate", "expirydate"))
    return Seen(strictest(found), *dates)


def may_say_visibility(data: bytes) -> bool:
    """Return whether the file with *data* may say who is to see it; to read it for that would take longer.

    Front matter is looked at, and all of a file without any, or with an ``event`` directive.
    """
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    end = _END.search(text, 3) if text[:3] in {b"---", b"+++"} else None
    head = text[: end.start()] if end else text
    return bool(_SAYS.search(head) or (_EVENT.search(text) and _SAYS.search(text)))


def strictest(found: list[Visibility]) -> Visibility:
    """Return the one of *found* that shows least."""
    return max(found, key=VISIBILITIES.index)


def visibility_on(report: Report, day: dt.date) -> Visibility:
    """Return who may see *report* on *day*: nobody before it is published, and after it has expired."""
    starts, ends = report.publish_date, report.expiry_date
    is_early = starts is not None and starts.date > day
    is_late = ends is not None and ends.date <= day
    return "draft" if is_early or is_late else report.visibility


def _levels(said: Mapping[str, object]) -> Iterator[Visibility]:
    for key, read in _READ.items():
        level = read(_word(said[key])) if key in said else None
        if level is not None:
            yield level


def _word(value: object) -> str:
    return str(value).strip().lower()


_READ: Mapping[str, Callable[[str], Visibility | None]] = {
    "visibility": _WORDS.get,
    "draft": lambda word: "draft" if word in _YES else None,
    "published": lambda word: "draft" if word in _NO else None,
    "unlisted": lambda word: "unlisted" if word in _YES else None,
    "status": _WORDS.get,
}
