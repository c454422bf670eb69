"""A report -> the files of the source tree that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.media.hosts.address import scheme_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.records import Report


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that a report names."""

    path: str
    """Its path as written."""
    what: str
    """What it is to the report: "a poster"."""


def named_files(report: Report) -> tuple[NamedFile, ...]:
    """Return the files that *report* names as its decks, recordings and pictures, each once."""
    found = (NamedFile(path, what) for path, what in _paths(report) if path and _is_file(path))
    return tuple(dict.fromkeys(found))


def _paths(report: Report) -> Iterator[tuple[str | None, str]]:
    yield report.thumbnail, "thumbnail"
    yield report.banner, "banner"
    for talk in report.talks:
        for deck in talk.decks:
            yield deck.path, "deck"
            yield deck.poster, "poster"
        for recording in talk.recordings:
            yield recording.path, "recording"
            yield recording.poster, "poster"


def _is_file(path: str) -> bool:
    return not scheme_of(path) and not path.startswith("//")
