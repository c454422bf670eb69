"""``sphinx-eventreport archive``: bring the hosted PDFs of reports into the source tree."""

from __future__ import annotations

import argparse
import math
from collections import Counter
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.archive.model import MEGABYTE, Limits, Mode, Status
from sphinx_eventreport.cli.run_lock import LockedError, run_lock
from sphinx_eventreport.cli.terminal import Exit, StatusLine, complain, printable, reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_eventreport.archive.model import HostedDeck, Outcome
    from sphinx_eventreport.archive.store import Store

_GOOD = frozenset({Status.ARCHIVED, Status.UNCHANGED})
_URL_SHOWN = 60
"""Characters of a URL that fit into a line of progress on a narrow terminal."""


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to *subparsers*."""
    text = "Download the PDFs that reports link to into the source tree, with a lock file."
    parser = subparsers.add_parser("archive", help=text, description=text)
    parser.add_argument(
        "source", metavar="SOURCE", nargs="?", default=".", help="the source folder (default: this one)"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--check", action="store_true", help="check which decks are gone or have changed, and write nothing"
    )
    what.add_argument("--update", action="store_true", help="replace copies of decks that changed")
    what.add_argument(
        "--dry-run",
        action="store_true",
        help="list the decks and whether they are archived, without asking any host",
    )
    default = Limits()
    _number(parser, "--max-size", "MB", default.size / MEGABYTE, "refuse larger decks")
    _number(parser, "--timeout", "SECONDS", default.timeout, "how long a host may stay silent")
    _number(parser, "--max-time", "SECONDS", default.total, "the longest time for one deck in total")
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
        help="also ask hosts on private networks and of this machine, and use the proxy of the environment",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do what *arguments* say; return the exit code."""
    source = Path(arguments.source)
    if not source.is_dir():
        complain("archive", f"{source} is not a folder; name the one that has conf.py")
        return Exit.USAGE
    only_looks = arguments.dry_run or arguments.check
    try:
        with nullcontext() if only_looks else run_lock(source, "archive"):
            return _run(source, arguments)
    except LockedError as error:
        complain("archive", str(error))
    except OSError as error:
        complain("archive", reason(error, source))
    return Exit.FAILED


def _run(source: Path, arguments: argparse.Namespace) -> int:
    from sphinx_eventreport.archive.sources import find_decks  # noqa: PLC0415
    from sphinx_eventreport.archive.store import open_store  # noqa: PLC0415

    failed: list[Path] = []
    decks = find_decks(source, partial(_not_read, failed))
    store, problems = open_store(source)
    for problem in problems:
        complain("archive", f"{store.lock}: {problem}")
    if problems:
        return Exit.FAILED
    outcomes = _dry_run(decks, store) if arguments.dry_run else _archive(decks, store, arguments)
    if not failed:
        _unused(decks, store)
    return Exit.FAILED if failed else outcomes


def _not_read(failed: list[Path], path: Path, error: Exception) -> None:
    """Say that a source is not looked through, and note it."""
    failed.append(path)
    complain("archive", reason(error, path))


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
    return Exit.OK if _GOOD.issuperset(counts) else Exit.FAILED


def _dry_run(decks: Iterable[HostedDeck], store: Store) -> int:
    for deck in decks:
        entry = store.entries.get(deck.url)
        state = "there" if entry and store.has_copy(entry) else "lost" if entry else "new"
        print(printable(f"{state:<9} {deck.url} ({_places(deck)})"))
    return Exit.OK


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
    return printable(f"{line}: {said}" if said else line)


def _places(deck: HostedDeck) -> str:
    more = len(deck.places) - 1
    return f"{deck.places[0]} and {more} more" if more else str(deck.places[0])


def _unused(decks: Iterable[HostedDeck], store: Store) -> None:
    unused = store.entries.keys() - {deck.url for deck in decks}
    for url in sorted(unused):
        print(printable(f"{'unused':<9} {url}: No report points at it; {store.entries[url].path} stays"))


def _number(parser: argparse.ArgumentParser, name: str, unit: str, default: float, text: str) -> None:
    help_text = f"{text} (default: {default:g})"
    parser.add_argument(name, metavar=unit, type=_positive, default=default, help=help_text)


def _positive(written: str) -> float:
    value = float(written)
    if not 0 < value < math.inf:
        message = f"{written} is not greater than 0"
        raise argparse.ArgumentTypeError(message)
    return value


def _count(written: str) -> int:
    value = int(written)
    if value < 0:
        message = f"{written} is less than 0"
        raise argparse.ArgumentTypeError(message)
    return value


class _Progress:
    """Says how much of a download has come."""

    def __init__(self) -> None:
        self._url, self._status = "", StatusLine()

    def begin(self, deck: HostedDeck) -> None:
        """Begin with *deck*."""
        self._url = deck.url[:_URL_SHOWN]
        self._status.restart()

    def __call__(self, size: int, total: int | None) -> None:
        """Show that *size* bytes of *total* are there."""
        part = f"{size / MEGABYTE:.1f}" + (f" of {total / MEGABYTE:.1f}" if total else "")
        self._status.show(f"{part} MB  {self._url}")

    def end(self) -> None:
        """Take the line away."""
        self._status.clear()
