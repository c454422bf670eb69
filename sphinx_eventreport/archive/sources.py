"""A folder of reports -> the hosted PDFs that they point at."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from sphinx_eventreport.archive.model import HostedDeck, Place
from sphinx_eventreport.core.files.archive_lock import lock_key
from sphinx_eventreport.core.files.sources import source_files
from sphinx_eventreport.core.files.text import decode
from sphinx_eventreport.core.reports import front_matter_in, read_with

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx_eventreport.core.records import Deck


def find_decks(source: Path) -> tuple[HostedDeck, ...]:
    """Return the PDFs that Markdown files below *source* point at, in the order of files and lines.

    Raises :exc:`OSError` for a file that cannot be read.
    """
    places: dict[str, list[Place]] = {}
    for path in source_files(source, suffixes=(".md",)):
        name = path.relative_to(source).as_posix()
        for url, line in _decks_of(path):
            places.setdefault(url, []).append(Place(name, line))
    return tuple(HostedDeck(url, tuple(found)) for url, found in places.items())


def _decks_of(path: Path) -> list[tuple[str, int | None]]:
    """Return the hosted PDFs of one file, each once, with the line that names it."""
    text, _problem = decode(path.read_bytes())
    if "pdf" not in text.lower():
        return []
    lines = text.split("\n")
    urls = {lock_key(deck.url): deck for deck in _records(text, path) if deck.provider == "pdf" and deck.url}
    found = [(url, _line_of(url, deck.source, lines)) for url, deck in urls.items()]
    return sorted(found, key=lambda item: (item[1] or 0, item[0]))


def _records(text: str, path: Path) -> Iterator[Deck]:
    """Yield every deck of a report: those of its talks, and those that no talk has."""
    filename = path.as_posix()
    reading = read_with(front_matter_in(text, filename), text, filename=filename)
    for talk in reading.report.talks:
        yield from talk.decks
    for section in reading.sections:
        yield from section.decks


def _line_of(url: str, source: str, lines: list[str]) -> int | None:
    for number, line in enumerate(lines, start=1):
        written = html.unescape(line)
        if source in written or url in written or url.partition("//")[2] in written:
            return number
    return None
