"""New files: all of them or none, and none that is there."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import TYPE_CHECKING

from sphinx_eventreport.cli.terminal import Exit, complain, printable, reason
from sphinx_eventreport.core.files.output import OutputFolder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_new(folder: Path, files: Mapping[str, str]) -> int:
    """Write all *files*, path to text, below *folder*, or none; return the exit code."""
    there = [folder / name for name in files if (folder / name).exists()]
    if there:
        complain("new", f"{there[0]} already exists; nothing was written")
        return Exit.FAILED
    try:
        for name, text in files.items():
            print(printable(str(OutputFolder(folder).create(name, text.encode()))))
    except OSError as error:
        complain("new", reason(error, folder))
        return Exit.FAILED
    return Exit.OK


def day(written: str) -> dt.date:
    """Return the day in an argument; a day that is none is an error of the command line."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError as error:
        message = f"{written!r} is not a date; write it as 2025-05-20"
        raise argparse.ArgumentTypeError(message) from error
