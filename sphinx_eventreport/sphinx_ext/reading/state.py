"""The report that is being read, between ``source-read`` and the transforms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_eventreport.core.schema.visibility import EVERYBODY, Seen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Report

_KEY, _REFUSED, _SEEN = "eventreport_report", "eventreport_refused", "eventreport_seen"


@dataclass(frozen=True, slots=True)
class ReadingState:
    """What is known of the report that is being read."""

    report: Report
    """Its record."""
    lines: Mapping[str, int]
    """The lines of its front-matter keys."""
    title: str | None = None
    """A title to put above the document, as its text has no line for it."""
    addresses: tuple[str, ...] = ()
    """The addresses that the front matter gives the page on its own site."""
    author_ids: tuple[str, ...] = ()
    """What may be ids of authors in the front matter, for a file that says who they are."""
    fields: Mapping[str, str | list[str]] = field(default_factory=dict)
    """The front matter as MyST-Parser would have left it for others."""
    is_open: bool = False
    """Whether there is no front matter, so that a directive may still say which event it is."""
    told: frozenset[str] = frozenset()
    """The kinds of people at a meeting whom the body names, so that the head need not."""


def reading_state(env: BuildEnvironment) -> ReadingState | None:
    """Return what is known of the report that is being read, if the document is one."""
    state: ReadingState | None = env.temp_data.get(_KEY)
    return state


def set_reading_state(env: BuildEnvironment, state: ReadingState) -> None:
    """Say that the document being read is a report."""
    env.temp_data[_KEY] = state


def seen_as_page(env: BuildEnvironment) -> Seen:
    """Return who may see the document being read, by its front matter, if that does not make it a report."""
    seen: Seen = env.temp_data.get(_SEEN) or EVERYBODY
    return seen


def set_seen(env: BuildEnvironment, seen: Seen) -> None:
    """Keep who may see the document being read, which is not a report unless a directive makes it one."""
    env.temp_data[_SEEN] = seen


def refuse(env: BuildEnvironment) -> None:
    """Say that the document being read is not a report, whatever is on it."""
    env.temp_data[_REFUSED] = True


def is_refused(env: BuildEnvironment) -> bool:
    """Return whether the document being read says that it is not a report."""
    return bool(env.temp_data.get(_REFUSED))
