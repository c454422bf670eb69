"""The command ``sphinx-eventreport``: the parser of all subcommands, and the way in.

A subcommand is a module here with ``add_to(subparsers)``, which sets ``run``: arguments in, exit code
out. It imports what does the work only when it runs, so that ``--help`` is quick.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING

from sphinx_eventreport import __version__
from sphinx_eventreport.cli import archive, check, export, importing, new, schema
from sphinx_eventreport.cli.terminal import Exit, printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

COMMANDS = (check, new, importing, export, archive, schema)
"""The modules of the subcommands, in the order of the help."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints, which have words of the command line in them, cannot drive a terminal."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and exit."""
        super().error(printable(message))


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    found = _Parser(
        prog="sphinx-eventreport",
        description="Check, import, export and archive the event reports of a documentation site.",
    )
    found.add_argument("--version", action="version", version=__version__, help="print the version")
    subparsers = found.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add_to(subparsers)
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv*, that of the process by default; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A letter that the terminal does not have is not a reason to fail.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace", line_buffering=True)
    arguments = parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
    except KeyboardInterrupt:
        print("Stopped. What is done is kept; run it again to continue.", file=sys.stderr)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Who read the output wants no more of it. Python would say so once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.BROKEN_PIPE
    return code
