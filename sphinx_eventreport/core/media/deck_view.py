"""Options of ``{deck}`` that say how its slides are shown -> a :class:`DeckView`."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import DEFAULT_VIEW, Align, DeckView, Layout, SlideText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MAX_CHOSEN = 1_000
"""How many slides of one deck can be chosen."""

_RANGE = lazy_regex(r"(\d{1,6})(?:\s*[-\N{EN DASH}]\s*(\d{1,6}))?")
# A length that CSS, LaTeX and docutils read alike.
_WIDTH = lazy_regex(r"\d{1,4}(?:\.\d{1,3})?(?:%|px|em|rem|cm|mm|in|pt)")
_OPTIONS = frozenset("view pages text width align download internal-pages".split())
_YES = frozenset({"", "yes", "true", "on"})
_NO = frozenset({"no", "false", "off", "none"})


def read_view(
    options: Mapping[str, str], *, line: int | None = None, default: DeckView | None = None
) -> tuple[DeckView, tuple[Problem, ...]]:
    """Return the view that *options* ask for, and what was wrong with them.

    Read are ``view pages internal-pages text width align download``; what is not there or not readable is
    as in *default*. *line* is where they are.
    """
    default = default or DEFAULT_VIEW
    if not _OPTIONS & options.keys():
        # The record itself, not a copy: what is pickled then holds it once.
        return default, ()
    problems: list[Problem] = []
    reader = _Reader(options, line, problems)
    layout = reader.choice("view", get_args(Layout), default.layout or "")
    text = reader.choice("text", get_args(SlideText), default.text)
    align = reader.choice("align", get_args(Align), default.align or "")
    view = DeckView(
        layout=cast("Layout", layout) if layout else None,
        pages=reader.pages("pages") or default.pages,
        internal=reader.pages("internal-pages") or default.internal,
        text=cast("SlideText", text),
        width=reader.width() or default.width,
        align=cast("Align", align) if align else None,
        download=reader.flag("download", default=default.download),
    )
    return view, tuple(problems)


class _Reader:
    """Reads options, and collects what is wrong with them."""

    def __init__(self, options: Mapping[str, str], line: int | None, problems: list[Problem]) -> None:
        self._options = options
        self._line = line
        self._problems = problems

    def choice(self, name: str, known: Iterable[str], default: str) -> str:
        written = self._options.get(name, "").strip().lower()
        if not written or written in known:
            return written or default
        self._report(name, written, "write one of " + ", ".join(known))
        return default

    def flag(self, name: str, *, default: bool) -> bool:
        if name not in self._options:
            return default
        written = self._options[name].strip().lower()
        if written not in _YES | _NO:
            self._report(name, written, "write yes or no")
            return default
        return written in _YES

    def width(self) -> str | None:
        written = self._options.get("width", "").replace(" ", "").lower()
        if not written or _WIDTH.fullmatch(written):
            return written or None
        self._report("width", written, "write a length or percentage, such as 60% or 30em")
        return None

    def pages(self, name: str) -> tuple[int, ...]:
        written = self._options.get(name, "").strip()
        pages = parse_pages(written)
        if pages is None:
            self._report(name, written, "write numbers and ranges, such as 1-10,15")
            return ()
        if len(pages) > MAX_CHOSEN:
            # How many more, nobody knows: ranges are read no further.
            message = f"More than {MAX_CHOSEN:,} slides are chosen, and only the first of them are shown"
            self._problems.append(Problem(Subtype.LIMIT, message, self._line, name, "choose fewer"))
        return pages[:MAX_CHOSEN]

    def _report(self, name: str, written: str, hint: str) -> None:
        message = f"`{name}` is {written[:80]!r}, which is not one of its values"
        self._problems.append(Problem(Subtype.VALUE, message, self._line, name, hint))


def parse_pages(text: str) -> tuple[int, ...] | None:
    """Return the numbers in "1-10,15", each once and in rising order; ``None`` if it cannot be read.

    Numbers are counted from 1. Nothing at all is an empty tuple. One more than `MAX_CHOSEN`
    are read at most of each range, for it may be as long as it likes.
    """
    numbers: set[int] = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _RANGE.fullmatch(part)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 0 < first <= last:
            return None
        numbers.update(range(first, min(last, first + MAX_CHOSEN) + 1))
    return tuple(sorted(numbers))
