"""A folder of reports -> the hosted PDFs that they point at."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.archive.model import HostedDeck, Place
from sphinx_eventreport.core.files.archive_lock import lock_key
from sphinx_eventreport.core.files.settings import source_suffixes
from sphinx_eventreport.core.files.sources import source_files
from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.providers import identify
from sphinx_eventreport.core.media.records import deck_record
from sphinx_eventreport.core.media.suffixes import is_pdf_path
from sphinx_eventreport.core.reports import front_matter_in, read_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sphinx_eventreport.core.records import Deck

# Hosts that make a PDF of slides for whoever asks, and those whose addresses do not say what a file is.
_EXPORTING = frozenset({"google-slides"})
_MAKING = _EXPORTING | {"google-drive"}

# An address ends at a blank, a quotation mark or an angle bracket; in Markdown at a bracket, too.
_WORDS = (lazy_regex(r"[^\s\"'<>]+"), lazy_regex(r"[^\s\"'<>()\[\]{}|,]+"))
_RST = ".rst"
_RST_DECK = lazy_regex(r"^[ \t]*\.\. (?:eventreport:)?deck::[ \t]+(\S.*)$", re.MULTILINE)


def find_decks(source: Path, failed: Callable[[Path, Exception], object]) -> tuple[HostedDeck, ...]:
    """Return the PDFs that sources below *source* point at, in the order of files and lines.

    A file that cannot be read costs itself only: *failed* is told which one, and why.
    """
    places: dict[HostedDeck, list[Place]] = {}
    suffixes = source_suffixes(source)
    in_rst = tuple(suffix for suffix, is_rst in suffixes.items() if is_rst)
    for path in source_files(source, suffixes=tuple(suffixes)):
        name = path.relative_to(source).as_posix()
        try:
            decks = _decks_of(path, is_rst=name.lower().endswith(in_rst))
        except Exception as error:  # noqa: BLE001 -- one source never ends a run
            failed(path, error)
            continue
        for deck, line in decks:
            places.setdefault(deck, []).append(Place(name, line))
    return tuple(replace(deck, places=tuple(found)) for deck, found in places.items())


def _decks_of(path: Path, *, is_rst: bool) -> list[tuple[HostedDeck, int | None]]:
    """Return the hosted PDFs of one file, each once, with the line that names it."""
    text, _problem = decode(read_bytes(path))
    lines = _lines_of_words(text)
    records = {lock_key(deck.url): deck for deck in _records(text, path, is_rst=is_rst) if deck.url}
    hosted = ((_hosted(url), record) for url, record in records.items())
    found = [(deck, _line_of(record, deck.url, lines)) for deck, record in hosted if deck]
    return sorted(found, key=lambda item: (item[1] or 0, item[0].url))


def _hosted(url: str) -> HostedDeck | None:
    """Return the PDF at *url*, its own file or one that its host makes, if there is one; without places."""
    hosted = identify(url)
    if hosted is None or hosted.download is None:
        return None
    if not is_pdf_path(hosted.download) and hosted.provider not in _MAKING:
        return None
    return HostedDeck(url, (), lock_key(hosted.download), hosted.provider in _EXPORTING)


def _records(text: str, path: Path, *, is_rst: bool) -> Iterator[Deck]:
    """Yield every deck of a report: those of its talks, and those that no talk has."""
    if is_rst:
        found = (deck_record(written.strip())[0] for written in _RST_DECK.findall(text))
        yield from filter(None, found)
    # By the suffix of its name the text is told.
    filename = (path.with_suffix(_RST) if is_rst else path).as_posix()
    reading = read_with(front_matter_in(text, filename), text, filename=filename)
    for talk in reading.report.talks:
        yield from talk.decks
    for section in reading.sections:
        yield from section.decks


def _lines_of_words(text: str) -> dict[str, int]:
    """Return the first line of each word of *text* that may be an address, with and without its scheme.

    A look-up for each address: to look through all lines for each of thousands takes minutes.
    """
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        for word in {word for words in _WORDS for word in words.findall(html.unescape(line))}:
            for written in (word, lock_key(word), lock_key(word).partition("//")[2]):
                found.setdefault(written, number)
    return found


def _line_of(deck: Deck, url: str, lines: dict[str, int]) -> int | None:
    written = (deck.source, url, url.partition("//")[2])
    return min((lines[word] for word in written if word in lines), default=None)
