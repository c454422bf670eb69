"""``sphinx-eventreport new minutes``: the next meeting of a series, or a conference to report on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.cli.terminal import Exit, complain, reason
from sphinx_eventreport.cli.writing import day, write_new

if TYPE_CHECKING:
    import argparse

    from sphinx_eventreport.core.records import Report


def add_to(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``minutes`` to what ``new`` can make."""
    text = "Write the minutes of the next meeting, with the open actions carried on."
    parser = kinds.add_parser("minutes", help=text, description=text)
    parser.add_argument("folder", metavar="DIR", help="the folder with the minutes of the last meetings")
    parser.add_argument(
        "--series", metavar="TEXT", help="name of the series (default: that of the newest meeting)"
    )
    parser.add_argument(
        "--date",
        metavar="DATE",
        type=day,
        help="day, as 2025-05-20 (default: as long after the last meeting"
        " as that was after the one before, or today)",
    )
    parser.add_argument(
        "--in-turn", action="store_true", help="have those lead and write who did it longest ago"
    )
    parser.add_argument(
        "--from",
        metavar="FILE",
        dest="schedule",
        help="a schedule of frab or pretalx (JSON or XML): write the report of that conference to fill in",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the minutes; return the exit code."""
    folder = Path(arguments.folder)
    if not folder.is_dir():
        complain("new", f"{folder} is not a folder")
        return Exit.USAGE
    return (
        _conference(folder, Path(arguments.schedule)) if arguments.schedule else _meeting(folder, arguments)
    )


def _meeting(folder: Path, arguments: argparse.Namespace) -> int:
    from sphinx_eventreport.cli.templates import report_name  # noqa: PLC0415
    from sphinx_eventreport.core.minutes.next_meeting import (  # noqa: PLC0415
        in_order,
        next_day,
        next_minutes,
    )

    meetings = in_order(_reports(folder), arguments.series)
    if not meetings:
        named = f" of the series {arguments.series!r}" if arguments.series else ""
        complain(
            "new", f"{folder} has no minutes{named} with a day; begin with `new report`, and add `minutes`"
        )
        return Exit.FAILED
    held = arguments.date or next_day(meetings) or dt.datetime.now().astimezone().date()
    title, text = next_minutes(meetings, held, in_turn=arguments.in_turn)
    return write_new(folder, {report_name(title, held): text})


def _reports(folder: Path) -> list[Report]:
    from sphinx_eventreport.core.reports import read_report  # noqa: PLC0415

    return [read_report(path)[0] for path in sorted(folder.glob("*.md"))]


def _conference(folder: Path, path: Path) -> int:
    from sphinx_eventreport.importing.model import UnreadableScheduleError  # noqa: PLC0415
    from sphinx_eventreport.importing.pages import native_page  # noqa: PLC0415
    from sphinx_eventreport.importing.sources import read_schedule  # noqa: PLC0415

    try:
        page = read_schedule(path)
    except (OSError, UnreadableScheduleError) as error:
        complain("new", reason(error, path))
        return Exit.FAILED
    if page is None:
        complain("new", f"{path} is not a schedule of frab or pretalx")
        return Exit.FAILED
    return write_new(folder, {page.name: native_page(page, path.name, page.name).text})
