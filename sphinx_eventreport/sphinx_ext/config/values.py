"""The configuration values: their defaults, what each may be, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.dialects import named
from sphinx_eventreport.core.records import Audience, Layout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Rebuild = Literal["", "env", "html"]

PREFIX = "eventreport_"

Search = Literal["sphinx", "pagefind", "none"]
"""Who searches: Sphinx's search with our page of results, Pagefind, or whatever else the site has."""


def _is_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _is_dialect(value: object) -> bool:
    return value is None or named(value) is not None


def _is_layout(value: object) -> bool:
    return value in get_args(Layout)


def _is_weights(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(kind, str) and isinstance(weight, int | float) and weight >= 0
        for kind, weight in value.items()
    )


def _is_search(value: object) -> bool:
    return value in get_args(Search)


def _is_audience(value: object) -> bool:
    return value in get_args(Audience)


def _is_width(value: object) -> bool:
    return _is_number(value) and 160 <= value <= 8000  # type: ignore[operator]  # noqa: PLR2004 -- pixels


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_positive(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def _is_folder(value: object) -> bool:
    return value is None or (isinstance(value, str) and bool(value.strip()))


def _is_day(value: object) -> bool:
    date = parse_date(value) if isinstance(value, str) else None
    return value is None or (date is not None and date.precision == "day" and date.isoformat() == value)


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_maker(value: object) -> bool:
    return value is None or callable(value) or (isinstance(value, str) and "." in value)


@dataclass(frozen=True, slots=True)
class ReportConfig:
    """The values of ``conf.py``, each with the prefix ``eventreport_`` there, and their defaults."""

    patterns: list[str] = field(default_factory=list)
    dialect: str | None = None
    raw_directive: bool = True
    follow_symlinks: bool = False
    people: str | None = None
    file_path: list[str] = field(default_factory=list)
    deck_view: Layout = "player"
    deck_width: int = 1280
    deck_store: str | None = None
    deck_workers: int = 0
    deck_timeout: float = 60
    deck_memory: int = 1024
    deck_executor: Callable[[], Any] | str | None = None
    slide_pages: bool = True
    remember_hosts: bool = False
    drafts: bool = False
    audience: Audience = "public"
    minutes_words: bool = True
    minutes_patterns: list[str] = field(default_factory=list)
    public: list[str] = field(default_factory=list)
    today: str | None = None
    search: Search = "sphinx"
    search_weight: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a configuration value."""

    rebuild: Rebuild
    """What has to be done again when it changes, in Sphinx's words."""
    check: Callable[[object], bool]
    """What tells whether a value can be taken."""
    wanted: str
    """What a value has to be, in words."""
    example: str
    """A value as it is written in ``conf.py``."""
    help: str
    """What it is for, as MyST; the reference page shows it."""


ABOUT: Mapping[str, About] = {
    "patterns": About(
        "env",
        _is_texts,
        "a list of strings",
        '["reports/*"]',
        "Glob patterns of document names that are reports even where their front matter "
        'does not say so, such as `["reports/*"]`.',
    ),
    "dialect": About(
        "env",
        _is_dialect,
        "the name of a dialect",
        '"hugo"',
        "The dialect of most pages. A page that looks like it, and is not certainly in another one, is a "
        "report in this dialect: {doc}`/reference/dialects`.",
    ),
    "raw_directive": About(
        "env",
        _is_switch,
        "True or False",
        "False",
        "Whether `{raw} html` and `.. raw:: html` leave their HTML as it is, in reports that are not posts "
        "of another generator. docutils' `raw_enabled` in `docutils.conf` forbids it for all pages.",
    ),
    "follow_symlinks": About(
        "env",
        _is_switch,
        "True or False",
        "True",
        "Whether decks and pictures of reports may be symbolic links that lead out of the source directory. "
        "The files of git-annex are in it, wherever their links lead.",
    ),
    "people": About(
        "",
        _is_folder,
        "the path of a file",
        '"people.yml"',
        "A YAML file that says more about people, relative to the source directory: {doc}`/how-to/people`.",
    ),
    "file_path": About(
        "env",
        _is_texts,
        "a list of strings",
        '["talks/slides"]',
        "Folders, relative to the source directory, in which files that pages name by their name alone are "
        "looked for: {doc}`/how-to/migrate-blog`.",
    ),
    "deck_view": About(
        "env",
        _is_layout,
        "one of " + ", ".join(get_args(Layout)),
        '"gallery"',
        "How decks held as files are shown, where their directive does not say it: `player` (one large "
        "slide at a time), `gallery` (small slides in a grid), `poster` (the first slide), `link`.",
    ),
    "deck_width": About(
        "html",
        _is_width,
        "a number of pixels from 160 to 8000",
        "1280",
        "Width of the pictures of slides, in pixels.",
    ),
    "deck_store": About(
        "",
        _is_folder,
        "the path of a folder",
        '"../slides-cache"',
        "Folder in which the pictures and texts of slides are kept between builds, relative to the source "
        "directory. Without it they are beside the doctrees.",
    ),
    "deck_workers": About(
        "",
        _is_number,
        "a number of at least 0",
        "2",
        "How many processes draw slides; 0 is one for each processor.",
    ),
    "deck_timeout": About(
        "",
        _is_positive,
        "a number of seconds",
        "60",
        "Seconds that the work on a deck may take, or on a part of a long deck. After that only its link is "
        "shown, with a warning.",
    ),
    "deck_memory": About(
        "",
        _is_positive,
        "a number of megabytes",
        "1024",
        "Megabytes that a process may use to read or draw a deck, where the system can limit that.",
    ),
    "slide_pages": About(
        "html",
        _is_switch,
        "True or False",
        "False",
        "Whether each slide of a deck has a small page, so that a chat shows the slide of a link that a "
        "reader copied. There are some only where `html_baseurl` is set: {doc}`/how-to/slides-in-chats`.",
    ),
    "deck_executor": About(
        "",
        _is_maker,
        "a function, or the dotted name of one",
        '"my_package.cluster.executor"',
        "A function without arguments, or its dotted name, that returns a `concurrent.futures.Executor` in "
        "which slides are drawn instead: {doc}`/how-to/render-elsewhere`.",
    ),
    "remember_hosts": About(
        "html",
        _is_switch,
        "True or False",
        "True",
        "Whether readers may have the slides and videos of a host loaded without a click from then on: "
        "there is a box to tick below each of them, and their browser remembers it.",
    ),
    "drafts": About(
        "",
        _is_switch,
        "True or False",
        "True",
        "Whether drafts are built, and marked as such; otherwise nothing is written of them.",
    ),
    "audience": About(
        "env",
        _is_audience,
        "one of " + ", ".join(get_args(Audience)),
        '"internal"',
        "For whom the site is built. What says `audience: internal`, be it a page, a section, a talk, a "
        "decision, an action, a deck or a slide, is only in a site that is built for `internal`: "
        "{doc}`/how-to/audience`.",
    ),
    "minutes_words": About(
        "env",
        _is_switch,
        "True or False",
        "False",
        "Whether lines such as `ACTION: ...`, `RESOLVED: ...` and `Present: ...` in minutes become actions, "
        "decisions and attendance; `words` below `minutes` in the front matter of a page says otherwise: "
        "{doc}`/how-to/minutes`.",
    ),
    "minutes_patterns": About(
        "env",
        _is_texts,
        "a list of strings",
        '["meetings/*"]',
        "Glob patterns of document names that are minutes, and so reports, even where neither their front "
        "matter nor a list of those present at their top says so.",
    ),
    "public": About(
        "",
        _is_texts,
        "a list of strings",
        '["chair@maps.example"]',
        "Patterns, with `*` and `?`, of addresses, numbers and links in minutes that look private and may be "
        "public: `sphinx-eventreport check` says nothing of them.",
    ),
    "today": About(
        "html",
        _is_day,
        "a day such as 2025-01-31",
        '"2025-01-31"',
        "The day that counts as today where listings tell upcoming events from past ones; without it, the "
        "reader's browser knows. It is also the day by which reports are published or expire; without it, "
        "that is the day of the build.",
    ),
    "search": About(
        "html",
        _is_search,
        "one of " + ", ".join(get_args(Search)),
        '"pagefind"',
        "The search: `sphinx` is Sphinx's own with a better page of results, `pagefind` another engine for "
        "large sites, `none` leaves the page of results as it is: {doc}`/how-to/search`.",
    ),
    "search_weight": About(
        "html",
        _is_weights,
        "a dictionary of kinds and numbers of at least 0",
        '{"meeting": 0.5}',
        "How much results of a kind count, 1 being usual and 0 leaving them out of the page of results: "
        "{doc}`/how-to/search`.",
    ),
}
