"""``sphinx-eventreport archive``: bring the hosted PDFs of reports into the source tree."""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.archive.model import MEGABYTE, Limits, Mode, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_eventreport.archive.model import HostedDeck, Outcome
    from sphinx_eventreport.archive.store import Store

_WELL, _NOT_WELL, _USAGE = 0, 1, 2
_GOOD = frozenset({Status.ARCHIVED, Status.UNCHANGED})
_SHOW_AFTER = 0.5


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to *subparsers*."""
    text = "Bring the PDFs that reports point at into the source tree, with a lock file."
    parser = subparsers.add_parser("archive", help=text, description=text)
    parser.add_argument(
        "source", metavar="SOURCE", nargs="?", default=".", help="the source folder (default: this one)"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--check", action="store_true", help="ask which decks are dead or changed; write nothing"
    )
    what.add_argument("--update", action="store_true", help="replace copies of decks that changed")
    what.add_argument(
        "--dry-run", action="store_true", help="list the decks and whether they are archived; ask nobody"
    )
    default = Limits()
    _number(parser, "--max-size", "MB", default.size / MEGABYTE, "refuse larger decks")
    _number(parser, "--timeout", "SECONDS", default.timeout, "the longest silence of a host")
    _number(parser, "--max-time", "SECONDS", default.total, "the longest time for one deck, all in all")
    parser.add_argument(
        "--max-redirects",
        metavar="N",
        type=_count,
        default=default.redirects,
        help="the most redirects to follow (default: %(default)s)",
    )
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="ask hosts of private networks and this machine too, and use the proxy of the environment",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do what *arguments* say; return the exit code."""
    from sphinx_eventreport.archive.sources import find_decks  # noqa: PLC0415
    from sphinx_eventreport.archive.store import open_store  # noqa: PLC0415

    source = Path(arguments.source)
    if not source.is_dir():
        return _complain(f"{source} is no folder; name the one that has conf.py", _USAGE)
    try:
        decks = find_decks(source)
        store, problems = open_store(source)
        for problem in problems:
            _complain(f"{store.lock}: {problem}", _NOT_WELL)
        if problems:
            return _NOT_WELL
        outcomes = _dry_run(decks, store) if arguments.dry_run else _archive(decks, store, arguments)
    except OSError as error:
        return _complain(f"{error.filename or source}: {error.strerror or error}", _NOT_WELL)
    _unused(decks, store)
    return outcomes


def _archive(decks: Iterable[HostedDeck], store: Store, arguments: argparse.Namespace) -> int:
    from sphinx_eventreport.archive.run import Archiver  # noqa: PLC0415

    mode = Mode.CHECK if arguments.check else Mode.UPDATE if arguments.update else Mode.ARCHIVE
    progress = _Progress()
    archiver = Archiver(store, mode, _limits(arguments), datetime.now(UTC).date(), progress)
    counts: Counter[Status] = Counter()
    for deck in decks:
        progress.begin(deck)
        outcome = archiver.archive(deck)
        progress.end()
        counts[outcome.status] += 1
        print(_line(outcome), flush=True)
    print(", ".join(f"{counts[status]} {status.value}" for status in Status if counts[status]) or "No decks")
    return _WELL if _GOOD.issuperset(counts) else _NOT_WELL


def _dry_run(decks: Iterable[HostedDeck], store: Store) -> int:
    for deck in decks:
        entry = store.entries.get(deck.url)
        state = "there" if entry and store.has_copy(entry) else "lost" if entry else "new"
        print(f"{state:<9} {_shown(deck.url)} ({_places(deck)})")
    return _WELL


def _limits(arguments: argparse.Namespace) -> Limits:
    return Limits(
        size=int(arguments.max_size * MEGABYTE),
        timeout=arguments.timeout,
        total=arguments.max_time,
        redirects=arguments.max_redirects,
        allow_private=arguments.allow_private,
    )


def _line(outcome: Outcome) -> str:
    """Return "dead      URL (posts/x.md:12): what and why; what to do"."""
    said = "; ".join(filter(None, (outcome.message, outcome.hint)))
    line = f"{outcome.status.value:<9} {outcome.deck.url} ({_places(outcome.deck)})"
    return _shown(f"{line}: {said}" if said else line)


def _places(deck: HostedDeck) -> str:
    more = len(deck.places) - 1
    return f"{deck.places[0]} and {more} more" if more else str(deck.places[0])


def _shown(text: str) -> str:
    """Return *text* without characters that could drive a terminal."""
    return "".join(char if char.isprintable() else "?" for char in text)


def _unused(decks: Iterable[HostedDeck], store: Store) -> None:
    unused = store.entries.keys() - {deck.url for deck in decks}
    for url in sorted(unused):
        print(f"{'unused':<9} {_shown(url)}: No report points at it; {store.entries[url].path} stays")


def _complain(message: str, code: int) -> int:
    print(f"sphinx-eventreport archive: {_shown(message)}", file=sys.stderr)
    return code


def _number(parser: argparse.ArgumentParser, name: str, unit: str, default: float, text: str) -> None:
    help_text = f"{text} (default: {default:g})"
    parser.add_argument(name, metavar=unit, type=_positive, default=default, help=help_text)


def _positive(written: str) -> float:
    value = float(written)
    if not 0 < value < math.inf:
        message = f"{written} is not more than 0"
        raise argparse.ArgumentTypeError(message)
    return value


def _count(written: str) -> int:
    value = int(written)
    if value < 0:
        message = f"{written} is less than 0"
        raise argparse.ArgumentTypeError(message)
    return value


class _Progress:
    """A line on a terminal that says how far a long download is; nothing elsewhere."""

    def __init__(self) -> None:
        self._url, self._next, self._shown = "", math.inf, False

    def begin(self, deck: HostedDeck) -> None:
        """Begin with *deck*."""
        self._url, self._shown = _shown(deck.url), False
        self._next = time.monotonic() + _SHOW_AFTER if sys.stderr.isatty() else math.inf

    def __call__(self, size: int, total: int | None) -> None:
        """Show that *size* bytes of *total* are there."""
        if time.monotonic() < self._next:
            return
        self._next, self._shown = time.monotonic() + _SHOW_AFTER, True
        part = f"{size / MEGABYTE:.1f}" + (f" of {total / MEGABYTE:.1f}" if total else "")
        print(f"\r\x1b[K{part} MB  {self._url[:60]}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
