"""``sphinx-eventreport import``: a blog, an archive or a schedule becomes native reports."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.cli.run_lock import LockedError, run_lock
from sphinx_eventreport.cli.settings import add_settings, settings_of
from sphinx_eventreport.cli.terminal import Exit, StatusLine, columns, complain, folded, printable, reason

if TYPE_CHECKING:
    import argparse

    from sphinx_eventreport.importing.model import Outcome
    from sphinx_eventreport.importing.run import Importer

_EDITED = "edited"
_MARGIN = " " * 10
_NEITHER = (
    '--dialect or --pattern says that a page is a report, a schedule has <schedule> or "schedule" at its top'
)
_PATH_SHOWN = 60
"""Characters of a path that fit into a line of progress on a narrow terminal; its end says most."""


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to *subparsers*."""
    text = "Convert the reports of a blog, of PyVideo or of a conference schedule to native ones."
    parser = subparsers.add_parser("import", help=text, description=text)
    parser.add_argument("source", metavar="SOURCE", help="a folder, a post, or a schedule in JSON")
    parser.add_argument("dest", metavar="DEST", help="the folder to write into")
    parser.add_argument(
        "--dry-run", action="store_true", help="show what would be written, and write nothing"
    )
    parser.add_argument(
        "--keep-original",
        action="store_true",
        help="keep the original beside each report, with the suffix .orig",
    )
    parser.add_argument(
        "--follow-symlinks",
        action="store_true",
        help="also import what symbolic links out of SOURCE lead to, "
        "as with eventreport_follow_symlinks in conf.py",
    )
    add_settings(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do what *arguments* say; return the exit code."""
    source, destination = Path(arguments.source), Path(arguments.dest)
    if not source.exists():
        complain("import", f"{source} does not exist")
        return Exit.USAGE
    if destination.exists() and not destination.is_dir():
        complain("import", f"{destination} is not a folder")
        return Exit.USAGE
    try:
        with nullcontext() if arguments.dry_run else run_lock(destination, "import"):
            return _run(source, destination, arguments)
    except LockedError as error:
        complain("import", str(error))
    except OSError as error:
        complain("import", reason(error, destination))
    return Exit.FAILED


def _run(source: Path, destination: Path, arguments: argparse.Namespace) -> int:
    from sphinx_eventreport.importing.run import Importer  # noqa: PLC0415
    from sphinx_eventreport.importing.sources import find_sources  # noqa: PLC0415

    settings = settings_of(arguments, source if source.is_dir() else source.parent)
    settings.follow_symlinks = arguments.follow_symlinks
    try:
        importer = Importer(source, destination, arguments.dry_run, arguments.keep_original, settings)
    except (OSError, ValueError) as error:
        complain("import", f"The manifest in {destination} cannot be read: {error}; delete or repair it")
        return Exit.FAILED
    return _import(importer, find_sources(source))


def _import(importer: Importer, paths: list[Path]) -> int:
    from sphinx_eventreport.importing.model import UnreadableScheduleError  # noqa: PLC0415

    summary = Summary()
    status = StatusLine()
    try:
        for number, path in enumerate(paths):
            status.show(f"{number:,} of {len(paths):,}  {str(path)[-_PATH_SHOWN:]}")
            try:
                for outcome in importer.run(path):
                    status.clear()
                    summary.add(outcome)
                    _say(outcome)
            except BrokenPipeError:
                raise
            except UnreadableScheduleError as error:
                summary.failed += 1
                status.clear()
                complain("import", f"{path}: {error}")
            except Exception as error:  # noqa: BLE001 -- one source never ends a run
                summary.failed += 1
                status.clear()
                complain("import", reason(error, path))
        status.clear()
    finally:
        if not importer.dry_run and not _saved(importer):
            summary.failed += 1
    print("\n".join(summary.lines(len(paths))))
    if not importer.source.is_dir() and not (summary.reports or summary.failed):
        complain("import", f"{importer.source} is neither a report nor a schedule; {_NEITHER}")
        return Exit.FAILED
    return Exit.OK if summary.is_well() else Exit.FAILED


def _saved(importer: Importer) -> bool:
    """Write the manifest; say why if that is not possible, and return whether it is there."""
    try:
        importer.manifest.save()
    except OSError as error:
        complain("import", reason(error, importer.destination))
        return False
    return True


class Summary:
    """The outcomes of all files."""

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

    @property
    def reports(self) -> int:
        """How many reports there were."""
        return self._reports.total()

    def lines(self, read: int) -> list[str]:
        """Return the summary of *read* files, some lines."""
        lines = [
            f"Read: {read:,}, of which {self._reports.total():,} are reports",
            _counts("Reports", self._reports),
        ]
        lines += [_counts("Files beside them", self._files)] if self._files else []
        lines += [_counts("Warnings in the sources", self._warnings)] if self._warnings else []
        lines += [f"Not converted: {self._left:,}"] if self._left else []
        return [*lines, f"Not read or not written: {self.failed:,}"] if self.failed else lines


def _counts(what: str, counts: Counter[str]) -> str:
    said = ", ".join(f"{number:,} {name}" for name, number in sorted(counts.items()) if number)
    return f"{what}: {said or 'none'}"


def _say(outcome: Outcome) -> None:
    """Print "written   docs/x.md  from blog/x.md", and below it what could not be turned."""
    place = printable(f"{outcome.state.value:<{len(_MARGIN) - 1}} {outcome.target}")
    origin = printable(f"from {outcome.source}")
    gap = "  " if len(place) + 2 + len(origin) <= columns() else f"\n{_MARGIN}"
    print(place + gap + origin)
    for left in outcome.left:
        where = outcome.source if left.line is None else f"{outcome.source}:{left.line}"
        print(folded(printable(f"{where}: {left.message}"), _MARGIN))
