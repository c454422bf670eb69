"""Options of a listing that say how it is shown: grouped, in pages, with which fields and controls.

The words are those of Quarto's listings. Each function takes the text of an option and returns a value with
the problems it found; a bad value counts as none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from sphinx_eventreport.core.exports.feed import FORMATS
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.listings.facets import FACET_NAMES
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Part = Literal["", "year", "month"]
Categories = Literal["", "yes", "numbered"]
Upcoming = Literal["", "mark", "first"]

VIEW_OPTIONS = (
    "group-by",
    "fields",
    "page-size",
    "categories",
    "filter-ui",
    "sort-ui",
    "upcoming",
    "toctree",
    "feed",
    "feed-name",
)
"""The options that `parse_view` reads."""

_Word = TypeVar("_Word", Literal["yes", "numbered"], Literal["mark", "first"])
_CATEGORIES: tuple[Literal["yes", "numbered"], ...] = ("yes", "numbered")
_UPCOMING: tuple[Literal["mark", "first"], ...] = ("mark", "first")
_YES = frozenset({"", "yes", "true", "on"})
_NO = frozenset({"no", "false", "off"})
_MOST = 999_999
_FILE_NAME = lazy_regex(r"[A-Za-z0-9_][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Grouping(Record):
    """What rows are grouped by."""

    field: str
    """The name of the field."""
    part: Part = ""
    """The part of a date in it, "" for the whole value."""


@dataclass(frozen=True, slots=True)
class View(Record):
    """How a listing is shown."""

    fields: tuple[str, ...] = ()
    """The fields that are shown; empty for those of the layout."""
    group_by: Grouping | None = None
    """The field by which rows are grouped."""
    page_size: int | None = None
    """Rows on a page; ``None`` for all."""
    categories: Categories = ""
    """Whether tags are links that filter, and numbered; "" for no tags."""
    filter_ui: bool = False
    """Whether readers can filter, by words and by facets."""
    facets: tuple[str, ...] = ()
    """The names of the facets that they are offered, if their values differ."""
    sort_ui: tuple[str, ...] = ()
    """The fields by which readers can sort."""
    upcoming: Upcoming = ""
    """Whether events to come are marked, and put first; "" for neither."""
    toctree: bool = False
    """Whether the listing is a toctree as well."""
    feed: tuple[str, ...] = ()
    """The formats of feeds of the same rows, as in `FORMATS`."""
    feed_name: str = ""
    """The name of their files; "" for that of the page."""

    @property
    def is_interactive(self) -> bool:
        """Whether a reader's browser has something to do."""
        return bool(self.filter_ui or self.sort_ui or self.page_size or self.categories or self.upcoming)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The fields of one type of listing, by what can be done with them."""

    fields: tuple[str, ...]
    """Those to filter and sort by."""
    shown: tuple[str, ...]
    """Those to show."""
    sortable: tuple[str, ...]
    """Those by which readers may sort."""


def parse_view(options: Mapping[str, str], words: Vocabulary) -> tuple[View, list[Problem]]:
    """Read the options `VIEW_OPTIONS` of a listing; what is absent has its default."""
    problems: list[Problem] = []

    def said(name: str) -> str | None:
        return options[name].strip() if name in options else None

    filter_ui, facets = _filter_ui(said("filter-ui"), problems)
    feed, feed_name = parse_feed(options, tuple(FORMATS), problems)
    view = View(
        fields=_fields(said("fields"), words.shown, problems),
        group_by=_grouping(said("group-by"), words.fields, problems),
        page_size=parse_number("page-size", options.get("page-size", ""), problems),
        categories=_choice("categories", said("categories"), _CATEGORIES, problems),
        filter_ui=filter_ui,
        facets=facets,
        sort_ui=_sort_ui(said("sort-ui"), words, problems),
        upcoming=_choice("upcoming", said("upcoming"), _UPCOMING, problems),
        toctree=_switch("toctree", said("toctree"), problems),
        feed=feed,
        feed_name=feed_name,
    )
    return view, problems


def parse_feed(
    options: Mapping[str, str], formats: Sequence[str], problems: list[Problem]
) -> tuple[tuple[str, ...], str]:
    """Return the wanted *formats* of a feed, and the name of its files, "" for that of the page."""
    feed, name = (options[word].strip() if word in options else None for word in ("feed", "feed-name"))
    return _feed(feed, formats, problems), _file_name(name, problems)


def parse_number(name: str, text: str, problems: list[Problem]) -> int | None:
    """Return the number from 1 on that the option *name* has, or ``None``."""
    text = text.strip()
    if not text:
        return None
    if text.isascii() and text.isdigit() and 0 < int(text[:7]) <= _MOST:
        return int(text)
    message = f"{name} should be a whole number of at least 1, not {text!r}"
    problems.append(Problem(Subtype.LISTING, message, hint="all are shown"))
    return None


def unknown_field(name: str, fields: Sequence[str]) -> Problem:
    """Return what is wrong with a field *name* that is not one of *fields*."""
    message = f"A listing has no field {name!r}"
    return Problem(Subtype.LISTING, message, hint="the fields are " + ", ".join(sorted(fields)))


def _fields(text: str | None, known: Sequence[str], problems: list[Problem]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in filter(None, map(str.strip, (text or "").split(","))):
        if name in known:
            found[name] = None
        else:
            problems.append(unknown_field(name, known))
    return tuple(found)


def _grouping(text: str | None, fields: Sequence[str], problems: list[Problem]) -> Grouping | None:
    """Read "city", "year" (that of ``start``) or "date month"."""
    name, _, part = (text or "").partition(" ")
    if name in {"year", "month"}:
        name, part = "start", name
    part = part.strip()
    if not name:
        return None
    if name not in fields:
        problems.append(unknown_field(name, fields))
        return None
    match part:
        case "" | "year" | "month":
            return Grouping(name, part)
    message = f"A listing cannot be grouped by the {part!r} of a field"
    problems.append(Problem(Subtype.LISTING, message, hint='write "year" or "month"'))
    return None


def _switch(name: str, text: str | None, problems: list[Problem]) -> bool:
    if text is None or text in _NO:
        return False
    if text not in _YES:
        problems.append(_no_choice(name, text, ("yes", "no")))
    return text in _YES


def _filter_ui(text: str | None, problems: list[Problem]) -> tuple[bool, tuple[str, ...]]:
    """Return whether there is a filter, and its facets: all of them, where none is named."""
    if text is None or text in _NO:
        return False, ()
    if text in _YES:
        return True, FACET_NAMES
    named = tuple(filter(None, map(str.strip, text.split(","))))
    problems += [
        _no_choice("filter-ui", name, ("yes", "no", *FACET_NAMES))
        for name in named
        if name not in {*FACET_NAMES, "text"}
    ]
    return True, tuple(name for name in FACET_NAMES if name in named)


def _choice(
    name: str, text: str | None, words: tuple[_Word, ...], problems: list[Problem]
) -> _Word | Literal[""]:
    """Return one of *words*; the first is also what a yes means."""
    if text is None or text in _NO:
        return ""
    if text in _YES:
        return words[0]
    found = next((word for word in words if word == text), None)
    if found is None:
        problems.append(_no_choice(name, text, (*words, "no")))
    return found or ""


def _sort_ui(text: str | None, words: Vocabulary, problems: list[Problem]) -> tuple[str, ...]:
    if text is None or text in _NO:
        return ()
    return words.sortable if text in _YES else _fields(text, words.fields, problems)


def _feed(text: str | None, formats: Sequence[str], problems: list[Problem]) -> tuple[str, ...]:
    """Read "atom ics"; a yes is a feed for readers of feeds."""
    if text is None or text in _NO:
        return ()
    if text in _YES:
        return ("atom",)
    wanted = dict.fromkeys(text.replace(",", " ").lower().split())
    problems.extend(_no_choice("feed", word, formats) for word in wanted if word not in formats)
    return tuple(word for word in wanted if word in formats)


def _file_name(text: str | None, problems: list[Problem]) -> str:
    if not text or _FILE_NAME.fullmatch(text):
        return text or ""
    message = f"feed-name should be the name of a file without its suffix, not {text!r}"
    problems.append(
        Problem(Subtype.LISTING, message, hint="write letters of ASCII, digits, hyphens and underscores")
    )
    return ""


def _no_choice(name: str, text: str, words: Sequence[str]) -> Problem:
    message = f"{name} cannot be {text!r}"
    return Problem(Subtype.LISTING, message, hint="write one of " + ", ".join(words))
