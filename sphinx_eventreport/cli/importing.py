"""``sphinx-eventreport import``: a blog, an archive or a schedule becomes native reports."""

from __future__ import annotations

import math
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.cli.dialect import add_dialect

if TYPE_CHECKING:
    import argparse

    from sphinx_eventreport.importing.model import Outcome
    from sphinx_eventreport.importing.run import Importer

_WELL, _NOT_WELL, _USAGE = 0, 1, 2
_SHOW_AFTER = 0.5
_EDITED = "edited"


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to *subparsers*."""
    text = "Turn the reports of a blog, of PyVideo or of a conference schedule into native ones."
    parser = subparsers.add_parser("import", help=text, description=text)
    parser.add_argument("source", metavar="SOURCE", help="a folder, a post, or a schedule in JSON")
    parser.add_argument("dest", metavar="DEST", help="the folder to write into")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")
    parser.add_argument(
        "--keep-original", action="store_true", help="put the original beside each report, with .orig"
    )
    add_dialect(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do what *arguments* say; return the exit code."""
    from sphinx_eventreport.importing.run import Importer  # noqa: PLC0415
    from sphinx_eventreport.importing.sources import find_sources  # noqa: PLC0415

    source, destination = Path(arguments.source), Path(arguments.dest)
    if not source.exists():
        return _complain(f"{source} does not exist", _USAGE)
    if destination.exists() and not destination.is_dir():
        return _complain(f"{destination} is no folder", _USAGE)
    try:
        importer = Importer(
            source, destination, arguments.dry_run, arguments.keep_original, arguments.dialect
        )
    except (OSError, ValueError) as error:
        return _complain(
            f"The manifest in {destination} cannot be read: {error}; delete or mend it", _NOT_WELL
        )
    return _import(importer, find_sources(source))


def _import(importer: Importer, paths: list[Path]) -> int:
    summary = Summary()
    plan: list[Outcome] = []
    progress = _Progress(len(paths))
    try:
        for number, path in enumerate(paths):
            progress.show(number, path)
            try:
                for outcome in importer.run(path):
                    progress.end()
                    summary.add(outcome)
                    plan.append(outcome) if importer.dry_run else _say(outcome)
            except BrokenPipeError:
                raise
            except OSError as error:
                summary.failed += 1
                progress.end()
                _complain(f"{error.filename or path}: {error.strerror or error}", _NOT_WELL)
        progress.end()
    finally:
        if not importer.dry_run:
            importer.manifest.save()
    print("\n".join([*_table(plan), *summary.lines(len(paths))]))
    return _WELL if summary.is_well() else _NOT_WELL


class Summary:
    """What became of all files."""

    def __init__(self) -> None:
        self.failed = 0
        self._reports: Counter[str] = Counter()
        self._files: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()
        self._left = 0

    def add(self, outcome: Outcome) -> None:
        """Count *outcome*."""
        counts = self._reports if outcome.is_report else self._files
        counts[outcome.state.value] += 1
        self._warnings.update(problem.subtype.value for problem in outcome.problems)
        self._left += len(outcome.left)

    def is_well(self) -> bool:
        """Return whether nothing is left to do."""
        return not (self.failed or self._left or self._reports[_EDITED] or self._files[_EDITED])

    def lines(self, read: int) -> list[str]:
        """Return the summary of *read* files, some lines."""
        lines = [
            f"Read: {read:,}, of which {self._reports.total():,} are reports",
            _counts("Reports", self._reports),
        ]
        lines += [_counts("Files beside them", self._files)] if self._files else []
        lines += [_counts("Warnings in the sources", self._warnings)] if self._warnings else []
        lines += [f"Not turned: {self._left:,}"] if self._left else []
        return [*lines, f"Not read or not written: {self.failed:,}"] if self.failed else lines


def _counts(what: str, counts: Counter[str]) -> str:
    said = ", ".join(f"{number:,} {name}" for name, number in sorted(counts.items()) if number)
    return f"{what}: {said or 'none'}"


def _say(outcome: Outcome) -> None:
    """Print "written   docs/x.md  from blog/x.md", and below it what could not be turned."""
    print(_shown(f"{outcome.state.value:<9} {outcome.target}  from {outcome.source}"))
    for left in outcome.left:
        print(_shown(f"          {outcome.source}: {left}"))


def _table(plan: list[Outcome]) -> list[str]:
    """Return the lines of a table of what would become of which file; none without a plan."""
    rows = [(one.state.value, str(one.target), str(one.source), "; ".join(one.left)) for one in plan]
    if not rows:
        return []
    rows.insert(0, ("becomes", "file", "from", "not turned"))
    widths = [max(len(_shown(cell)) for cell in column) for column in zip(*rows, strict=True)]
    cells = ([_shown(cell).ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows)
    return [*("  ".join(row).rstrip() for row in cells), ""]


def _shown(text: str) -> str:
    """Return *text* without characters that could drive a terminal."""
    return "".join(char if char.isprintable() else "?" for char in text)


def _complain(message: str, code: int) -> int:
    print(f"sphinx-eventreport import: {_shown(message)}", file=sys.stderr)
    return code


class _Progress:
    """A line on a terminal that says how far a long run is; nothing elsewhere."""

    def __init__(self, total: int) -> None:
        self._total, self._shown = total, False
        self._next = time.monotonic() + _SHOW_AFTER if sys.stderr.isatty() else math.inf

    def show(self, number: int, path: Path) -> None:
        """Say that *path* is next."""
        if time.monotonic() >= self._next:
            self._next, self._shown = time.monotonic() + _SHOW_AFTER, True
            line = f"\r\x1b[K{number:,} of {self._total:,}  {_shown(str(path))[-60:]}"
            print(line, end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = False
