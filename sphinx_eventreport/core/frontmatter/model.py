"""The values that front matter is read into, and the limits of reading."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Format = Literal["yaml", "toml", "json", "meta", "nikola", "post", "event", "docinfo", "hackmd"]
"""How metadata is written: between fences, as JSON, or in a way of one program.

``meta`` are lines ``Title: ...`` without fences (Pelican), ``nikola`` lines ``.. title: ...``, ``post``
the options of ABlog's directive, ``event`` those of ours, ``docinfo`` the field lists at the top of
reStructuredText, ``hackmd`` the line of tags of a note.
"""

MAX_DEPTH = 32
"""How deep lists and maps may be nested."""
TOO_DEEP = (f"Lists and maps are nested more than {MAX_DEPTH} levels deep", "flatten them")
"""The message where they are nested deeper, and what to do."""
MAX_ITEMS = 1_000
"""How many items a list or map may have."""
MAX_VALUES = 20_000
"""How many values a top-level key may hold once every alias is followed."""
MAX_KEY = 200
"""How many characters a key may have."""
_MAX_PROBLEMS = 50

# YAML 1.1 "c-printable", without the DEL and C1 characters it takes for granted elsewhere.
_UNPRINTABLE = lazy_regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Plain values and where they are."""

    mapping: Mapping[str, object] = field(default_factory=dict)
    """Text, numbers, booleans, dates, lists and maps with text keys."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line, from 1, of every dotted path, such as ``event.start`` and ``authors.0``."""
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """The first and last line of every top-level key that has lines of its own."""
    raw: Mapping[str, str] = field(default_factory=dict)
    """The text as written of every value that was read as something else than text."""
    end: int = 0
    """How many lines the front matter takes, with both fences."""
    problems: tuple[Problem, ...] = ()
    """Its problems."""
    format: Format | None = None
    """How it is written; ``None`` if there is none."""
    beside: bool = False
    """Whether it is a file of its own."""
    post: int = 0
    """The line of a ``post`` directive of ABlog that says some of it; 0 if there is none."""

    def located(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return *problems* of this front matter as those of the page, with its lines."""
        if not self.beside:
            return tuple(problems)
        return tuple(
            replace(
                problem, message=f"{problem.message} (line {problem.line or 1} of the .meta file)", line=None
            )
            for problem in problems
        )


@dataclass(slots=True)
class Reading:
    """Front matter while it is being read; its fields are those of :class:`FrontMatter`."""

    mapping: dict[str, object] = field(default_factory=dict)
    """The values by keys."""
    lines: dict[str, int] = field(default_factory=dict)
    """The line of every path."""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The first and last line of every top-level key."""
    raw: dict[str, str] = field(default_factory=dict)
    """The text of what was read as something else than text."""
    problems: list[Problem] = field(default_factory=list)
    """What is wrong, in the order in which it was found."""

    def report(self, subtype: Subtype, message: str, *, line: int, path: str = "", hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(subtype, message, line, path or None, hint))

    def front_matter(self, form: Format, *, end: int) -> FrontMatter:
        """Return what was read, with no more problems than somebody would want to see."""
        problems = sorted(self.problems, key=lambda problem: problem.line or 0)
        if len(problems) > _MAX_PROBLEMS:
            message = f"The front matter has {len(problems) - _MAX_PROBLEMS} more problems"
            more = Problem(Subtype.LIMIT, message, 1, hint="correct these first, and build again")
            problems = [*problems[:_MAX_PROBLEMS], more]
        return FrontMatter(self.mapping, self.lines, self.spans, self.raw, end, tuple(problems), form)


def front_matter_of(mapping: Mapping[str, object], lines: Mapping[str, int] | None = None) -> FrontMatter:
    """Return *mapping*, whose values are as YAML would give them, in the form of front matter."""
    return FrontMatter(mapping=mapping, lines=lines or {})


def line_of(lines: Mapping[str, int], path: str) -> int | None:
    """Return the line of *path*, or of the nearest thing around it that has one."""
    while path and path not in lines:
        path = path.rpartition(".")[0]
    return lines.get(path)


def printable(text: str, replacement: str = "") -> str:
    """Return *text* without the characters that XML, YAML and UTF-8 do not allow."""
    # Nearly every text is; Python's stricter check takes a fraction of the time.
    return text if text.isprintable() else _UNPRINTABLE.sub(replacement, text)
