"""``sphinx-eventreport new``: begin a site or a report."""

from __future__ import annotations

import datetime as dt
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.cli import new_minutes
from sphinx_eventreport.cli.terminal import Exit, complain, printable
from sphinx_eventreport.cli.writing import day, write_new

if TYPE_CHECKING:
    import argparse

_NEXT = """
Next: sphinx-build {folder} {folder}/_build/html
and open {folder}/_build/html/index.html in a browser. Then put a report and its PDF into {folder}/reports,
or write one with: sphinx-eventreport new report {folder}/reports"""


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to *subparsers*."""
    text = "Start a site or a report; existing files are not overwritten."
    parser = subparsers.add_parser("new", help=text, description=text)
    kinds = parser.add_subparsers(metavar="WHAT", required=True)
    text = "Write the configuration, the start page and a first report of a site."
    site = kinds.add_parser("site", help=text, description=text)
    site.add_argument("folder", metavar="DIR", help="the source folder, new or without these files")
    site.add_argument("--title", metavar="TEXT", help="title of the site (default: Event reports)")
    site.set_defaults(run=run_site)
    text = "Write a report to fill in."
    report = kinds.add_parser("report", help=text, description=text)
    report.add_argument("path", metavar="PATH", help="a file name that ends in .md, or an existing folder")
    report.add_argument("--title", metavar="TEXT", help="title of the report (default: from the file name)")
    report.add_argument("--event", metavar="TEXT", help="name of the event (default: the title)")
    report.add_argument(
        "--date", metavar="DATE", type=day, help="day, as 2025-05-20 (default: from the file name, or today)"
    )
    report.set_defaults(run=run_report)
    new_minutes.add_to(kinds)


def run_site(arguments: argparse.Namespace) -> int:
    """Write a new site; return the exit code."""
    from sphinx_eventreport.cli.templates import site_files  # noqa: PLC0415

    title = _text(arguments.title) or "Event reports"
    folder = Path(arguments.folder)
    done = write_new(folder, site_files(title, _today()))
    if done == Exit.OK:
        print(_NEXT.format(folder=printable(shlex.quote(arguments.folder))))
    return done


def run_report(arguments: argparse.Namespace) -> int:
    """Write a new report; return the exit code."""
    from sphinx_eventreport.cli import templates  # noqa: PLC0415

    path, title = Path(arguments.path), _text(arguments.title)
    held = arguments.date or templates.day_of_name(path.name) or _today()
    if path.is_dir():
        title = title or _text(arguments.event) or "New report"
        path /= templates.report_name(title, held)
    elif path.suffix.lower() != ".md":
        complain("new", f"{path} is neither a folder nor a file name that ends in .md")
        return Exit.USAGE
    title = title or templates.title_of_name(path.name)
    event = _text(arguments.event) or title
    return write_new(path.parent, {path.name: templates.report_text(title, event, held)})


def _text(written: str | None) -> str:
    return " ".join((written or "").split())


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
