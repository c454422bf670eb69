"""Values of an import: sources, outcomes, and what could not be converted."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.text import decode, line_with, read_bytes
from sphinx_eventreport.core.frontmatter import FrontMatter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report
    from sphinx_eventreport.core.reports import PageBody


class State(Enum):
    """The outcome for a file."""

    WRITTEN = "written"
    """It is new, or what it is made from has changed."""
    UNCHANGED = "unchanged"
    """It is there as it would be written."""
    EDITED = "edited"
    """It was edited since it was written, or somebody else's; it stays."""
    FAILED = "failed"
    """It cannot be read, or not be written where it would have to be."""


class UnreadableScheduleError(ValueError):
    """A file that may be a schedule cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of an event: Markdown that is nothing but prose."""

    opening: str = ""
    """What is said about the event."""
    abstracts: tuple[str, ...] = ()
    """What is said about each talk in turn."""
    closing: str = ""
    """What comes after the talks."""


@dataclass(frozen=True, slots=True)
class Page:
    """A report as it was read."""

    path: Path
    """The file or folder it came from."""
    name: str
    """Where it goes, below the destination."""
    report: Report
    """All that it says."""
    fields: Report
    """What its front matter says."""
    front: FrontMatter = field(default_factory=FrontMatter)
    """Its front matter."""
    body: PageBody | None = None
    """The body, in Markdown."""
    rst: str | None = None
    """The whole page, in reStructuredText."""
    texts: Texts | None = None
    """The texts of its talks, which make the body where there is no other."""
    problems: tuple[Problem, ...] = ()
    """What was wrong."""


@dataclass(frozen=True, slots=True)
class Left:
    """What of a source could not be turned or brought along."""

    message: str
    """What it is, in words."""
    line: int | None = None
    """The line it is on, if that is known."""

    @classmethod
    def all_of(cls, path: Path, messages: Iterable[tuple[str, str]]) -> tuple[Left, ...]:
        """Return what is left of the file *path*: names in it, each with a message about it.

        Raises :exc:`OSError` for a file that cannot be read.
        """
        messages = tuple(messages)
        text = decode(read_bytes(path))[0] if messages else ""
        return tuple(cls(message, line_with(text, written)) for written, message in messages)


@dataclass(frozen=True, slots=True)
class Native:
    """A native report that was made."""

    text: str
    """Its source."""
    report: Report
    """The report in it."""
    left: tuple[Left, ...] = ()
    """What of its source is not in it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one file."""

    state: State
    """What became of it."""
    source: Path
    """Where it came from."""
    target: Path
    """Where it went."""
    is_report: bool
    """Whether it is a report, or a file that one needs."""
    problems: tuple[Problem, ...] = ()
    """What was wrong with the source."""
    left: tuple[Left, ...] = ()
    """What could not be converted."""
