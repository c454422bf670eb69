"""What the tests give workers to do: of a module, so that processes that know nothing of pytest find it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.model import DeckContent, Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_eventreport.decks.model import PictureOptions

MEGABYTE = 2**20
GATE = Event()
BROKEN = Problem(Subtype.DECK, "The PDF is broken", hint="mend it")


def double(number: int) -> int:
    """Return twice *number*."""
    return 2 * number


def process_id() -> int:
    """Return the number of the process that does this."""
    return os.getpid()


def sleep(seconds: float) -> None:
    """Do nothing for a while."""
    time.sleep(seconds)


def meet(folder: str) -> int:
    """Wait until a second process does the same; return the number of this one."""
    Path(folder, f"{os.getpid()}.here").touch()
    patience = 400
    while len(list(Path(folder).glob("*.here"))) == 1 and patience:
        patience -= 1
        time.sleep(0.05)
    return os.getpid()


def do(function: Callable[[], object]) -> object:
    """Return what *function* returns."""
    return function()


def run_out_of_memory() -> None:
    """Raise what Python raises when it gets no memory."""
    raise MemoryError


def sleep_and_tell(path: str) -> None:
    """Write the number of this process to a file, then do nothing for long."""
    Path(path).with_suffix(".part").write_text(str(os.getpid()), "ascii")
    Path(path).with_suffix(".part").replace(path)
    time.sleep(100)


def crash() -> None:
    """End the process as a bug in a library does."""
    os.abort()


def leave(code: int) -> None:
    """End the process with an exit code."""
    os._exit(code)


def be_killed() -> None:
    """End the process as the system does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)


def grow(megabytes: int) -> int:
    """Take so much memory for a moment."""
    return len(bytearray(megabytes * MEGABYTE))


def fail(message: str) -> None:
    """Raise what nobody expects."""
    raise LookupError(message)


def wait_for_gate() -> None:
    """Wait until somebody in the same process opens the gate."""
    GATE.wait()


def read(pdf: bytes, password: str | None, numbers: Sequence[int] | None) -> DeckContent | Problem:
    """Read a "PDF" that says in words what happens to its reader; otherwise each byte is a page."""
    _obey(pdf)
    if pdf == b"broken" or password == "wrong":  # noqa: S105 - Nothing is protected by it.
        return BROKEN
    slides = tuple(Slide(number, width=16.0, height=9.0) for number in numbers or range(1, len(pdf) + 1))
    return DeckContent(pdf.decode(), len(pdf), slides)


def draw(
    pdf: bytes, options: PictureOptions, numbers: Sequence[int], password: str | None
) -> tuple[Picture, ...] | Problem:
    """Draw what :func:`read` reads; a picture holds the number of its page and of the process."""
    _obey(pdf)
    if pdf == b"broken" or password == "wrong":  # noqa: S105 - Nothing is protected by it.
        return BROKEN
    thumbnail = b"small" if options.thumbnail_width else None
    return tuple(
        Picture(number, options.width, 9, f"{number} {os.getpid()}".encode(), thumbnail)
        for number in numbers
        if number <= len(pdf)
    )


def _obey(pdf: bytes) -> None:
    if pdf.startswith(b"crash"):
        crash()
    if pdf.startswith(b"hang"):
        sleep(100)
    if pdf.startswith(b"meet"):
        meet(pdf.decode().partition(" ")[2].partition("!")[0])
    if pdf.startswith(b"grow"):
        grow(300)
