"""``sphinx-eventreport check``: every problem of every report, without a build."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sphinx_eventreport.cli.settings import add_settings
from sphinx_eventreport.cli.terminal import Exit, complain, printable

if TYPE_CHECKING:
    import argparse

    from sphinx_eventreport.checking.model import Finding


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to *subparsers*."""
    text = "List what is wrong with reports, without building them."
    parser = subparsers.add_parser("check", help=text, description=text)
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", default=["."], help="files and folders (default: this folder)"
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=_FORMATS,
        default="text",
        help="text, json, or github for annotations in GitHub Actions (default: text)",
    )
    parser.add_argument(
        "--overdue", action="store_true", help="fail if an open action of minutes is overdue, and say which"
    )
    parser.add_argument(
        "--metadata",
        action="store_true",
        help="say what keeps reports from being rich results of search engines",
    )
    add_settings(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do what *arguments* say; return the exit code."""
    from sphinx_eventreport.checking.run import Check  # noqa: PLC0415 -- it loads Sphinx

    paths = [Path(path) for path in arguments.paths]
    for path in paths:
        if not path.exists():
            complain("check", f"{path} does not exist")
            return Exit.USAGE
    check = Check(paths, tuple(arguments.pattern), arguments.dialect, arguments.overdue, arguments.metadata)
    output = _FORMATS[arguments.format]()
    counts = Counts()
    for finding in check.findings():
        counts.add(finding)
        output.show(finding)
    counts.reports = check.reports
    output.end(counts)
    return Exit.FAILED if counts.problems else Exit.OK


class Counts:
    """The numbers for the summary."""

    def __init__(self) -> None:
        self.reports = self.problems = self.notices = 0
        self._files: set[Path] = set()

    def add(self, finding: Finding) -> None:
        """Count *finding*."""
        if finding.notice:
            self.notices += 1
        else:
            self.problems += 1
            self._files.add(finding.path)

    def __str__(self) -> str:
        """Return "3 problems in 2 files, 1 notice, 17 reports read"."""
        parts = [_counted(self.problems, "problem") if self.problems else "No problems"]
        if self.problems:
            parts[0] += f" in {_counted(len(self._files), 'file')}"
        if self.notices:
            parts.append(_counted(self.notices, "notice"))
        return ", ".join([*parts, f"{_counted(self.reports, 'report')} read"])


class _Output(Protocol):
    """A way to say it: each finding as it comes, and the end."""

    def show(self, finding: Finding) -> None:
        """Say one finding."""

    def end(self, counts: Counts) -> None:
        """Say the summary."""


class _Text:
    """A line for each, as compilers write them: "posts/x.md:12: message; hint [eventreport.date]"."""

    def show(self, finding: Finding) -> None:
        line = f":{finding.problem.line}" if finding.problem.line else ""
        kind = "notice: " if finding.notice else ""
        print(printable(f"{finding.path}{line}: {kind}{finding.problem} [{finding.title}]"))

    def end(self, counts: Counts) -> None:
        print(counts)


class _GitHub(_Text):
    """Commands of GitHub Actions, "Workflow commands for GitHub Actions" in its documentation."""

    def show(self, finding: Finding) -> None:
        line = f",line={finding.problem.line}" if finding.problem.line else ""
        level = "notice" if finding.notice else "warning"
        place = f"file={_property(finding.path.as_posix())}{line},title={_property(finding.title)}"
        print(printable(f"::{level} {place}::{_data(str(finding.problem))}"))


class _Json:
    """One object, when all is known."""

    def __init__(self) -> None:
        self._findings: list[dict[str, object]] = []

    def show(self, finding: Finding) -> None:
        problem = finding.problem
        self._findings.append(
            {
                "file": finding.path.as_posix(),
                "line": problem.line,
                "level": "notice" if finding.notice else "warning",
                "type": finding.title,
                "field": problem.field,
                "message": problem.message,
                "hint": problem.hint,
            }
        )

    def end(self, counts: Counts) -> None:
        summary = {"reports": counts.reports, "problems": counts.problems, "notices": counts.notices}
        print(
            _escaped(
                json.dumps({"findings": self._findings, "summary": summary}, ensure_ascii=False, indent=2)
            )
        )


_FORMATS: dict[str, type[_Output]] = {"text": _Text, "json": _Json, "github": _GitHub}


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _escaped(text: str) -> str:
    """Return *text*, which is JSON, with escapes for the characters that could drive a terminal."""
    return "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
