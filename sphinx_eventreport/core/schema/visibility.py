"""Who may see a page: what front matter says of it in this project's words, and in those of others."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_eventreport.core.dates.partial import PartialDate, date_from_path, parse_date
from sphinx_eventreport.core.dialects.jekyll import DRAFTS_FOLDER
from sphinx_eventreport.core.dialects.spellings import plain_key
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.schema.audience import audience_of_page

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sphinx_eventreport.core.records import Audience, Report, Visibility

    _Reader = Callable[[object], Visibility | None]

VISIBILITIES: tuple[Visibility, ...] = ("public", "unlisted", "draft")
"""From what everybody finds to what nobody sees. Where two keys disagree, the one that shows less counts."""

KEYS = tuple(
    "visibility draft published unlisted status private hidden headless build publishdate expirydate".split()
)
"""The keys that say it, without case, hyphens and underscores."""
NATIVE_KEYS = ("visibility", "draft")
"""Those of them that count on every page, be it a report or not."""

WAITS: Mapping[str, Visibility] = {
    # https://gohugo.io/methods/page/publishdate/: pages with a future date are not built.
    "hugo": "draft",
    "hugoblox": "draft",
    # https://jekyllrb.com/docs/configuration/options/: `future` is off.
    "jekyll": "draft",
    # https://getnikola.com/handbook.html: `FUTURE_IS_NOW` and `DEPLOY_FUTURE` are off.
    "nikola": "draft",
    # https://ablog.readthedocs.io/en/stable/manual/posting-and-listing.html: built, and in no list but one.
    "ablog": "unlisted",
}
"""Who may see a page before its date, by the dialect; in those of the others everybody may.

Pelican, Material for MkDocs, Docusaurus, Quarto, Zola and Astro publish a page with a future date, unless a
site or a theme says otherwise. The dates of native reports and of talks hide nothing, either.
"""
# https://gohugo.io/configuration/front-matter/: the first of these that there is.
_DATES_OF_HUGO = ("publishdate", "pubdate", "published", "date")
_DATES: Mapping[str, tuple[str, ...]] = {"hugo": _DATES_OF_HUGO, "hugoblox": _DATES_OF_HUGO}
# That of AstroPaper, which shows no page before; of Astro itself no date hides a page.
_DATES_OF_ALL = ("publishdate", "pubdatetime")
_EXPIRES = ("expirydate", "unpublishdate")
_POSTS_FOLDER = "_posts"

_SAYS = lazy_regex(
    rb"audience|draft|visib|publi|pubdate|unlisted|hidden|private|exclude|status|headless|permalink|build|expir|tags|\\[xuU]",
    re.IGNORECASE,
)
_YEAR = lazy_regex(rb"(?<![0-9])[0-9]{4}(?![0-9])")
_END = lazy_regex(rb"^(?:---|\+\+\+|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_MINUTES = lazy_regex(rb"^minutes:[^\r\n]*(?:\n[ \t][^\r\n]*)*", re.MULTILINE)
"""Minutes as a key of the first level, with the lines that are below it."""
_MAY_LIE_ELSEWHERE = lazy_regex(rb"<<|\xc2\x85|\xe2\x80[\xa8\xa9]")
"""What can make a key below another one a key of the first level: merging, and YAML's other line breaks."""
_DIRECTIVE = lazy_regex(rb"(?:\{|\.\.[ \t]+)(?:(?:eventreport:)?event|post)(?:\}|::)")
_YES = frozenset({"true", "yes", "on", "1"})
_NO = frozenset({"false", "no", "off", "0"})
_OF_POSTS = frozenset({"published", "unlisted"})
_WORDS: Mapping[str, Visibility] = {
    "draft": "draft",
    "private": "draft",
    "pending": "draft",
    # Ghost and WordPress.
    "scheduled": "draft",
    "future": "draft",
    # Pelican passes such a page by.
    "skip": "draft",
    # Pelican keeps a hidden page out of all lists.
    "hidden": "unlisted",
    "unlisted": "unlisted",
}


class Seen(NamedTuple):
    """Who may see a page, and when."""

    visibility: Visibility = "public"
    """What the page says, on any day."""
    publish_date: PartialDate | None = None
    """The day before which nobody sees it."""
    expiry_date: PartialDate | None = None
    """The day from which on nobody sees it."""
    dialect: str = ""
    """The name of the dialect, which tells what a day means; "" for a page that is not a report."""
    audience: Audience = "public"
    """For whom the page is."""


EVERYBODY = Seen()
"""What holds where nothing is said."""


def visibility_of(mapping: Mapping[str, object], filename: str, dialect: str = "") -> Seen:
    """Return who may see the page *filename*, whose front matter, in *dialect*, is *mapping*."""
    said = {plain_key(key): value for key, value in mapping.items()}
    found: list[Visibility] = ["public", *_levels(said, _READ)]
    if DRAFTS_FOLDER in PurePosixPath(filename).parts[:-1]:
        found.append("draft")
    dates = (_publish_date(said, filename, dialect), _first_date(said, _EXPIRES))
    return Seen(strictest(found), *dates, dialect, audience_of_page(mapping))


def said_by_habit(dialect: str, values: Mapping[str, Any]) -> Visibility:
    """Return who may see a page with *values* by a habit of its generator, where no key says it."""
    tags = {str(tag).lower() for tag in values.get("tags") or ()}
    # https://getnikola.com/handbook.html: older posts have a tag for it.
    if dialect == "nikola" and tags & {"draft", "private"}:
        return "draft"
    # What has no date has a page in ABlog, and is in no list: it calls that a draft.
    return "unlisted" if dialect == "ablog" and not values.get("date") else "public"


def said_natively(mapping: Mapping[str, object]) -> Visibility:
    """Return who may see a page, by the two keys of front matter that are this project's own.

    A word that is none of theirs was to hide something: the page is unlisted, and can tell so in a warning.
    """
    if mapping.get("eventreport") is False:
        return "public"
    found: list[Visibility] = ["public", *_levels(mapping, NATIVE_KEYS)]
    word = _word(mapping.get("visibility") or "public")
    return strictest(found if word == "public" or word in _WORDS else [*found, "unlisted"])


def hides_nothing(mapping: Mapping[str, object]) -> Iterator[tuple[str, Visibility]]:
    """Yield the keys of *mapping* that hide a post in any generator, and no page of this project's own.

    With each is who was to see the page. Other words, such as a `status`, may mean something else.
    """
    for key, value in mapping.items():
        word = plain_key(key)
        level = _READ[word](value) if word in _OF_POSTS else None
        if level is not None:
            yield key, level


def _publish_date(said: Mapping[str, object], filename: str, dialect: str) -> PartialDate | None:
    """Return the day before which the page is not to be seen by everybody, if its generator knows one."""
    keys = _DATES.get(dialect, (*_DATES_OF_ALL, "date") if dialect in WAITS else _DATES_OF_ALL)
    found = _first_date(said, keys)
    if found is None and dialect == "jekyll" and _POSTS_FOLDER in PurePosixPath(filename).parts[:-1]:
        return date_from_path(filename)
    return found


def _first_date(said: Mapping[str, object], keys: tuple[str, ...]) -> PartialDate | None:
    return next(filter(None, (parse_date(said.get(key)) for key in keys)), None)


def may_say_visibility(data: bytes, filename: str, day: dt.date) -> bool:
    """Return whether the file with *data* may say that it is not for everybody on *day*.

    Front matter is looked at, and all of a file without any, or with a directive in its place, for the words
    that say it and for years that have not passed. To read it for that would take longer.
    """
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    end = _END.search(text, 3) if text[:3] in {b"---", b"+++"} else None
    head = text[: end.start()] if end else text
    looked_at = text if _DIRECTIVE.search(text) else _without_minutes(head)
    years = _YEAR.findall(looked_at + b"\n" + filename.encode())
    return bool(_SAYS.search(looked_at)) or any(int(year) >= day.year for year in years)


def _without_minutes(head: bytes) -> bytes:
    """Return front matter without its minutes, whose `status` hides nothing, if it is YAML in block style."""
    is_block_style = head[:4] == b"---\n" and head[4:5].isalpha()
    return _MINUTES.sub(b"", head) if is_block_style and not _MAY_LIE_ELSEWHERE.search(head) else head


def strictest(found: list[Visibility]) -> Visibility:
    """Return the one of *found* that shows least."""
    return max(found, key=VISIBILITIES.index)


def visibility_on(page: Report | Seen, day: dt.date) -> Visibility:
    """Return who may see *page* on *day*: nobody before it is published, and after it has expired."""
    starts, ends = page.publish_date, page.expiry_date
    if ends is not None and ends.date <= day:
        return "draft"
    if starts is not None and starts.date > day:
        return strictest([page.visibility, WAITS.get(page.dialect, "draft")])
    return page.visibility


def _levels(said: Mapping[str, object], keys: Iterable[str]) -> Iterator[Visibility]:
    for key in keys:
        level = _READ[key](said[key]) if key in said else None
        if level is not None:
            yield level


def _word(value: object) -> str:
    return str(value).strip().lower()


def _called(value: object) -> Visibility | None:
    return _WORDS.get(_word(value))


def _if_yes(level: Visibility) -> _Reader:
    return lambda value: level if _word(value) in _YES else None


def _built(value: object) -> Visibility | None:
    """Read Hugo's build options: whether a page is rendered, and whether it is listed.

    https://gohugo.io/content-management/build-options/
    """
    options = value if isinstance(value, dict) else {}
    render, listed = (_word(options.get(key, "")) for key in ("render", "list"))
    if render in _NEVER:
        return "draft"
    return "unlisted" if listed in _NEVER else None


_NEVER = _NO | {"never", "link"}
_READ: Mapping[str, _Reader] = {
    "visibility": _called,
    "draft": _if_yes("draft"),
    "published": lambda value: "draft" if _word(value) in _NO else None,
    "unlisted": _if_yes("unlisted"),
    "status": _called,
    # HugoBlox asks search engines to leave such a page out.
    "private": _if_yes("unlisted"),
    # Themes of Jekyll, and Eleventy.
    "hidden": _if_yes("unlisted"),
    "eleventyexcludefromcollections": _if_yes("unlisted"),
    # What Hugo calls so has no page.
    "headless": _if_yes("draft"),
    # Eleventy writes no page then.
    "permalink": lambda value: "draft" if value is False else None,
    "build": _built,
}
