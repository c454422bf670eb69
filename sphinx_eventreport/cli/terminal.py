"""Shared by all subcommands: exit codes, complaints, a line of progress."""

from __future__ import annotations

import math
import shutil
import sys
import textwrap
import time
from enum import IntEnum


class Exit(IntEnum):
    """The exit codes, as the reference page of the command line explains them."""

    OK = 0
    """Nothing is wrong, and nothing is left to do."""
    FAILED = 1
    """Something has to be looked at, or could not be done."""
    USAGE = 2
    """The command line cannot be followed; argparse ends with the same code."""
    INTERRUPTED = 130
    """Stopped from the keyboard: 128 and the number of the signal, as shells have it."""
    BROKEN_PIPE = 141
    """Nobody reads the output any more; the same."""


_COLUMNS = 80
"""How wide a terminal is that does not say it."""
_PATIENCE = 0.5
"""Seconds before a line of progress is shown, and between two of them: quick runs show none."""


def printable(text: str) -> str:
    """Return *text* without the characters that could drive a terminal, each replaced by a question mark."""
    return "".join(char if char.isprintable() else "?" for char in text)


def columns() -> int:
    """Return how wide the output is to be, in characters.

    That is what the terminal has. Programs that read the output get whole lines.
    """
    if sys.stdout.isatty():
        return shutil.get_terminal_size((_COLUMNS, 24)).columns
    return sys.maxsize


def folded(text: str, margin: str) -> str:
    """Return *text* behind *margin*, on lines no wider than the output; paths and addresses stay whole."""
    return textwrap.fill(
        text,
        columns(),
        initial_indent=margin,
        subsequent_indent=margin + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def complain(command: str, message: str) -> None:
    """Say on standard error what is wrong with a call of the subcommand *command*."""
    print(f"sphinx-eventreport {command}: {printable(message)}", file=sys.stderr)


def reason(error: Exception, path: object) -> str:
    """Return "file: why" of *error*; *path* is the file if the error names none."""
    if isinstance(error, OSError):
        return f"{error.filename or path}: {error.strerror or error}"
    return f"{path}: {type(error).__name__}: {error}; this is a fault of sphinx-eventreport, please report it"


class StatusLine:
    """A line on standard error that says how far a long run is; nothing where that is not a terminal."""

    def __init__(self) -> None:
        self._is_shown = False
        self.restart()

    def restart(self) -> None:
        """Wait once more before anything is shown, as for the next of several runs."""
        self._next = time.monotonic() + _PATIENCE if sys.stderr.isatty() else math.inf

    def show(self, text: str) -> None:
        """Put *text* in place of what the line says, if that has been there long enough."""
        if time.monotonic() >= self._next:
            self._next, self._is_shown = time.monotonic() + _PATIENCE, True
            print(f"\r\x1b[K{printable(text)}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away, so that something else can be printed."""
        if self._is_shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._is_shown = False
